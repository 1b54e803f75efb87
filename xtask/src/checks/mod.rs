//! `cargo xtask test`: everything that is checked before a change is accepted.

mod dependencies;
mod steps;

use std::time::{Duration, Instant};

use crate::places::Places;
use crate::process::spoken;
use crate::trouble::{Outcome, Trouble};
use steps::{LONG_STEPS, STEPS, Step};

/// How a step ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Passed,
    Failed,
    /// What it needs did not succeed.
    NotRun,
    /// This machine cannot check it. Nobody is to believe that it passed.
    NotPossible,
}

/// Which checks to run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// The long ones too.
    pub full: bool,
    /// Only those with these names; all if empty. What they need is then taken
    /// as done.
    pub only: Vec<String>,
}

/// Runs the chosen steps. A failure does not keep later steps from being run,
/// unless they need what failed.
///
/// # Errors
/// If a step failed, or there is none of a name that was asked for.
pub fn test(places: &Places, choice: &Choice) -> Outcome {
    let start = Instant::now();
    let mut ends: Vec<(&'static str, End, Duration)> = Vec::new();
    for step in chosen(choice)? {
        let begin = Instant::now();
        let end = match step
            .needs
            .filter(|need| choice.only.is_empty() && !has_passed(&ends, need))
        {
            Some(need) => {
                println!(
                    "\n== {}: not run, because \"{need}\" did not succeed",
                    step.name
                );
                End::NotRun
            }
            None => run(step, places),
        };
        ends.push((step.name, end, begin.elapsed()));
    }
    conclude(&ends, start.elapsed())
}

fn chosen(choice: &Choice) -> Outcome<Vec<&'static Step>> {
    let all = || STEPS.iter().chain(&LONG_STEPS);
    if let Some(unknown) = choice
        .only
        .iter()
        .find(|name| !all().any(|step| step.name == **name))
    {
        let names: Vec<&str> = all().map(|step| step.name).collect();
        return Err(Trouble::new(format!(
            "There is no check \"{unknown}\", but: {}.",
            names.join(", ")
        )));
    }
    if choice.only.is_empty() {
        return Ok(STEPS
            .iter()
            .chain(LONG_STEPS.iter().filter(|_| choice.full))
            .collect());
    }
    Ok(all()
        .filter(|step| choice.only.iter().any(|name| name == step.name))
        .collect())
}

fn has_passed(ends: &[(&str, End, Duration)], name: &str) -> bool {
    ends.iter()
        .any(|(done, end, _)| *done == name && matches!(end, End::Passed))
}

fn run(step: &Step, places: &Places) -> End {
    println!("\n== {}", step.name);
    let begin = Instant::now();
    let end = end_of(step, places).unwrap_or_else(|trouble| {
        eprintln!("{trouble}");
        End::Failed
    });
    println!(
        "== {}: {} in {}",
        step.name,
        word(end),
        spoken(begin.elapsed())
    );
    end
}

fn end_of(step: &Step, places: &Places) -> Outcome<End> {
    if let Some(obstacle) = (step.obstacle)(places)? {
        println!("{obstacle}");
        return Ok(End::NotPossible);
    }
    (step.work)(places)?;
    Ok(End::Passed)
}

fn word(end: End) -> &'static str {
    match end {
        End::Passed => "passed",
        End::Failed => "FAILED",
        End::NotRun => "not run",
        End::NotPossible => "NOT CHECKED",
    }
}

fn conclude(ends: &[(&str, End, Duration)], whole: Duration) -> Outcome {
    println!();
    for (name, end, time) in ends {
        println!("{name:<16} {:<12} {:>12}", word(*end), spoken(*time));
    }
    let line = tally(ends, whole);
    let bad = |(_, end, _): &(&str, End, Duration)| matches!(end, End::Failed | End::NotRun);
    if ends.iter().any(bad) {
        return Err(Trouble::new(line));
    }
    println!("{line}");
    Ok(())
}

/// How many checks passed, and which could not be made on this machine.
fn tally(ends: &[(&str, End, Duration)], whole: Duration) -> String {
    let of = |wanted: End| ends.iter().filter(move |(_, end, _)| *end == wanted);
    let passed = of(End::Passed).count();
    let time = spoken(whole);
    let line = format!("{passed} of {} checks passed in {time}.", ends.len());
    let unchecked: Vec<&str> = of(End::NotPossible).map(|(name, ..)| *name).collect();
    if unchecked.is_empty() {
        return line;
    }
    let names = unchecked.join(", ");
    format!("{line} NOT CHECKED, because this machine cannot: {names}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(choice: &Choice) -> Vec<&'static str> {
        chosen(choice)
            .unwrap()
            .into_iter()
            .map(|step| step.name)
            .collect()
    }

    #[test]
    fn the_long_checks_run_only_when_asked_for() {
        assert_eq!(names(&Choice::default()).len(), STEPS.len());
        assert_eq!(
            names(&Choice {
                full: true,
                only: Vec::new()
            })
            .last(),
            Some(&"lighthouse")
        );
        let only = Choice {
            full: false,
            only: vec!["lighthouse".to_owned(), "clippy".to_owned()],
        };
        assert_eq!(names(&only), ["clippy", "lighthouse"]);
        assert!(
            chosen(&Choice {
                full: false,
                only: vec!["magic".to_owned()]
            })
            .is_err()
        );
    }

    #[test]
    fn what_could_not_be_checked_is_neither_passed_nor_failed() {
        let second = Duration::from_secs(1);
        let ends = [
            ("clippy", End::Passed, second),
            ("advisories", End::NotPossible, second),
        ];
        assert!(conclude(&ends, second).is_ok());
        let said = tally(&ends, second);
        assert!(
            said.starts_with("1 of 2 checks passed in 1.0 s. NOT CHECKED"),
            "{said}"
        );
        assert!(said.ends_with("cannot: advisories."), "{said}");
        for end in [End::Failed, End::NotRun] {
            assert!(conclude(&[("clippy", end, second)], second).is_err());
        }
    }
}
