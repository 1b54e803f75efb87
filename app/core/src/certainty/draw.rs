//! One draw: importance factors, levels of the open answers, and what follows from them.

use super::plan::{Path, Plan};
use crate::near;
use crate::random::Generator;

/// The numbers of the latest draw, and the stream they come from.
#[derive(Debug, Clone)]
pub(super) struct Draw {
    stream: Generator,
    /// The urns: known levels first, then those drawn; which is the room that each needs.
    urns: Vec<Vec<u8>>,
    sections: Vec<f64>,
    shares: Vec<f64>,
    /// Importance of each slot, above 0; only ratios count.
    pub(super) factors: Vec<f64>,
    /// The level drawn for each open question.
    pub(super) levels: Vec<u8>,
    /// The AI content in percent; 0 if no section counts.
    pub(super) ai_content: f64,
    /// The fit of each path in percent, if it is possible.
    pub(super) fits: [Option<f64>; 4],
}

impl Draw {
    pub(super) fn new(plan: &Plan, seed: u64) -> Self {
        Self {
            stream: Generator::seeded(seed),
            urns: plan
                .urns
                .iter()
                .map(|urn| {
                    let mut levels = urn.levels.clone();
                    levels.reserve_exact(urn.open);
                    levels
                })
                .collect(),
            sections: plan.urns.iter().map(|urn| urn.share).collect(),
            shares: plan.shares.clone(),
            factors: plan.slots.iter().map(|_| 1.0).collect(),
            levels: Vec::with_capacity(plan.open.len()),
            ai_content: 0.0,
            fits: [None; 4],
        }
    }

    /// Draws anew: criteria by id, then questions by id.
    pub(super) fn next(&mut self, plan: &Plan) {
        self.draw_factors(plan);
        self.draw_levels(plan);
        self.ai_content = self.content(plan);
        for (fit, path) in self.fits.iter_mut().zip(&plan.paths) {
            *fit = possible(path, &self.shares).then(|| weigh(path, &self.shares, &self.factors));
        }
    }

    /// Independent exponentials: once normalised they are uniform on the simplex.
    fn draw_factors(&mut self, plan: &Plan) {
        let mut factors = self.factors.iter_mut();
        for &used in &plan.used {
            if used {
                if let Some(factor) = factors.next() {
                    *factor = self.stream.exponential();
                }
            } else {
                self.stream.bits();
            }
        }
    }

    /// From each section's urn, which grows by what is drawn from it.
    fn draw_levels(&mut self, plan: &Plan) {
        self.shares.copy_from_slice(&plan.shares);
        for ((levels, share), urn) in self.urns.iter_mut().zip(&mut self.sections).zip(&plan.urns) {
            levels.truncate(urn.levels.len());
            *share = urn.share;
        }
        self.levels.clear();
        let mut adds = plan.adds.iter();
        for open in &plan.open {
            let Some(urn) = self.urns.get_mut(open.urn) else {
                continue;
            };
            let count = u32::try_from(urn.len()).unwrap_or(u32::MAX);
            let (place, fresh) = self.stream.place(count.saturating_add(1), 5);
            // The place behind the last level in the urn stands for "any of 0 to 4".
            let level = urn.get(place as usize).copied().unwrap_or(fresh as u8);
            urn.push(level);
            self.levels.push(level);
            let steps = f64::from(level);
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

    fn content(&self, plan: &Plan) -> f64 {
        if plan.weights <= 0.0 {
            return 0.0;
        }
        let mut sum = plan.fixed;
        for (share, urn) in self.sections.iter().zip(&plan.urns) {
            if urn.weight > 0.0 {
                sum += urn.weight * plan.aggregation.bend(*share);
            }
        }
        100.0 * plan.aggregation.unbend(sum / plan.weights)
    }
}

/// Whether no threshold bars a path.
fn possible(path: &Path, shares: &[f64]) -> bool {
    let reached = |&(slot, floor): &(usize, f64)| {
        shares
            .get(slot)
            .is_some_and(|share| near::reaches(*share, floor))
    };
    !path.impossible && path.floors.iter().all(reached)
}

/// The fit in percent.
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
