//! Visibility of questions for a stance and a set of answers.

use crate::{Answer, Evaluation, QuestionIx};

/// The set of visible questions. Questions that are not visible are excluded from every
/// computation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Visibility(Vec<bool>);

impl Visibility {
    /// Determines the visible questions in time proportional to the size of the model.
    #[must_use]
    pub fn new(evaluation: Evaluation<'_>) -> Self {
        let model = evaluation.model;
        let mut visible = Self(vec![false; model.questions().len()]);
        for &question in model.questions_after_conditions() {
            let shown = visible.evaluate(evaluation, question);
            visible.set(question, shown);
        }
        visible
    }

    /// Returns whether a question is visible.
    #[must_use]
    pub fn is_visible(&self, question: QuestionIx) -> bool {
        self.0.get(question.index()).copied() == Some(true)
    }

    /// Returns whether a question is visible, given the recorded visibility of the question in its
    /// condition.
    pub(crate) fn evaluate(&self, evaluation: Evaluation<'_>, question: QuestionIx) -> bool {
        let question = evaluation.model.question(question);
        question.stance.is_none_or(|only| only == evaluation.stance)
            && question.visible_if.is_none_or(|condition| {
                self.is_visible(condition.question)
                    && matches!(
                        evaluation.answers.get(condition.question),
                        Some(Answer::Level(level)) if level >= condition.at_least
                    )
            })
    }

    /// Records whether a question is visible. Returns whether that is a change.
    pub(crate) fn set(&mut self, question: QuestionIx, shown: bool) -> bool {
        match self.0.get_mut(question.index()) {
            Some(slot) if *slot != shown => {
                *slot = shown;
                true
            }
            _ => false,
        }
    }
}
