//! Weighted means of answers: sections, criteria and tags.

use crate::{Level, QuestionIx, Range};

/// The contribution of a question to means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionState {
    /// A known level.
    Known(Level),
    /// Any level from 0 to 4.
    Open,
    /// Visible but not applicable: excluded.
    NotApplicable,
    /// Not visible: excluded.
    Hidden,
}

/// Weighted questions in the order of their ids; those of weight 0 are left out.
#[derive(Debug, Clone, Default)]
pub(super) struct QuestionGroup {
    pub(super) terms: Vec<(QuestionIx, f64)>,
}

impl QuestionGroup {
    /// Creates a group of questions given in the order of their ids.
    pub(super) fn new(terms: impl Iterator<Item = (QuestionIx, f64)>) -> Self {
        Self {
            terms: terms.filter(|&(_, weight)| weight > 0.0).collect(),
        }
    }

    /// Returns the mean; `None` if no question counts.
    pub(super) fn mean(&self, states: &[QuestionState]) -> Option<Mean> {
        let mut mean = Mean::default();
        for &(question, weight) in &self.terms {
            if let Some(&state) = states.get(question.index()) {
                mean.add(weight, state);
            }
        }
        (mean.total() > 0.0).then_some(mean)
    }
}

/// A weighted mean with a share of open answers.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Mean {
    points: f64,
    known: f64,
    open: f64,
}

impl Mean {
    /// Adds the contribution of a question.
    pub(crate) fn add(&mut self, weight: f64, state: QuestionState) {
        match state {
            QuestionState::Known(level) => {
                self.points += weight * level.fraction();
                self.known += weight;
            }
            QuestionState::Open => self.open += weight,
            QuestionState::NotApplicable | QuestionState::Hidden => {}
        }
    }

    /// Returns the weight of all questions that count.
    pub(crate) fn total(&self) -> f64 {
        self.known + self.open
    }

    /// Returns the mean if every open answer were level 0, from 0 to 1; 0 if nothing counts.
    pub(crate) fn low(&self) -> f64 {
        if self.total() > 0.0 {
            self.points / self.total()
        } else {
            0.0
        }
    }

    /// Returns the mean over the known answers, from 0 to 1.
    pub(super) fn value(&self) -> Option<f64> {
        (self.known > 0.0).then(|| self.points / self.known)
    }

    /// Returns the mean if every open answer were level 4, from 0 to 1.
    pub(super) fn high(&self) -> f64 {
        (self.points + self.open) / self.total()
    }

    /// Returns whether there are no open answers.
    pub(crate) fn is_certain(&self) -> bool {
        self.open == 0.0
    }

    /// Returns the share of the weight on known answers.
    pub(super) fn known_share(&self) -> f64 {
        self.known / self.total()
    }

    /// Returns all three in percent.
    pub(super) fn range(&self) -> Range {
        Range::from_shares(self.low(), self.value(), self.high())
    }
}

/// The mean of a group of questions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum GroupMean {
    /// No question counts.
    Empty,
    /// No answer is known.
    Open,
    /// The mean over the known answers, from 0 to 1.
    Known(f64),
}

impl GroupMean {
    pub(super) fn of(group: &QuestionGroup, states: &[QuestionState]) -> Self {
        match group.mean(states).map(|mean| mean.value()) {
            None => Self::Empty,
            Some(None) => Self::Open,
            Some(Some(value)) => Self::Known(value),
        }
    }

    pub(super) fn value(self) -> Option<f64> {
        match self {
            Self::Known(value) => Some(value),
            Self::Empty | Self::Open => None,
        }
    }
}
