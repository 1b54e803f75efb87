//! `cargo xtask shots`: screenshots of every page, taken by the journeys'
//! program of that name.

use std::ffi::OsString;

use crate::places::Places;
use crate::process;
use crate::product::{self, Kind};
use crate::tools::{self, WebTools, browser};
use crate::trouble::Outcome;

/// Builds the site and takes the pictures; `rest` goes to the program.
///
/// # Errors
/// What cannot be installed, built or run.
pub fn take(places: &Places, rest: &[OsString]) -> Outcome {
    browser::ready(places)?;
    product::build(places, &WebTools::ready(places)?, Kind::Release)?;
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
