//! Where one member stands among the others.
//!
//! Who differs from the others may know what they do not, so nothing here is a fault. The rule
//! is robust and slow to speak: the median and the median absolute deviation with a factor of 3,
//! "very conservative" in C. Leys et al., Detecting outliers: Do not use standard deviation
//! around the mean, use absolute deviation around the median, Journal of Experimental Social
//! Psychology 49 (2013) 764-766.

use super::{AnswerDistribution, Response};
use crate::{Answer, PathId, near};

/// So many members are needed to say who stands apart.
const ENOUGH_MEMBERS: usize = 4;
/// So many questions must a member have in common with others.
const ENOUGH_QUESTIONS: usize = 5;
/// Nearer than so many levels to the others nobody stands apart.
const NOTICEABLE: f64 = 0.5;
/// So many deviations from the middle.
const FACTOR: f64 = 3.0;
/// Makes the median absolute deviation of normal figures their standard deviation.
const CONSISTENT: f64 = 1.4826;

/// One member beside the others.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct MemberComparison {
    /// The AI content that the member's own answers give, in percent.
    pub ai_content: Option<f64>,
    /// The path that the member's own answers recommend.
    pub path: Option<PathId>,
    /// How many levels the member gave.
    pub known: usize,
    /// On how many questions another one gave a level, too.
    pub compared: usize,
    /// By how many levels the member's answers lie outside the others' medians, on average.
    pub distance: Option<f64>,
    /// The same with a sign: above 0 where the member sees more than the others.
    pub lean: Option<f64>,
    /// Whether the distance is far from what is usual in this team.
    pub is_outlier: bool,
}

/// Compares what a member said with what the others said, by question.
pub(super) fn compare_with_others(
    said: &[Response],
    spreads: &[AnswerDistribution],
) -> MemberComparison {
    let mut standpoint = MemberComparison::default();
    let (mut apart, mut lean) = (0.0, 0.0);
    for (said, spread) in said.iter().zip(spreads) {
        let &Response::Answer(Answer::Level(level)) = said else {
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

/// Marks those who stand apart.
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

/// The median of figures, 0 of none.
fn median(mut figures: Vec<f64>) -> f64 {
    crate::sorting::sort_by(&mut figures, f64::total_cmp);
    let last = figures.len().saturating_sub(1);
    let at = |place: usize| figures.get(place).copied().unwrap_or(0.0);
    f64::midpoint(at(last / 2), at(last.div_ceil(2)))
}
