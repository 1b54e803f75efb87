//! Builds a [`Certainty`] from the counts of the draws.

use super::Certainty;
use super::confidence::{confidence, share};
use super::draw_counts::{DrawCounts, RANK_UNITS};
use super::plan::Plan;
use super::plausible_range::plausible_range;
use crate::{ConfidenceLevel, CriterionIx, Recommendation, ask_next};

/// Returns the figures for a result with this AI content and recommendation.
pub(super) fn build_certainty(
    plan: &Plan,
    tally: &DrawCounts,
    value: Option<f64>,
    recommendation: &Recommendation,
) -> Certainty {
    let draws = tally.draws();
    let rank_acceptability = tally.ranks.map(|ranks| ranks.map(|n| share(n, draws)));
    let confidence = confidence(tally, recommendation);
    Certainty {
        draws,
        plausible: plausible_range(plan, &tally.means, value),
        rank_acceptability,
        blocked_share: tally.ranks.map(|ranks| {
            let possible = ranks.iter().sum::<u64>();
            let all = u64::from(RANK_UNITS).saturating_mul(draws as u64);
            share(all.saturating_sub(possible), draws)
        }),
        central_weights: std::array::from_fn(|path| central_weights(plan, tally, path)),
        confidence,
        level: confidence.map(ConfidenceLevel::from_share),
        ask_next: ask_next::rank_questions(
            plan.open.iter().map(|open| open.question).zip(&tally.cells),
            draws,
        ),
    }
}

/// Returns the mean weights in the draws that a path wins; `None` if it wins none.
fn central_weights(
    plan: &Plan,
    tally: &DrawCounts,
    path: usize,
) -> Option<Vec<(CriterionIx, f64)>> {
    let won = tally.ranks.get(path).map_or(0, |[first, ..]| *first);
    let sums = tally.priorities.get(path).filter(|_| won > 0)?;
    let mean = |sum: &f64| sum / won as f64;
    Some(
        plan.slots
            .iter()
            .copied()
            .zip(sums.iter().map(mean))
            .collect(),
    )
}
