//! What questions contribute to weighted means.

use assay_core::Answer;

use crate::content::QuestionFigures;

/// What a question contributes to means with the present answers.
#[derive(Debug, Clone, Copy)]
pub(super) enum State {
    Known(f64),
    Open,
    Nothing,
}

impl State {
    pub(super) fn of(question: &QuestionFigures) -> Self {
        match question.answer {
            _ if !question.is_visible => Self::Nothing,
            Some(Answer::Level(level)) => Self::Known(level.fraction()),
            Some(Answer::NotApplicable) => Self::Nothing,
            Some(Answer::Unknown) | None => Self::Open,
        }
    }

    pub(super) fn known(self, weight: f64) -> f64 {
        if matches!(self, Self::Known(_)) {
            weight
        } else {
            0.0
        }
    }

    pub(super) fn open(self, weight: f64) -> f64 {
        if matches!(self, Self::Open) {
            weight
        } else {
            0.0
        }
    }

    pub(super) fn points(self, weight: f64) -> f64 {
        match self {
            Self::Known(value) => weight * value,
            Self::Open | Self::Nothing => 0.0,
        }
    }
}

/// Sums of known, open and reached weight.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sums {
    pub(super) known: f64,
    pub(super) open: f64,
    pub(super) points: f64,
}

impl Sums {
    pub(super) fn add(&mut self, state: State, weight: f64) {
        self.known += state.known(weight);
        self.open += state.open(weight);
        self.points += state.points(weight);
    }
}
