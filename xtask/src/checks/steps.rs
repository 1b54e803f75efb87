//! The steps of `cargo xtask test`, in their order.

use std::fs;

use super::{dependencies, journeys};
use crate::build_kind::BuildKind;
use crate::checkout::Checkout;
use crate::engines::Engine;
use crate::error::Outcome;
use crate::finish::html;
use crate::process;
use crate::product;
use crate::tools::{self, WebTools, advisories, system};
use crate::{fuzz, lighthouse, parity, size};

/// When a step runs. Native and web steps use different compilers and folders, so both run at the same
/// time: where one of them waits for a single core, the other uses the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lane {
    Native,
    Web,
    /// After all others, and alone: browsers on a busy machine are unreliable.
    Alone,
}

/// A check.
pub(super) struct Step {
    /// Its own name in the report.
    pub(super) name: &'static str,
    /// The name of the check for the command line, which several steps may share.
    pub(super) check: &'static str,
    pub(super) lane: Lane,
    /// Whether it is for a large change only.
    pub(super) is_long: bool,
    /// The engine of its browser; it runs if that is chosen.
    pub(super) engine: Option<Engine>,
    /// The name of another step; without its success this one is not run.
    pub(super) needs: Option<&'static str>,
    /// Returns the reason if this machine cannot run the check.
    pub(super) unavailable_reason: fn(&Checkout) -> Outcome<Option<String>>,
    pub(super) action: fn(&Checkout) -> Outcome,
}

impl Step {
    const fn new(lane: Lane, name: &'static str, work: fn(&Checkout) -> Outcome) -> Self {
        Self {
            name,
            check: name,
            lane,
            is_long: false,
            engine: None,
            needs: None,
            unavailable_reason: |_| Ok(None),
            action: work,
        }
    }

    const fn long(self) -> Self {
        Self {
            is_long: true,
            ..self
        }
    }

    const fn journeys(engine: Engine, name: &'static str, work: fn(&Checkout) -> Outcome) -> Self {
        Self {
            check: "journeys",
            engine: Some(engine),
            ..Self::new(Lane::Alone, name, work).needs("release build")
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

/// All steps, those for a large change last.
pub(super) static STEPS: [Step; 14] = [
    Step::new(Lane::Native, "formatting", check_formatting),
    Step::new(
        Lane::Native,
        "licences",
        dependencies::check_licences_and_sources,
    ),
    Step::new(Lane::Native, "advisories", dependencies::check_advisories)
        .unavailable_if(advisories::unavailable_reason),
    Step::new(Lane::Native, "clippy", check_clippy),
    Step::new(Lane::Native, "native tests", run_native_tests),
    Step::new(Lane::Web, "parity", parity::run),
    Step::new(Lane::Web, "release build", build_release),
    Step::new(Lane::Web, "size", size::report).needs("release build"),
    Step::journeys(Engine::Chromium, "journeys", |checkout| {
        journeys::run(checkout, Engine::Chromium)
    }),
    Step::journeys(Engine::Firefox, "journeys Firefox", |checkout| {
        journeys::run(checkout, Engine::Firefox)
    }),
    Step::journeys(Engine::WebKit, "journeys WebKit", |checkout| {
        journeys::run(checkout, Engine::WebKit)
    }),
    Step::new(Lane::Alone, "fuzzing", fuzz::run).long(),
    Step::new(Lane::Alone, "documents", open_documents)
        .unavailable_if(|_| Ok(missing_libreoffice()))
        .long(),
    Step::new(Lane::Alone, "lighthouse", run_lighthouse)
        .needs("release build")
        .long(),
];

fn check_formatting(checkout: &Checkout) -> Outcome {
    process::run(
        tools::cargo(checkout).args(["fmt", "--all", "--check"]),
        "cargo fmt --check",
    )
}

/// Checks the app for the browser too: it compiles natively, so that no other compiler has to check
/// the libraries once more.
fn check_clippy(checkout: &Checkout) -> Outcome {
    let mut command = tools::cargo(checkout);
    command
        .args(["clippy", "--quiet", "--workspace", "--all-targets"])
        .args(features_for_tests(checkout));
    if let Some(features) = features_for_wasm(checkout) {
        command.args(["--features", &format!("assay-web/{features}")]);
    }
    process::run(command.args(["--", "--deny", "warnings"]), "Clippy")
}

fn run_native_tests(checkout: &Checkout) -> Outcome {
    let mut command = tools::cargo(checkout);
    command.args([
        "test",
        "--quiet",
        "--workspace",
        "--exclude",
        "assay-journeys",
    ]);
    process::run(command.args(features_for_tests(checkout)), "Native tests")
}

/// Opens the documents of reports in LibreOffice, and compares what it computes.
fn open_documents(checkout: &Checkout) -> Outcome {
    let mut command = tools::cargo(checkout);
    command.args(["test", "--quiet", "--package", "assay-reports"]);
    process::run(
        command.args(["--test", "libreoffice", "--", "--ignored"]),
        "Documents in LibreOffice",
    )
}

fn missing_libreoffice() -> Option<String> {
    let is_missing = process::find_program("soffice").is_none();
    is_missing.then(|| {
        "LibreOffice is not installed here: documents were NOT opened, and the formulas of workbooks \
         NOT computed. Debian's packages are libreoffice-calc, -writer and -impress"
            .to_owned()
    })
}

fn build_release(checkout: &Checkout) -> Outcome {
    product::build(checkout, &WebTools::ensure(checkout)?, BuildKind::Release)
}

fn run_lighthouse(checkout: &Checkout) -> Outcome {
    system::ensure_browser(checkout)?;
    lighthouse::run(checkout)
}

/// Includes the program that renders the first screen, if there is one: it is checked too, and its
/// libraries are built once.
fn features_for_tests(checkout: &Checkout) -> &'static [&'static str] {
    let manifest = fs::read_to_string(checkout.file("app/web/Cargo.toml")).unwrap_or_default();
    if manifest
        .lines()
        .any(|line| line.trim_start().starts_with("ssr ="))
    {
        &["--features", "assay-web/ssr"]
    } else {
        &[]
    }
}

/// The features with which Trunk builds the app.
fn features_for_wasm(checkout: &Checkout) -> Option<String> {
    let page = fs::read_to_string(checkout.file("app/web/index.html")).ok()?;
    let links = html::find_elements(&page, "link");
    let rust = links
        .iter()
        .find(|link| link.attribute("rel") == Some("rust"))?;
    rust.attribute("data-cargo-features").map(str::to_owned)
}
