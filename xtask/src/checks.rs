//! `cargo xtask test`: everything that is checked before a change is accepted.

use std::fs;
use std::time::{Duration, Instant};

use crate::finish::html;
use crate::places::Places;
use crate::process::{self, spoken};
use crate::product::{self, Kind};
use crate::tools::{self, WebTools, browser};
use crate::trouble::{Outcome, Trouble};
use crate::{fuzz, lighthouse, parity, size};

/// One thing that is checked.
struct Step {
    name: &'static str,
    /// Another step without whose success this one makes no sense.
    needs: Option<&'static str>,
    work: fn(&Places) -> Outcome,
}

static STEPS: [Step; 8] = [
    Step {
        name: "formatting",
        needs: None,
        work: formatting,
    },
    Step {
        name: "clippy",
        needs: None,
        work: clippy,
    },
    Step {
        name: "clippy for wasm",
        needs: None,
        work: clippy_for_wasm,
    },
    Step {
        name: "native tests",
        needs: None,
        work: native_tests,
    },
    Step {
        name: "parity",
        needs: None,
        work: parity::run,
    },
    Step {
        name: "release build",
        needs: None,
        work: release_build,
    },
    Step {
        name: "size",
        needs: Some("release build"),
        work: size::report,
    },
    Step {
        name: "journeys",
        needs: Some("release build"),
        work: journeys,
    },
];

static LONG_STEPS: [Step; 2] = [
    Step {
        name: "fuzzing",
        needs: None,
        work: fuzz::run,
    },
    Step {
        name: "lighthouse",
        needs: Some("release build"),
        work: lighthouse,
    },
];

/// How a step ended.
enum End {
    Passed,
    Failed,
    NotRun,
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
    let end = match (step.work)(places) {
        Ok(()) => End::Passed,
        Err(trouble) => {
            eprintln!("{trouble}");
            End::Failed
        }
    };
    println!(
        "== {}: {} in {}",
        step.name,
        word(&end),
        spoken(begin.elapsed())
    );
    end
}

fn word(end: &End) -> &'static str {
    match end {
        End::Passed => "passed",
        End::Failed => "FAILED",
        End::NotRun => "not run",
    }
}

fn conclude(ends: &[(&str, End, Duration)], whole: Duration) -> Outcome {
    println!();
    for (name, end, time) in ends {
        println!("{name:<16} {:<8} {:>12}", word(end), spoken(*time));
    }
    let passed = ends
        .iter()
        .filter(|(_, end, _)| matches!(end, End::Passed))
        .count();
    let line = format!(
        "{passed} of {} checks passed in {}.",
        ends.len(),
        spoken(whole)
    );
    if passed < ends.len() {
        return Err(Trouble::new(line));
    }
    println!("{line}");
    Ok(())
}

fn formatting(places: &Places) -> Outcome {
    process::run(
        tools::cargo(places).args(["fmt", "--all", "--check"]),
        "cargo fmt --check",
    )
}

fn clippy(places: &Places) -> Outcome {
    let mut command = tools::cargo(places);
    command
        .args(["clippy", "--quiet", "--workspace", "--all-targets"])
        .args(features_for_tests(places));
    process::run(command.args(["--", "--deny", "warnings"]), "Clippy")
}

/// As for a release, whose build scripts and macros it then shares.
fn clippy_for_wasm(places: &Places) -> Outcome {
    let tools = WebTools::ready(places)?;
    let mut command = tools.clippy(places);
    command.args(["--package", "assay-web", "--release"]);
    if let Some(features) = features_for_wasm(places) {
        command.args(["--features", &features]);
    }
    process::run(
        command.args(["--", "--deny", "warnings"]),
        "Clippy for wasm",
    )
}

fn native_tests(places: &Places) -> Outcome {
    let mut command = tools::cargo(places);
    command.args([
        "test",
        "--quiet",
        "--workspace",
        "--exclude",
        "assay-journeys",
    ]);
    process::run(command.args(features_for_tests(places)), "Native tests")
}

fn release_build(places: &Places) -> Outcome {
    product::build(places, &WebTools::ready(places)?, Kind::Release)
}

fn journeys(places: &Places) -> Outcome {
    browser::ready(places)?;
    process::run(
        tools::cargo(places).args(["test", "--quiet", "--package", "assay-journeys"]),
        "Journeys",
    )
}

fn lighthouse(places: &Places) -> Outcome {
    browser::ready(places)?;
    lighthouse::run(places)
}

/// With the program that prints the first screen, if there is one, so that it
/// is checked too and its libraries are built only once.
fn features_for_tests(places: &Places) -> &'static [&'static str] {
    let manifest = fs::read_to_string(places.file("app/web/Cargo.toml")).unwrap_or_default();
    if manifest
        .lines()
        .any(|line| line.trim_start().starts_with("ssr ="))
    {
        &["--features", "assay-web/ssr"]
    } else {
        &[]
    }
}

/// Those that Trunk builds with.
fn features_for_wasm(places: &Places) -> Option<String> {
    let page = fs::read_to_string(places.file("app/web/index.html")).ok()?;
    let links = html::elements(&page, "link");
    let rust = links
        .iter()
        .find(|link| link.attribute("rel") == Some("rust"))?;
    rust.attribute("data-cargo-features").map(str::to_owned)
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
}
