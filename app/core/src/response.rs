//! Responses to questions.

use crate::{Answer, Level};

/// The response of a person or an assessment to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Response {
    /// The question is not visible.
    NotAsked,
    /// The question is visible, but has no answer.
    Unanswered,
    /// An answer.
    Answer(Answer),
}

impl Response {
    /// Returns whether the question is asked, but has no known answer.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Unanswered | Self::Answer(Answer::Unknown))
    }

    /// Returns the level of a known answer.
    #[must_use]
    pub const fn level(self) -> Option<Level> {
        match self {
            Self::Answer(answer) => answer.level(),
            Self::NotAsked | Self::Unanswered => None,
        }
    }
}
