//! The fewest level steps that lift a veto.

use crate::{Answers, CriterionIx, Level, Model, QuestionIx, Stance, Visibility, near};

/// The fewest level steps that raise a criterion to a threshold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lift {
    /// The number of level steps.
    pub steps: u32,
    /// The questions to raise with their new levels, in descending order of weight.
    pub raise: Vec<(QuestionIx, Level)>,
}

/// Computes the fewest level steps on the visible, known answers of a criterion that raise its
/// value to a threshold from 0 to 1. Visibility is kept as it is. Steps are taken on the question
/// with the largest weight first, ties by id; a step on a heavier question always gains more, so
/// the greedy choice is optimal.
///
/// Returns `None` if the criterion has no value, or if level 4 everywhere does not reach the
/// threshold.
#[must_use]
pub fn lift(
    model: &Model,
    stance: Stance,
    answers: &Answers,
    criterion: CriterionIx,
    threshold: f64,
) -> Option<Lift> {
    let known = known_terms(model, stance, answers, criterion);
    let weights: f64 = known.iter().map(|&(_, weight, _)| weight).sum();
    let mut points: f64 = known
        .iter()
        .map(|&(_, weight, level)| weight * level.fraction())
        .sum();
    if weights <= 0.0 {
        return None;
    }
    let mut lift = Lift {
        steps: 0,
        raise: Vec::new(),
    };
    for (question, weight, mut level) in known {
        let start = level;
        while near::less_than(points / weights, threshold) {
            let Some(next) = level.next_higher() else {
                break;
            };
            points += weight * (next.fraction() - level.fraction());
            level = next;
            lift.steps = lift.steps.saturating_add(1);
        }
        if level > start {
            lift.raise.push((question, level));
        }
    }
    near::at_least(points / weights, threshold).then_some(lift)
}

/// Returns the visible, known answers of a criterion with a positive weight, in descending order of
/// weight, ties by id.
fn known_terms(
    model: &Model,
    stance: Stance,
    answers: &Answers,
    criterion: CriterionIx,
) -> Vec<(QuestionIx, f64, Level)> {
    let visible = Visibility::new(model, stance, answers);
    let mut known: Vec<(QuestionIx, f64, Level)> = model
        .criterion(criterion)
        .terms
        .iter()
        .filter(|&&(question, weight)| weight > 0.0 && visible.is_visible(question))
        .filter_map(|&(question, weight)| Some((question, weight, answers.level(question)?)))
        .collect();
    crate::sorting::sort_by(&mut known, |(a, heavy, _), (b, light, _)| {
        let id = |ix: QuestionIx| model.question(ix).id.as_str();
        light.total_cmp(heavy).then_with(|| id(*a).cmp(id(*b)))
    });
    known
}
