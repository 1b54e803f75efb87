//! Sums over the known answers, computed once before the draws.

use crate::score::{Mean, QuestionState};
use crate::{Model, QuestionIx};

/// The visible questions in the order of their ids, with their positions in that order.
pub(super) struct VisibleQuestions {
    pub(super) visible: Vec<(QuestionIx, QuestionState)>,
    places: Vec<Option<usize>>,
}

impl VisibleQuestions {
    pub(super) fn new(model: &Model, states: &[QuestionState]) -> Self {
        let mut places = vec![None; states.len()];
        let mut visible = Vec::with_capacity(states.len());
        for &ix in model.questions_by_id() {
            let state = states
                .get(ix.index())
                .copied()
                .unwrap_or(QuestionState::Hidden);
            if matches!(state, QuestionState::Hidden | QuestionState::NotApplicable) {
                continue;
            }
            if let Some(place) = places.get_mut(ix.index()) {
                *place = Some(visible.len());
            }
            visible.push((ix, state));
        }
        Self { visible, places }
    }

    pub(super) fn of(&self, question: QuestionIx) -> Option<(usize, QuestionState)> {
        let place = self.places.get(question.index()).copied().flatten()?;
        Some((place, self.visible.get(place)?.1))
    }

    pub(super) fn place(&self, question: QuestionIx) -> usize {
        self.places
            .get(question.index())
            .copied()
            .flatten()
            .unwrap_or(usize::MAX)
    }
}

#[derive(Debug, Clone, Default)]
pub(super) struct SectionAnswers {
    pub(super) mean: Mean,
    pub(super) levels: Vec<u8>,
    pub(super) open: usize,
}

impl SectionAnswers {
    pub(super) fn add(&mut self, weight: f64, state: QuestionState) {
        self.mean.add(weight, state);
        match state {
            QuestionState::Known(level) => self.levels.push(level.get()),
            QuestionState::Open => self.open = self.open.saturating_add(1),
            QuestionState::NotApplicable | QuestionState::Hidden => {}
        }
    }
}

/// Returns the amount that one level of a question adds to the mean of a group.
pub(super) fn per_level(weight: f64, total: f64) -> f64 {
    if total > 0.0 {
        weight / (4.0 * total)
    } else {
        0.0
    }
}
