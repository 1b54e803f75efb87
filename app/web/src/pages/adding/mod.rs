//! Adding other people's results to a page: what the comparison and the team have in common.

mod locked;

use assay_core::link::Sealed;

pub(crate) use locked::Locked;

/// Why a result cannot be added, or not yet.
pub(crate) enum Obstacle {
    /// A sentence that says why.
    Said(String),
    /// It waits for its passphrase.
    Sealed(Sealed),
}

/// The beginning of a link, to tell it from the others.
pub(crate) fn excerpt(link: &str) -> String {
    const LONG: usize = 28;
    let start: String = link.chars().take(LONG).collect();
    match link.chars().nth(LONG) {
        Some(_) => format!("{start}…"),
        None if start.is_empty() => "#/r/".to_owned(),
        None => start,
    }
}
