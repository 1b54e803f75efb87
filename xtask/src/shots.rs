//! `cargo xtask shots`: screenshots of every page, taken by the program `shots` of the journeys.

use std::ffi::OsString;

use crate::build_kind::BuildKind;
use crate::checkout::Checkout;
use crate::error::Outcome;
use crate::process;
use crate::product;
use crate::tools::{self, WebTools, system};

/// Builds the app and takes the screenshots; `rest` are arguments for the program.
///
/// # Errors
/// If something cannot be installed, built or run.
pub fn take_screenshots(checkout: &Checkout, rest: &[OsString]) -> Outcome {
    system::ensure_browser(checkout)?;
    product::build(checkout, &WebTools::ensure(checkout)?, BuildKind::Release)?;
    let mut command = tools::cargo(checkout);
    command
        .args([
            "run",
            "--quiet",
            "--package",
            "assay-journeys",
            "--bin",
            "shots",
            "--",
        ])
        .args(rest);
    process::run(&mut command, "Taking screenshots")
}
