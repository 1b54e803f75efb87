//! What is checked, one after the other.

use std::fs;
use std::num::NonZero;

use super::dependencies;
use crate::finish::html;
use crate::places::Places;
use crate::process;
use crate::product::{self, Kind};
use crate::tools::{self, WebTools, advisories, browser};
use crate::trouble::Outcome;
use crate::{fuzz, lighthouse, parity, size};

/// One thing that is checked.
pub(super) struct Step {
    pub(super) name: &'static str,
    /// Another step without whose success this one makes no sense.
    pub(super) needs: Option<&'static str>,
    /// Says why this machine cannot check it, where that is so.
    pub(super) obstacle: fn(&Places) -> Outcome<Option<String>>,
    pub(super) work: fn(&Places) -> Outcome,
}

impl Step {
    const fn new(name: &'static str, work: fn(&Places) -> Outcome) -> Self {
        Self {
            name,
            needs: None,
            obstacle: |_| Ok(None),
            work,
        }
    }

    const fn needs(self, needs: &'static str) -> Self {
        Self {
            needs: Some(needs),
            ..self
        }
    }

    const fn unless(self, obstacle: fn(&Places) -> Outcome<Option<String>>) -> Self {
        Self { obstacle, ..self }
    }
}

/// Those of every change.
pub(super) static STEPS: [Step; 10] = [
    Step::new("formatting", formatting),
    Step::new("licences", dependencies::licences_and_sources),
    Step::new("advisories", dependencies::advisories).unless(advisories::missing),
    Step::new("clippy", clippy),
    Step::new("clippy for wasm", clippy_for_wasm),
    Step::new("native tests", native_tests),
    Step::new("parity", parity::run),
    Step::new("release build", release_build),
    Step::new("size", size::report).needs("release build"),
    Step::new("journeys", journeys).needs("release build"),
];

/// Those of a larger change.
pub(super) static LONG_STEPS: [Step; 2] = [
    Step::new("fuzzing", fuzz::run),
    Step::new("lighthouse", lighthouse).needs("release build"),
];

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
    // A browser waits a good part of its time: one more than there are cores keeps them busy.
    let at_once = 1 + std::thread::available_parallelism().map_or(2, NonZero::get);
    process::run(
        tools::cargo(places)
            .args(["test", "--quiet", "--package", "assay-journeys", "--"])
            .args(["--test-threads", &at_once.to_string()]),
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
