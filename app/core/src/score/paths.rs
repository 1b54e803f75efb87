//! Fit, coverage and status of a path.

use super::mean::Mean;
use super::{PathScore, PathStatus};
use crate::model::Term;
use crate::{PathId, Range, near};

/// The minimum share of the weight of a path on criteria with a value.
const ENOUGH_COVERAGE: f64 = 0.5;

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
        self.shortfall = 0.0;
        let mut sums = Sums::default();
        for term in terms {
            // A criterion without counting questions is excluded.
            let Some(mean) = criteria
                .get(term.criterion.index())
                .and_then(Option::as_ref)
            else {
                continue;
            };
            sums.add(term.weight, mean);
            let Some(threshold) = term.veto_below else {
                continue;
            };
            match mean.value() {
                None => self.unverified.push(term.criterion),
                Some(value) if near::less_than(value, threshold) => {
                    self.blocked_by.push(term.criterion);
                    self.shortfall += threshold - value;
                }
                Some(_) => {}
            }
        }
        self.fit = sums.fit();
        self.coverage = sums.coverage();
        self.status = PathStatus::determine(
            self.coverage,
            !self.blocked_by.is_empty(),
            !self.unverified.is_empty(),
        );
    }
}

impl PathStatus {
    /// Returns the worst status that applies. `coverage` is the share of the weight on criteria
    /// with a value; `blocked` and `unverified` tell whether a threshold is missed or has no value
    /// to compare.
    pub(super) fn determine(coverage: f64, blocked: bool, unverified: bool) -> Self {
        if near::less_than(coverage, ENOUGH_COVERAGE) {
            Self::Unknown
        } else if blocked {
            Self::Blocked
        } else if unverified {
            Self::Unverified
        } else {
            Self::Open
        }
    }
}

#[derive(Default)]
struct Sums {
    weight: f64,
    low: f64,
    high: f64,
    known: f64,
    points: f64,
}

impl Sums {
    fn add(&mut self, weight: f64, mean: &Mean) {
        self.weight += weight;
        self.low += weight * mean.low();
        self.high += weight * mean.high();
        if let Some(value) = mean.value() {
            self.known += weight;
            self.points += weight * value;
        }
    }

    fn fit(&self) -> Option<Range> {
        (self.weight > 0.0).then(|| {
            let value = (self.known > 0.0).then(|| self.points / self.known);
            Range::from_shares(self.low / self.weight, value, self.high / self.weight)
        })
    }

    fn coverage(&self) -> f64 {
        if self.weight > 0.0 {
            (self.known / self.weight).clamp(0.0, 1.0)
        } else {
            0.0
        }
    }
}
