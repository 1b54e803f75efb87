//! Computes the figures of [`Certainty`] from the counts.

use std::cmp::Ordering;

use super::Certainty;
use super::draw_counts::{DrawCounts, RANK_UNITS};
use super::plan::Plan;
use crate::{ConfidenceLevel, CriterionIx, PathId, Recommendation, ask_next};

/// Returns the figures for a result with this AI content and recommendation.
pub(super) fn certainty(
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
        plausible: plausible(plan, &tally.means, value),
        rank_acceptability,
        blocked_share: tally.ranks.map(|ranks| {
            let possible = ranks.iter().sum::<u64>();
            let all = u64::from(RANK_UNITS).saturating_mul(draws as u64);
            share(all.saturating_sub(possible), draws)
        }),
        central_weights: std::array::from_fn(|path| central(plan, tally, path)),
        confidence,
        level: confidence.map(ConfidenceLevel::from_share),
        ask_next: ask_next::rank_questions(
            plan.open.iter().map(|open| open.question).zip(&tally.cells),
            draws,
        ),
    }
}

/// Converts a count in rank units to a share of all draws.
fn share(count: u64, draws: usize) -> f64 {
    if draws == 0 {
        0.0
    } else {
        count as f64 / (f64::from(RANK_UNITS) * draws as f64)
    }
}

fn confidence(tally: &DrawCounts, recommendation: &Recommendation) -> Option<f64> {
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

/// Returns the 5th and 95th percentile, extended to include the value.
fn plausible(plan: &Plan, means: &[f64], value: Option<f64>) -> Option<(f64, f64)> {
    if plan.weights <= 0.0 {
        return None;
    }
    if plan.open.is_empty() {
        return value.map(|value| (value, value));
    }
    // With a negative power, the AI content falls as the transformed mean rises.
    let mut sorted = means.to_vec();
    let falls = plan.aggregation.power < 0.0;
    let order = |a: &f64, b: &f64| {
        if falls {
            b.total_cmp(a)
        } else {
            a.total_cmp(b)
        }
    };
    let mut content = |percent| {
        let mean = percentile(&mut sorted, percent, order)?;
        Some(100.0 * plan.aggregation.inverse_transform(mean))
    };
    let (low, high) = (content(5)?, content(95)?);
    Some(value.map_or((low, high), |value| (low.min(value), high.max(value))))
}

/// Returns the element at the 1-based position ceil(p N) of the sorted numbers.
fn percentile(
    numbers: &mut [f64],
    percent: usize,
    order: impl Fn(&f64, &f64) -> Ordering,
) -> Option<f64> {
    let number = numbers.len().saturating_mul(percent).div_ceil(100);
    let place = number.checked_sub(1)?;
    let (_, element, _) = numbers.select_nth_unstable_by(place, order);
    Some(*element)
}

fn central(plan: &Plan, tally: &DrawCounts, path: usize) -> Option<Vec<(CriterionIx, f64)>> {
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
