//! scorer
use super::Score;
use crate::{Answers, Model, Stance};

/// A model prepared for one stance, to score many sets of answers.
#[derive(Debug, Clone)]
pub struct Scorer;

impl Scorer {
    /// Prepares a model.
    #[must_use]
    pub fn new(model: &Model, stance: Stance) -> Self {
        let _ = (model, stance);
        Self
    }

    /// Scores one set of answers.
    #[must_use]
    pub fn score(&self, answers: &Answers) -> Score {
        let _ = answers;
        todo!()
    }
}
