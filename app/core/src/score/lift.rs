//! What it takes to lift a veto.

use crate::{Answers, CriterionIx, Level, Model, QuestionIx, Stance, Visibility, near};

/// The fewest steps that lift a criterion to a threshold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lift {
    /// How many levels in all.
    pub steps: u32,
    /// The answers to raise, and to what, the heaviest question first.
    pub raise: Vec<(QuestionIx, Level)>,
}

/// The fewest steps on a criterion's own visible, known answers that bring its value to a
/// threshold (0 to 1), with what is visible held as it is: the heaviest question first, then by
/// id. A step on a heavier question always gains more, so this greedy choice is the best one.
///
/// `None` if the criterion has no value, or not even all of them at level 4 reach the threshold.
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

/// The criterion's visible, known answers that weigh something, heaviest first, then by id.
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
