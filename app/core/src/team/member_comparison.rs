//! Compares one member with the others.
//!
//! An outlier may know something that the others do not, so it is not an error. The rule is robust
//! and conservative: the median and the median absolute deviation with a factor of 3, "very
//! conservative" in C. Leys et al., Detecting outliers: Do not use standard deviation around the
//! mean, use absolute deviation around the median, Journal of Experimental Social Psychology 49
//! (2013) 764-766.

use super::{AnswerDistribution, Response};
use crate::{Answer, PathId, near};

/// The minimum number of members for detecting outliers.
const ENOUGH_MEMBERS: usize = 4;
/// The minimum number of questions that a member has in common with others.
const ENOUGH_QUESTIONS: usize = 5;
/// The minimum distance of an outlier, in levels.
const NOTICEABLE: f64 = 0.5;
/// The minimum distance of an outlier in median absolute deviations.
const FACTOR: f64 = 3.0;
/// Scales the median absolute deviation of normal data to the standard deviation.
const CONSISTENT: f64 = 1.4826;

/// A member compared with the others.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[non_exhaustive]
pub struct MemberComparison {
    /// The AI content of the member's answers, in percent.
    pub ai_content: Option<f64>,
    /// The path recommended by the member's answers.
    pub path: Option<PathId>,
    /// The number of levels given.
    pub known: usize,
    /// The number of questions to which another member also gave a level.
    pub compared: usize,
    /// The mean distance of the member's levels from the range of the others' medians, in levels.
    pub distance: Option<f64>,
    /// The mean signed distance: positive if the member's levels are higher.
    pub lean: Option<f64>,
    /// Whether the distance is an outlier in this team.
    pub is_outlier: bool,
}

/// Compares the responses of a member with those of the others, by question.
pub(super) fn compare_with_others(
    responses: &[Response],
    spreads: &[AnswerDistribution],
) -> MemberComparison {
    let mut standpoint = MemberComparison::default();
    let (mut apart, mut lean) = (0.0, 0.0);
    for (response, spread) in responses.iter().zip(spreads) {
        let &Response::Answer(Answer::Level(level)) = response else {
            continue;
        };
        standpoint.known = standpoint.known.saturating_add(1);
        let Some(others) = spread.without(level).median() else {
            continue;
        };
        standpoint.compared = standpoint.compared.saturating_add(1);
        let above = f64::from(level.get().saturating_sub(others.high.get()));
        let below = f64::from(others.low.get().saturating_sub(level.get()));
        apart += above + below;
        lean += above - below;
    }
    if standpoint.compared > 0 {
        let count = standpoint.compared as f64;
        standpoint.distance = Some(apart / count);
        standpoint.lean = Some(lean / count);
    }
    standpoint
}

/// Marks the outliers.
pub(super) fn mark_outliers(standpoints: &mut [MemberComparison]) {
    let far = |standpoint: &MemberComparison| {
        let enough = standpoint.compared >= ENOUGH_QUESTIONS;
        standpoint.distance.filter(|_| enough)
    };
    let distances: Vec<f64> = standpoints.iter().filter_map(far).collect();
    if distances.len() < ENOUGH_MEMBERS {
        return;
    }
    let usual = median(distances.clone());
    let deviation = median(distances.iter().map(|d| (d - usual).abs()).collect());
    let limit = (usual + FACTOR * CONSISTENT * deviation).max(NOTICEABLE);
    for standpoint in standpoints {
        standpoint.is_outlier = far(standpoint).is_some_and(|d| near::less_than(limit, d));
    }
}

/// Returns the median; 0 for an empty list.
fn median(mut figures: Vec<f64>) -> f64 {
    crate::sorting::sort_by(&mut figures, f64::total_cmp);
    let last = figures.len().saturating_sub(1);
    let at = |place: usize| figures.get(place).copied().unwrap_or(0.0);
    f64::midpoint(at(last / 2), at(last.div_ceil(2)))
}
