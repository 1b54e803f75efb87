//! Weighted means over answers: sections, criteria and tags alike.

use crate::{Level, QuestionIx, Range};

/// What a question contributes now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionState {
    /// A known level.
    Known(Level),
    /// Anything between the lowest and the highest level.
    Open,
    /// Visible, but said not to apply: counts nowhere.
    NotApplicable,
    /// Not visible: counts nowhere.
    Hidden,
}

/// Questions that are averaged, by id, with their weights; those of weight 0 are left out.
#[derive(Debug, Clone, Default)]
pub(super) struct QuestionGroup {
    pub(super) terms: Vec<(QuestionIx, f64)>,
}

impl QuestionGroup {
    /// A group of these questions, which come by id.
    pub(super) fn new(terms: impl Iterator<Item = (QuestionIx, f64)>) -> Self {
        Self {
            terms: terms.filter(|&(_, weight)| weight > 0.0).collect(),
        }
    }

    /// The mean, if anything in it counts.
    pub(super) fn mean(&self, states: &[QuestionState]) -> Option<Mean> {
        let mut mean = Mean::default();
        for &(question, weight) in &self.terms {
            match states.get(question.index()) {
                Some(QuestionState::Known(level)) => {
                    mean.points += weight * level.fraction();
                    mean.known += weight;
                }
                Some(QuestionState::Open) => mean.open += weight,
                Some(QuestionState::NotApplicable | QuestionState::Hidden) | None => {}
            }
        }
        (mean.known + mean.open > 0.0).then_some(mean)
    }
}

/// A weighted mean of which a part may be open.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Mean {
    points: f64,
    known: f64,
    open: f64,
}

impl Mean {
    /// With every open answer at its lowest, 0 to 1.
    pub(super) fn low(&self) -> f64 {
        self.points / (self.known + self.open)
    }

    /// Over the known answers, 0 to 1.
    pub(super) fn value(&self) -> Option<f64> {
        (self.known > 0.0).then(|| self.points / self.known)
    }

    /// With every open answer at its highest, 0 to 1.
    pub(super) fn high(&self) -> f64 {
        (self.points + self.open) / (self.known + self.open)
    }

    /// Whether nothing is open.
    pub(super) fn is_certain(&self) -> bool {
        self.open == 0.0
    }

    /// The share of the weight that is on known answers.
    pub(super) fn known_share(&self) -> f64 {
        self.known / (self.known + self.open)
    }

    /// All three, in percent.
    pub(super) fn range(&self) -> Range {
        Range::from_shares(self.low(), self.value(), self.high())
    }
}
