//! One draw of the simulation: importance factors, levels of the open answers, and the resulting
//! figures.

use super::plan::{Path, Plan};
use crate::near;
use crate::random::{self, Generator};

/// The current draw and its random stream.
#[derive(Debug, Clone)]
pub(super) struct Draw {
    stream: Generator,
    /// Random bits, one word per criterion, then one per open question.
    bits: Vec<u64>,
    /// The contents of the urns, laid out as [`Plan::levels`].
    urns: Vec<u8>,
    sections: Vec<f64>,
    shares: Vec<f64>,
    /// The importance factor of each slot, greater than 0; only ratios matter.
    pub(super) factors: Vec<f64>,
    /// The level drawn for each open question.
    pub(super) levels: Vec<u8>,
    /// The transformed mean, from which
    /// [`Aggregation::inverse_transform`](crate::Aggregation::inverse_transform) computes the AI
    /// content.
    pub(super) mean: f64,
    /// The fit of each path in percent; `None` if the path is blocked.
    pub(super) fits: [Option<f64>; 4],
}

impl Draw {
    pub(super) fn new(plan: &Plan, seed: u64) -> Self {
        Self {
            stream: Generator::from_seed(seed),
            bits: vec![0; plan.criteria.saturating_add(plan.open.len())],
            urns: plan.levels.clone(),
            sections: plan.urns.iter().map(|urn| urn.share).collect(),
            shares: plan.shares.clone(),
            factors: vec![1.0; plan.slots.len()],
            levels: vec![0; plan.open.len()],
            mean: 0.0,
            fits: [None; 4],
        }
    }

    /// Makes the next draw: criteria in the order of their ids, then questions in the order of
    /// their ids.
    pub(super) fn next(&mut self, plan: &Plan) {
        self.stream.fill(&mut self.bits);
        self.draw_factors(plan);
        self.draw_levels(plan);
        self.mean = self.mean(plan);
        for (fit, path) in self.fits.iter_mut().zip(&plan.paths) {
            *fit = possible(path, &self.shares).then(|| weigh(path, &self.shares, &self.factors));
        }
    }

    /// Draws independent exponentials, which are uniform on the simplex after normalization.
    fn draw_factors(&mut self, plan: &Plan) {
        for (factor, &place) in self.factors.iter_mut().zip(&plan.places) {
            *factor = random::unit_interval(self.bits.get(place).copied().unwrap_or_default());
        }
        // A separate loop can be vectorized.
        for factor in &mut self.factors {
            *factor = random::exponential_quantile(*factor);
        }
    }

    /// Draws the level of each open question from the Pólya urn of its section.
    fn draw_levels(&mut self, plan: &Plan) {
        self.shares.copy_from_slice(&plan.shares);
        for (share, urn) in self.sections.iter_mut().zip(&plan.urns) {
            *share = urn.share;
        }
        let bits = self.bits.iter().skip(plan.criteria);
        let mut adds = plan.adds.iter();
        for ((open, bits), level) in plan.open.iter().zip(bits).zip(&mut self.levels) {
            let (place, fresh) = random::uniform_index(*bits, open.places, 5);
            let Some(urn) = self.urns.get_mut(open.levels.clone()) else {
                continue;
            };
            // The last place means "any level from 0 to 4" and receives the drawn level.
            if let Some(last) = urn.last_mut() {
                *last = fresh as u8;
            }
            *level = urn.get(place as usize).copied().unwrap_or_default();
            if let Some(last) = urn.last_mut() {
                *last = *level;
            }
            let steps = f64::from(*level);
            if let Some(share) = self.sections.get_mut(open.urn) {
                *share += open.add * steps;
            }
            for &(slot, add) in adds.by_ref().take(open.adds) {
                if let Some(share) = self.shares.get_mut(slot) {
                    *share += add * steps;
                }
            }
        }
    }

    /// Returns the transformed mean of the sections that count; 0 if none does.
    fn mean(&self, plan: &Plan) -> f64 {
        if plan.weights <= 0.0 {
            return 0.0;
        }
        let mut sum = plan.fixed;
        for (share, urn) in self.sections.iter().zip(&plan.urns) {
            sum += urn.weight * plan.aggregation.transform(*share);
        }
        sum / plan.weights
    }
}

/// Returns whether no threshold blocks a path.
fn possible(path: &Path, shares: &[f64]) -> bool {
    let reached = |&(slot, floor): &(usize, f64)| {
        shares
            .get(slot)
            .is_some_and(|share| near::at_least(*share, floor))
    };
    !path.impossible && path.floors.iter().all(reached)
}

/// Returns the fit in percent.
fn weigh(path: &Path, shares: &[f64], factors: &[f64]) -> f64 {
    let (mut points, mut weights) = (0.0, 0.0);
    for &(slot, weight) in &path.terms {
        if let (Some(share), Some(factor)) = (shares.get(slot), factors.get(slot)) {
            let weight = weight * factor;
            points += weight * share;
            weights += weight;
        }
    }
    if weights > 0.0 {
        100.0 * points / weights
    } else {
        0.0
    }
}
