//! What the crates are that all is built from: `deny.toml` says what they may be.

use crate::checkout::Checkout;
use crate::error::Outcome;
use crate::process;
use crate::tools;

/// Licences, sources, and versions that are not left open.
pub(super) fn check_licences_and_sources(places: &Checkout) -> Outcome {
    run_cargo_deny(places, &["bans", "licenses", "sources"])
}

/// Known faults, crates that nobody looks after, withdrawn versions.
pub(super) fn check_advisories(places: &Checkout) -> Outcome {
    run_cargo_deny(places, &["advisories"])
}

fn run_cargo_deny(places: &Checkout, what: &[&str]) -> Outcome {
    let mut command = process::command(tools::ensure_cargo_deny(places)?);
    command
        .current_dir(places.root())
        .args(["--locked", "--config", "deny.toml", "check"])
        .args(["--hide-inclusion-graph"])
        .args(what);
    process::run(&mut command, "cargo deny")
}
