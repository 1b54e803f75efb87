//! `cargo xtask shots`: screenshots of every page, taken by the journeys'
//! program of that name.

use std::ffi::OsString;

use crate::checkout::Checkout;
use crate::error::Outcome;
use crate::process;
use crate::product::{self, BuildKind};
use crate::tools::{self, WebTools, browser};

/// Builds the site and takes the pictures; `rest` goes to the program.
///
/// # Errors
/// What cannot be installed, built or run.
pub fn take_screenshots(places: &Checkout, rest: &[OsString]) -> Outcome {
    browser::ensure(places)?;
    product::build(places, &WebTools::ensure(places)?, BuildKind::Release)?;
    let mut command = tools::cargo(places);
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
