//! What the crates are that all is built from: `deny.toml` says what they may be.

use crate::places::Places;
use crate::process;
use crate::tools;
use crate::trouble::Outcome;

/// Licences, sources, and versions that are not left open.
pub(super) fn licences_and_sources(places: &Places) -> Outcome {
    deny(places, &["bans", "licenses", "sources"])
}

/// Known faults, crates that nobody looks after, withdrawn versions.
pub(super) fn advisories(places: &Places) -> Outcome {
    deny(places, &["advisories"])
}

fn deny(places: &Places, what: &[&str]) -> Outcome {
    let mut command = process::command(tools::cargo_deny(places)?);
    command
        .current_dir(places.root())
        .args(["--locked", "--config", "deny.toml", "check"])
        .args(["--hide-inclusion-graph"])
        .args(what);
    process::run(&mut command, "cargo deny")
}
