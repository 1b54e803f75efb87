//! Fit, coverage and status of a path.

use super::mean::Mean;
use super::{PathScore, PathStatus};
use crate::model::Term;
use crate::{PathId, Range, near};

/// The minimum share of the weight of a path on criteria with a value, from 0 to 1. The status of a
/// path with less is unknown.
pub const MIN_COVERAGE: f64 = 0.5;

impl PathScore {
    /// Creates a path without figures.
    pub(crate) fn empty(id: PathId) -> Self {
        Self {
            id,
            status: PathStatus::Unknown,
            rank: 0,
            fit: None,
            coverage: 0.0,
            blocked_by: Vec::new(),
            unverified: Vec::new(),
            shortfall: 0.0,
        }
    }

    /// Computes all figures except the rank; reuses the lists.
    pub(super) fn fill(&mut self, terms: &[Term], criteria: &[Option<Mean>]) {
        self.blocked_by.clear();
        self.unverified.clear();
        let mut sums = PathSums::default();
        let (mut low, mut high) = (0.0, 0.0);
        for term in terms {
            // A criterion without counting questions is excluded.
            let Some(mean) = criteria
                .get(term.criterion.index())
                .and_then(Option::as_ref)
            else {
                continue;
            };
            low += term.weight * mean.low();
            high += term.weight * mean.high();
            match sums.add(term, mean.value()) {
                Veto::None => {}
                Veto::Blocks => self.blocked_by.push(term.criterion),
                Veto::Unverified => self.unverified.push(term.criterion),
            }
        }
        self.fit = (sums.weight > 0.0)
            .then(|| Range::from_shares(low / sums.weight, sums.fit(), high / sums.weight));
        self.coverage = sums.coverage();
        self.shortfall = sums.shortfall;
        self.status = sums.status();
    }
}

/// The effect of the threshold of a criterion.
pub(super) enum Veto {
    /// There is no threshold, or the value reaches it.
    None,
    /// The value is below the threshold.
    Blocks,
    /// There is a threshold, but no value.
    Unverified,
}

/// Sums over the counting criteria of a path, from which its status and fit follow.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct PathSums {
    weight: f64,
    known: f64,
    points: f64,
    shortfall: f64,
    is_blocked: bool,
    is_unverified: bool,
}

impl PathSums {
    /// Adds a counting criterion with its value from 0 to 1.
    pub(super) fn add(&mut self, term: &Term, value: Option<f64>) -> Veto {
        self.weight += term.weight;
        let Some(value) = value else {
            let unverified = term.veto_below.is_some();
            self.is_unverified |= unverified;
            return if unverified {
                Veto::Unverified
            } else {
                Veto::None
            };
        };
        self.known += term.weight;
        self.points += term.weight * value;
        match term.veto_below {
            Some(threshold) if near::less_than(value, threshold) => {
                self.is_blocked = true;
                self.shortfall += threshold - value;
                Veto::Blocks
            }
            _ => Veto::None,
        }
    }

    /// Returns the fit over the criteria with a value, from 0 to 1.
    pub(super) fn fit(&self) -> Option<f64> {
        (self.known > 0.0).then(|| self.points / self.known)
    }

    /// Returns the share of the weight on criteria with a value, from 0 to 1.
    fn coverage(&self) -> f64 {
        if self.weight > 0.0 {
            (self.known / self.weight).clamp(0.0, 1.0)
        } else {
            0.0
        }
    }

    /// Returns the sum of the differences between thresholds and values, each from 0 to 1.
    pub(super) fn shortfall(&self) -> f64 {
        self.shortfall
    }

    /// Returns the worst status that applies.
    pub(super) fn status(&self) -> PathStatus {
        if near::less_than(self.coverage(), MIN_COVERAGE) {
            PathStatus::Unknown
        } else if self.is_blocked {
            PathStatus::Blocked
        } else if self.is_unverified {
            PathStatus::Unverified
        } else {
            PathStatus::Open
        }
    }
}
