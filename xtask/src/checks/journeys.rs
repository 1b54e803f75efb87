//! Runs the browser journeys and repeats those that fail.

use std::num::NonZero;
use std::process::Command;
use std::thread;

use super::test_output::{FailedTest, count_passed, parse_failures};
use crate::checkout::Checkout;
use crate::engines::{BROWSER_VARIABLE, Engine, Exception, exceptions_in};
use crate::error::{Error, Outcome};
use crate::process;
use crate::tools::{self, system};

/// Runs the journeys of an engine, several at a time. Browsers on a busy machine are unreliable, so
/// each journey that fails is repeated once, alone, after the whole run.
///
/// # Errors
/// If a journey fails twice, or the run ends without a complete report.
pub(super) fn run(checkout: &Checkout, engine: Engine) -> Outcome {
    system::ensure_engine(checkout, engine)?;
    let mut all = journeys(checkout, engine);
    if engine == Engine::Chromium {
        let mut support = package_tests(checkout);
        process::run(
            support.args(["--lib", "--bins"]),
            "Tests of the journeys' support",
        )?;
    } else {
        let names = journeys_in(checkout, engine)?;
        print_exceptions(engine, names.len());
        all.arg("--exact").args(names);
    }
    all.args(["--test-threads", &parallel_journeys().to_string()]);
    let (passed, output) = process::run_and_record(&mut all, "Journeys")?;
    if passed {
        return Ok(());
    }
    let failures = parse_failures(&output)
        .ok_or_else(|| Error::new("The journeys failed without a complete report."))?;
    let verdict = repeat_failures(failures, |name| passes_alone(checkout, engine, name))?;
    verdict.print_unstable();
    verdict.into_outcome()
}

/// A browser waits for much of its time: one more than there are cores keeps them busy.
fn parallel_journeys() -> usize {
    1 + thread::available_parallelism().map_or(2, NonZero::get)
}

fn package_tests(checkout: &Checkout) -> Command {
    let mut command = tools::cargo(checkout);
    command
        .args(["test", "--quiet", "--package", "assay-journeys"])
        .env("RUST_BACKTRACE", "0");
    command
}

/// The command that runs the journeys; arguments of the test program follow.
fn journeys(checkout: &Checkout, engine: Engine) -> Command {
    let mut command = package_tests(checkout);
    command
        .args(["--test", "journeys", "--"])
        .env(BROWSER_VARIABLE, engine.name());
    command
}

/// The names of the journeys that run in an engine.
fn journeys_in(checkout: &Checkout, engine: Engine) -> Outcome<Vec<String>> {
    let output = process::capture_stdout(journeys(checkout, engine).arg("--list"))
        .ok_or_else(|| Error::new("The program of the journeys does not list them."))?;
    let all: Vec<&str> = output
        .lines()
        .filter_map(|line| line.strip_suffix(": test"))
        .collect();
    let covers_none = |exception: &&Exception| !all.iter().any(|journey| exception.covers(journey));
    if let Some(gone) = exceptions_in(engine).find(covers_none) {
        return Err(Error::new(format!(
            "There is no journey \"{}\", which xtask/src/engines/exceptions.rs names.",
            gone.path
        )));
    }
    let chosen = all.into_iter().filter(|journey| engine.runs(journey));
    Ok(chosen.map(str::to_owned).collect())
}

/// Says which journeys of the engine's kinds are not run, and why.
fn print_exceptions(engine: Engine, count: usize) {
    println!("{count} journeys run in {}.", engine.label());
    for exception in exceptions_in(engine) {
        println!(
            "NOT RUN in {}: {}, which {}.",
            engine.label(),
            exception.path,
            exception.reason
        );
    }
}

fn passes_alone(checkout: &Checkout, engine: Engine, name: &str) -> Outcome<bool> {
    println!("\nRepeating {name}");
    let mut command = journeys(checkout, engine);
    command.args(["--exact", name]);
    let (passed, output) = process::run_and_record(&mut command, name)?;
    // A program that finds no test of this name ends with success too.
    Ok(passed && count_passed(&output) == Some(1))
}

/// What the repetitions showed.
#[derive(Debug, Default, PartialEq, Eq)]
struct Verdict {
    /// Journeys that passed when repeated, with their first failure.
    unstable: Vec<FailedTest>,
    /// The names of those that failed twice.
    failed: Vec<String>,
}

fn repeat_failures(
    failures: Vec<FailedTest>,
    mut passes: impl FnMut(&str) -> Outcome<bool>,
) -> Outcome<Verdict> {
    let mut verdict = Verdict::default();
    for failure in failures {
        if passes(&failure.name)? {
            verdict.unstable.push(failure);
        } else {
            verdict.failed.push(failure.name);
        }
    }
    Ok(verdict)
}

impl Verdict {
    fn print_unstable(&self) {
        for failure in &self.unstable {
            println!("\n{}", describe_unstable(failure));
        }
    }

    fn into_outcome(self) -> Outcome {
        if self.failed.is_empty() {
            return Ok(());
        }
        Err(Error::new(format!(
            "Failed twice: {}.",
            self.failed.join(", ")
        )))
    }
}

fn describe_unstable(failure: &FailedTest) -> String {
    let output = failure.output.replace('\n', "\n    ");
    format!(
        "UNSTABLE: {} failed in the run and passed when repeated alone. Its first failure:\n    {output}",
        failure.name
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure(name: &str) -> FailedTest {
        FailedTest {
            name: name.to_owned(),
            output: format!("Error: {name}\nSeen then: a page"),
        }
    }

    #[test]
    fn a_journey_that_passes_when_repeated_is_unstable_and_the_run_passes() {
        let mut repeated = Vec::new();
        let verdict = repeat_failures(vec![failure("a::b"), failure("c::d")], |name| {
            repeated.push(name.to_owned());
            Ok(true)
        })
        .unwrap();
        assert_eq!(repeated, ["a::b", "c::d"], "each once");
        assert_eq!(verdict.unstable.len(), 2);
        assert!(verdict.into_outcome().is_ok());
    }

    #[test]
    fn a_journey_that_fails_twice_fails_the_run_and_is_named() {
        let failures = vec![failure("a::b"), failure("c::d")];
        let verdict = repeat_failures(failures, |name| Ok(name == "a::b")).unwrap();
        assert_eq!(verdict.unstable, [failure("a::b")]);
        let error = verdict.into_outcome().unwrap_err().to_string();
        assert_eq!(error, "Failed twice: c::d.");
    }

    #[test]
    fn an_unstable_journey_is_named_with_its_first_failure() {
        assert_eq!(
            describe_unstable(&failure("a::b")),
            "UNSTABLE: a::b failed in the run and passed when repeated alone. Its first failure:\n    \
             Error: a::b\n    Seen then: a page"
        );
    }
}
