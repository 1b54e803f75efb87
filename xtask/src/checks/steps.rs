//! What is checked, one after the other.

use std::fs;
use std::num::NonZero;

use super::dependencies;
use crate::checkout::Checkout;
use crate::error::Outcome;
use crate::finish::html;
use crate::process;
use crate::product::{self, BuildKind};
use crate::tools::{self, WebTools, advisories, browser};
use crate::{fuzz, lighthouse, parity, size};

/// One thing that is checked.
pub(super) struct Step {
    pub(super) name: &'static str,
    /// Another step without whose success this one makes no sense.
    pub(super) needs: Option<&'static str>,
    /// Says why this machine cannot check it, where that is so.
    pub(super) unavailable_reason: fn(&Checkout) -> Outcome<Option<String>>,
    pub(super) action: fn(&Checkout) -> Outcome,
}

impl Step {
    const fn new(name: &'static str, work: fn(&Checkout) -> Outcome) -> Self {
        Self {
            name,
            needs: None,
            unavailable_reason: |_| Ok(None),
            action: work,
        }
    }

    const fn needs(self, needs: &'static str) -> Self {
        Self {
            needs: Some(needs),
            ..self
        }
    }

    const fn unavailable_if(self, obstacle: fn(&Checkout) -> Outcome<Option<String>>) -> Self {
        Self {
            unavailable_reason: obstacle,
            ..self
        }
    }
}

/// Those of every change.
pub(super) static STEPS: [Step; 10] = [
    Step::new("formatting", check_formatting),
    Step::new("licences", dependencies::check_licences_and_sources),
    Step::new("advisories", dependencies::check_advisories)
        .unavailable_if(advisories::unavailable_reason),
    Step::new("clippy", check_clippy),
    Step::new("clippy for wasm", check_clippy_for_wasm),
    Step::new("native tests", run_native_tests),
    Step::new("parity", parity::run),
    Step::new("release build", build_release),
    Step::new("size", size::report).needs("release build"),
    Step::new("journeys", run_journeys).needs("release build"),
];

/// Those of a larger change.
pub(super) static LONG_STEPS: [Step; 2] = [
    Step::new("fuzzing", fuzz::run),
    Step::new("lighthouse", run_lighthouse).needs("release build"),
];

fn check_formatting(places: &Checkout) -> Outcome {
    process::run(
        tools::cargo(places).args(["fmt", "--all", "--check"]),
        "cargo fmt --check",
    )
}

fn check_clippy(places: &Checkout) -> Outcome {
    let mut command = tools::cargo(places);
    command
        .args(["clippy", "--quiet", "--workspace", "--all-targets"])
        .args(features_for_tests(places));
    process::run(command.args(["--", "--deny", "warnings"]), "Clippy")
}

/// As for a release, whose build scripts and macros it then shares.
fn check_clippy_for_wasm(places: &Checkout) -> Outcome {
    let tools = WebTools::ensure(places)?;
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

fn run_native_tests(places: &Checkout) -> Outcome {
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

fn build_release(places: &Checkout) -> Outcome {
    product::build(places, &WebTools::ensure(places)?, BuildKind::Release)
}

fn run_journeys(places: &Checkout) -> Outcome {
    browser::ensure(places)?;
    // A browser waits a good part of its time: one more than there are cores keeps them busy.
    let at_once = 1 + std::thread::available_parallelism().map_or(2, NonZero::get);
    process::run(
        tools::cargo(places)
            .args(["test", "--quiet", "--package", "assay-journeys", "--"])
            .args(["--test-threads", &at_once.to_string()]),
        "Journeys",
    )
}

fn run_lighthouse(places: &Checkout) -> Outcome {
    browser::ensure(places)?;
    lighthouse::run(places)
}

/// With the program that prints the first screen, if there is one, so that it
/// is checked too and its libraries are built only once.
fn features_for_tests(places: &Checkout) -> &'static [&'static str] {
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
fn features_for_wasm(places: &Checkout) -> Option<String> {
    let page = fs::read_to_string(places.file("app/web/index.html")).ok()?;
    let links = html::find_elements(&page, "link");
    let rust = links
        .iter()
        .find(|link| link.attribute("rel") == Some("rust"))?;
    rust.attribute("data-cargo-features").map(str::to_owned)
}
