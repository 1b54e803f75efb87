//! `cargo xtask test`: all checks that a change has to pass.

mod dependencies;
mod journeys;
mod steps;
mod test_output;

use std::thread;
use std::time::{Duration, Instant};

use crate::checkout::Checkout;
use crate::engines::Engine;
use crate::error::{Error, Outcome};
use crate::process::format_duration;
use steps::{Lane, STEPS, Step};

/// The result of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum StepStatus {
    Passed,
    Failed,
    /// A step that it depends on did not pass.
    NotRun,
    /// This machine cannot run the check. It is reported as not checked, never as passed.
    Unavailable,
}

/// The checks to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckSelection {
    /// Runs the long checks too.
    pub full: bool,
    /// The names of the checks to run; all if empty. The steps on which they depend are not run
    /// then.
    pub only: Vec<String>,
    /// The browsers in which the journeys run.
    pub browsers: Vec<Engine>,
}

impl Default for CheckSelection {
    fn default() -> Self {
        Self {
            full: false,
            only: Vec::new(),
            browsers: vec![Engine::Chromium],
        }
    }
}

/// The end of a step and its duration.
type StepEnd = (&'static str, StepStatus, Duration);

/// Runs the selected steps, native and web ones at the same time. After a failure the later steps
/// still run, except for those that depend on the failed one.
///
/// # Errors
/// If a step fails or a name belongs to no check.
pub fn run_checks(checkout: &Checkout, choice: &CheckSelection) -> Outcome {
    let start = Instant::now();
    let steps = select_steps(choice)?;
    let in_lane = |lane| steps.iter().copied().filter(move |step| step.lane == lane);
    let are_needs_run = choice.only.is_empty();
    let run = |lane, ends| run_in_order(in_lane(lane), checkout, are_needs_run, ends);
    let mut ends = thread::scope(|scope| {
        let web = scope.spawn(|| run(Lane::Web, Vec::new()));
        let mut ends = run(Lane::Native, Vec::new());
        let web = web.join();
        ends.extend(web.map_err(|_| Error::new("The web steps ended without a result."))?);
        Ok::<_, Error>(ends)
    })?;
    ends = run(Lane::Alone, ends);
    print_summary(&ends, start.elapsed())
}

/// Runs steps one after the other and adds their ends to `ends`. With `are_needs_run` a step is left out
/// if the one that it needs did not pass.
fn run_in_order(
    steps: impl Iterator<Item = &'static Step>,
    checkout: &Checkout,
    are_needs_run: bool,
    mut ends: Vec<StepEnd>,
) -> Vec<StepEnd> {
    for step in steps {
        let begin = Instant::now();
        let missing = step.needs.filter(|need| !has_passed(&ends, need));
        let end = match missing.filter(|_| are_needs_run) {
            Some(need) => {
                println!(
                    "\n== {}: not run, because \"{need}\" did not succeed",
                    step.name
                );
                StepStatus::NotRun
            }
            None => run_step(step, checkout),
        };
        ends.push((step.name, end, begin.elapsed()));
    }
    ends
}

fn select_steps(choice: &CheckSelection) -> Outcome<Vec<&'static Step>> {
    let is_known = |name: &&String| STEPS.iter().any(|step| step.check == **name);
    if let Some(unknown) = choice.only.iter().find(|name| !is_known(name)) {
        let mut names: Vec<&str> = STEPS.iter().map(|step| step.check).collect();
        names.dedup();
        return Err(Error::new(format!(
            "There is no check \"{unknown}\", but: {}.",
            names.join(", ")
        )));
    }
    let is_chosen = |step: &&Step| {
        let is_asked_for = if choice.only.is_empty() {
            choice.full || !step.is_long
        } else {
            choice.only.iter().any(|name| name == step.check)
        };
        let runs_in = |engine| choice.browsers.contains(&engine);
        is_asked_for && step.engine.is_none_or(runs_in)
    };
    Ok(STEPS.iter().filter(is_chosen).collect())
}

fn has_passed(ends: &[(&str, StepStatus, Duration)], name: &str) -> bool {
    ends.iter()
        .any(|(done, end, _)| *done == name && matches!(end, StepStatus::Passed))
}

fn run_step(step: &Step, checkout: &Checkout) -> StepStatus {
    println!("\n== {}", step.name);
    let begin = Instant::now();
    let end = step_status(step, checkout).unwrap_or_else(|error| {
        eprintln!("{error}");
        StepStatus::Failed
    });
    println!(
        "== {}: {} in {}",
        step.name,
        status_label(end),
        format_duration(begin.elapsed())
    );
    end
}

fn step_status(step: &Step, checkout: &Checkout) -> Outcome<StepStatus> {
    if let Some(obstacle) = (step.unavailable_reason)(checkout)? {
        println!("{obstacle}");
        return Ok(StepStatus::Unavailable);
    }
    (step.action)(checkout)?;
    Ok(StepStatus::Passed)
}

fn status_label(end: StepStatus) -> &'static str {
    match end {
        StepStatus::Passed => "passed",
        StepStatus::Failed => "FAILED",
        StepStatus::NotRun => "not run",
        StepStatus::Unavailable => "NOT CHECKED",
    }
}

fn print_summary(ends: &[(&str, StepStatus, Duration)], whole: Duration) -> Outcome {
    println!();
    for (name, end, time) in ends {
        println!(
            "{name:<16} {:<12} {:>12}",
            status_label(*end),
            format_duration(*time)
        );
    }
    let line = summary_line(ends, whole);
    let bad = |(_, end, _): &(&str, StepStatus, Duration)| {
        matches!(end, StepStatus::Failed | StepStatus::NotRun)
    };
    if ends.iter().any(bad) {
        return Err(Error::new(line));
    }
    println!("{line}");
    Ok(())
}

/// The number of passed checks, and the names of those that this machine could not run.
fn summary_line(ends: &[(&str, StepStatus, Duration)], whole: Duration) -> String {
    let of = |wanted: StepStatus| ends.iter().filter(move |(_, end, _)| *end == wanted);
    let passed = of(StepStatus::Passed).count();
    let time = format_duration(whole);
    let line = format!("{passed} of {} checks passed in {time}.", ends.len());
    let unchecked: Vec<&str> = of(StepStatus::Unavailable)
        .map(|(name, ..)| *name)
        .collect();
    if unchecked.is_empty() {
        return line;
    }
    let names = unchecked.join(", ");
    format!("{line} NOT CHECKED, because this machine cannot: {names}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(choice: &CheckSelection) -> Vec<&'static str> {
        select_steps(choice)
            .unwrap()
            .into_iter()
            .map(|step| step.name)
            .collect()
    }

    fn only(checks: &[&str]) -> CheckSelection {
        CheckSelection {
            only: checks.iter().map(|check| (*check).to_owned()).collect(),
            ..CheckSelection::default()
        }
    }

    #[test]
    fn the_long_checks_run_only_on_request() {
        let short = names(&CheckSelection::default());
        assert_eq!(short.last(), Some(&"journeys"));
        let full = names(&CheckSelection {
            full: true,
            ..CheckSelection::default()
        });
        assert_eq!(full.last(), Some(&"lighthouse"));
        assert_eq!(
            names(&only(&["lighthouse", "clippy"])),
            ["clippy", "lighthouse"]
        );
        assert!(select_steps(&only(&["magic"])).is_err());
    }

    #[test]
    fn journeys_run_in_the_named_browsers() {
        let all = CheckSelection {
            browsers: Engine::ALL.to_vec(),
            ..only(&["journeys"])
        };
        assert_eq!(
            names(&all),
            ["journeys", "journeys Firefox", "journeys WebKit"]
        );
        let firefox = CheckSelection {
            browsers: vec![Engine::Firefox],
            ..CheckSelection::default()
        };
        assert!(names(&firefox).contains(&"journeys Firefox"));
        assert!(!names(&firefox).contains(&"journeys"));
    }

    #[test]
    fn what_could_not_be_checked_is_neither_passed_nor_failed() {
        let second = Duration::from_secs(1);
        let ends = [
            ("clippy", StepStatus::Passed, second),
            ("advisories", StepStatus::Unavailable, second),
        ];
        assert!(print_summary(&ends, second).is_ok());
        let line = summary_line(&ends, second);
        assert!(
            line.starts_with("1 of 2 checks passed in 1.0 s. NOT CHECKED"),
            "{line}"
        );
        assert!(line.ends_with("cannot: advisories."), "{line}");
        for end in [StepStatus::Failed, StepStatus::NotRun] {
            assert!(print_summary(&[("clippy", end, second)], second).is_err());
        }
    }
}
