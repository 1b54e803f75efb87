//! lift
use crate::{Answers, CriterionIx, Level, Model, QuestionIx, Stance};

/// The fewest steps that lift a criterion to a threshold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lift {
    /// How many levels in all.
    pub steps: u32,
    /// The answers to raise, and to what, the heaviest question first.
    pub raise: Vec<(QuestionIx, Level)>,
}

/// The fewest steps.
#[must_use]
pub fn lift(
    model: &Model,
    stance: Stance,
    answers: &Answers,
    criterion: CriterionIx,
    threshold: f64,
) -> Option<Lift> {
    let _ = (model, stance, answers, criterion, threshold);
    None
}
