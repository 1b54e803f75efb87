//! Which questions exist for a company, given its stance and its answers.

use crate::{Answer, Answers, Model, QuestionIx, Stance};

/// The questions that exist; all others count nowhere, whatever was answered to them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Visibility(Vec<bool>);

impl Visibility {
    /// Looks at every question once.
    #[must_use]
    pub fn new(model: &Model, stance: Stance, answers: &Answers) -> Self {
        let mut visible = Self(vec![false; model.questions().len()]);
        for &question in model.questions_after_conditions() {
            let shown = visible.evaluate(model, stance, answers, question);
            visible.set(question, shown);
        }
        visible
    }

    /// Whether a question exists.
    #[must_use]
    pub fn is_visible(&self, question: QuestionIx) -> bool {
        self.0.get(question.index()).copied() == Some(true)
    }

    /// Whether a question exists, given that the one it depends on is as recorded here.
    pub(crate) fn evaluate(
        &self,
        model: &Model,
        stance: Stance,
        answers: &Answers,
        question: QuestionIx,
    ) -> bool {
        let question = model.question(question);
        question.stance.is_none_or(|only| only == stance)
            && question.visible_if.is_none_or(|condition| {
                self.is_visible(condition.question)
                    && matches!(
                        answers.get(condition.question),
                        Some(Answer::Level(level)) if level >= condition.at_least
                    )
            })
    }

    /// Records whether a question exists; says whether that is new.
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
