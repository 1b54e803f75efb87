//! The state of a path while answers change.

use super::PathStatus;
use super::mean::GroupMean;
use super::paths::PathSums;
use crate::model::Term;

/// The figures of a path that rank it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct PathState {
    pub(crate) status: PathStatus,
    /// The fit in percent.
    pub(crate) fit: Option<f64>,
    pub(crate) shortfall: f64,
}

impl PathState {
    /// Returns the key by which paths are ranked.
    pub(crate) fn ranking_key(self) -> (PathStatus, f64) {
        (self.status, self.fit.unwrap_or_default())
    }
}

/// Computes the state of a path from the means of the criteria.
pub(super) fn path_state(terms: &[Term], criteria: &[GroupMean]) -> PathState {
    let mut sums = PathSums::default();
    for term in terms {
        match criteria.get(term.criterion.index()) {
            Some(GroupMean::Known(value)) => sums.add(term, Some(*value)),
            Some(GroupMean::Open) => sums.add(term, None),
            Some(GroupMean::Empty) | None => continue,
        };
    }
    PathState {
        status: sums.status(),
        fit: sums.fit().map(|fit| (fit * 100.0).clamp(0.0, 100.0)),
        shortfall: sums.shortfall(),
    }
}
