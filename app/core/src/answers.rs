//! The answers of a company to all questions of a model.

use crate::{Answer, Level, Model, QuestionIx};

/// The answers to the questions of one model, one slot per question.
///
/// Answers to questions that are not visible are kept, but are excluded from every computation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers(Vec<Option<Answer>>);

impl Answers {
    /// Creates a set without any answer.
    #[must_use]
    pub fn empty(model: &Model) -> Self {
        Self(vec![None; model.questions().len()])
    }

    /// Returns the answer to a question, if there is one.
    #[must_use]
    pub fn get(&self, question: QuestionIx) -> Option<Answer> {
        self.0.get(question.index()).copied().flatten()
    }

    /// Returns the level of a question, if its answer is known.
    #[must_use]
    pub fn level(&self, question: QuestionIx) -> Option<Level> {
        self.get(question).and_then(Answer::level)
    }

    /// Sets the answer to a question; `None` removes it. A question of another model is ignored.
    pub fn set(&mut self, question: QuestionIx, answer: Option<Answer>) {
        if let Some(slot) = self.0.get_mut(question.index()) {
            *slot = answer;
        }
    }

    /// Removes all answers.
    pub(crate) fn clear(&mut self) {
        self.0.fill(None);
    }

    /// Iterates over the questions that have an answer, in the order of the model.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionIx, Answer)> + '_ {
        self.0
            .iter()
            .enumerate()
            .filter_map(|(index, answer)| answer.map(|answer| (QuestionIx::new(index), answer)))
    }

    /// Returns the number of answers, including "don't know" and "not applicable".
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.iter().flatten().count()
    }

    /// Returns whether there is no answer at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }
}
