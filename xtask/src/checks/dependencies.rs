//! Checks of the dependencies against the rules in `deny.toml`.

use crate::checkout::Checkout;
use crate::error::Outcome;
use crate::process;
use crate::tools;

/// Checks licences, sources, and that no version is left open.
pub(super) fn check_licences_and_sources(checkout: &Checkout) -> Outcome {
    run_cargo_deny(checkout, &["bans", "licenses", "sources"])
}

/// Checks for known vulnerabilities, unmaintained crates and withdrawn versions.
pub(super) fn check_advisories(checkout: &Checkout) -> Outcome {
    run_cargo_deny(checkout, &["advisories"])
}

fn run_cargo_deny(checkout: &Checkout, what: &[&str]) -> Outcome {
    let mut command = process::command(tools::ensure_cargo_deny(checkout)?);
    command
        .current_dir(checkout.root())
        .args(["--locked", "--config", "deny.toml", "check"])
        .args(["--hide-inclusion-graph"])
        .args(what);
    process::run(&mut command, "cargo deny")
}
