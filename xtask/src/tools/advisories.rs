//! The database of security advisories for crates. It is a git repository, so a machine that
//! reaches only the registry of crates cannot fetch it.

use std::time::Duration;

use super::cargo_tools::ensure_cargo_deny;
use super::folder::folder_bytes;
use crate::checkout::Checkout;
use crate::error::Outcome;
use crate::process;

/// The fetch is ended when nothing arrives for this time.
const FETCH_TIMEOUT: Duration = Duration::from_secs(60);

/// Fetches the current database. Returns the consequences if that is not possible on this machine.
///
/// # Errors
/// If cargo-deny cannot be installed.
pub fn unavailable_reason(checkout: &Checkout) -> Outcome<Option<String>> {
    let mut fetch = process::command(ensure_cargo_deny(checkout)?);
    fetch
        .current_dir(checkout.root())
        .args(["--config", "deny.toml", "fetch", "db"])
        // Git must not wait for a password.
        .env("GIT_TERMINAL_PROMPT", "0");
    // The path that deny.toml contains.
    let folder = checkout.tools().join("advisories");
    let fetched =
        process::run_while_progressing(&mut fetch, FETCH_TIMEOUT, || folder_bytes(&folder, 8));
    Ok((!fetched).then(|| {
        "The advisories at https://github.com/rustsec/advisory-db cannot be fetched here: \
         known faults and withdrawn versions of crates were NOT looked for. Git may be told of a \
         copy: git config --global url.COPY.insteadOf https://github.com/rustsec/advisory-db"
            .to_owned()
    }))
}
