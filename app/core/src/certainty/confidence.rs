//! The confidence: how often the recommendation holds in the draws.

use super::draw_counts::{DrawCounts, RANK_UNITS};
use crate::{PathId, Recommendation};

/// Returns the share of draws in which the recommended path ranks first or, if foundations come
/// first, in which no path can be recommended; from 0 to 1. `None` without draws or without enough
/// answers.
pub(super) fn confidence(tally: &DrawCounts, recommendation: &Recommendation) -> Option<f64> {
    let draws = tally.draws();
    if draws == 0 {
        return None;
    }
    let first = |path: PathId| {
        tally
            .ranks
            .get(path.index())
            .map(|[first, ..]| share(*first, draws))
    };
    match recommendation {
        Recommendation::Path { path, .. } => first(*path),
        Recommendation::FoundationsFirst { .. } => Some(tally.none as f64 / draws as f64),
        Recommendation::NotEnoughAnswers => None,
    }
}

/// Converts a count in rank units to a share of all draws.
pub(super) fn share(count: u64, draws: usize) -> f64 {
    if draws == 0 {
        0.0
    } else {
        count as f64 / (f64::from(RANK_UNITS) * draws as f64)
    }
}
