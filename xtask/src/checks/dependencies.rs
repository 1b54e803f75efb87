//! What the crates are that all is built from: `deny.toml` says what they may be.

use crate::checkout::Checkout;
use crate::error::Outcome;
use crate::process;
use crate::tools;

/// Licences, sources, and versions that are not left open.
pub(super) fn check_licences_and_sources(checkout: &Checkout) -> Outcome {
    run_cargo_deny(checkout, &["bans", "licenses", "sources"])
}

/// Known faults, crates that nobody looks after, withdrawn versions.
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
