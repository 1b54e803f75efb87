//! `cargo xtask test`: everything that is checked before a change is accepted.

use std::fs;
use std::time::{Duration, Instant};

use crate::finish::html;
use crate::places::Places;
use crate::process::{self, spoken};
use crate::product::{self, Kind};
use crate::tools::{self, WebTools, browser};
use crate::trouble::{Outcome, Trouble};
use crate::{fuzz, lighthouse, size};

/// One thing that is checked.
struct Step {
    name: &'static str,
    /// Another step without whose success this one makes no sense.
    needs: Option<&'static str>,
    work: fn(&Places) -> Outcome,
}

const STEPS: [Step; 7] = [
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

const LONG_STEPS: [Step; 2] = [
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

/// Runs all steps, the long ones too if `full`. A failure does not keep later
/// steps from being run, unless they need what failed.
///
/// # Errors
/// If a step failed.
pub fn test(places: &Places, full: bool) -> Outcome {
    let start = Instant::now();
    let mut ends: Vec<(&'static str, End, Duration)> = Vec::new();
    for step in STEPS.iter().chain(LONG_STEPS.iter().filter(|_| full)) {
        let missing = step.needs.filter(|need| {
            !ends
                .iter()
                .any(|(name, end, _)| name == need && matches!(end, End::Passed))
        });
        if let Some(need) = missing {
            println!(
                "\n== {}: not run, because \"{need}\" did not succeed",
                step.name
            );
            ends.push((step.name, End::NotRun, Duration::ZERO));
            continue;
        }
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
        ends.push((step.name, end, begin.elapsed()));
    }
    conclude(&ends, start.elapsed())
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

fn clippy_for_wasm(places: &Places) -> Outcome {
    let tools = WebTools::ready(places)?;
    let mut command = tools.clippy(places);
    command.args(["--package", "assay-web"]);
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
