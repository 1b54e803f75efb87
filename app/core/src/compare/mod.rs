//! Several results of one model beside each other: how far they lie apart, what changed from one
//! to another question by question, and how the AI content went over time.

mod changes;
mod history;
mod spread;

pub use changes::{
    Changes, Counted, Move, QuestionChange, Said, SectionChanges, changes, default_pair,
};
pub use history::{Line, Moment, history};
pub use spread::{Extreme, Spread, content_spread, widest_section};

use crate::link::{self, Day, Opened, Scores, Sureness};
use crate::{Answers, Assessment, Depth, Model, Score, Stance, score};

/// The fewest results that can be compared.
pub const FEWEST: usize = 2;

/// The most results that can be compared: more outlines than this cannot be told apart.
pub const MOST: usize = 8;

/// One of the results.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// Who is assessed; may be empty.
    pub name: String,
    /// The day of the last change, if it is known.
    pub day: Option<Day>,
    /// The side of the business.
    pub stance: Stance,
    /// How much was asked.
    pub depth: Depth,
    /// `None` where only scores were sent.
    pub answers: Option<Answers>,
    /// The result.
    pub score: Score,
    /// How sure it is, where the sender of scores told that.
    pub sureness: Option<Sureness>,
}

impl Compared {
    /// A result with its answers.
    #[must_use]
    pub fn assessment(model: &Model, assessment: &Assessment) -> Self {
        let stance = assessment.profile.stance;
        Self {
            name: assessment.profile.name.clone(),
            day: link::day(assessment),
            stance,
            depth: assessment.depth,
            score: score(model, stance, &assessment.answers),
            answers: Some(assessment.answers.clone()),
            sureness: None,
        }
    }

    /// A result without answers.
    #[must_use]
    pub fn scores(scores: &Scores) -> Self {
        Self {
            name: scores.profile.name.clone(),
            day: scores.day,
            stance: scores.profile.stance,
            depth: scores.depth,
            answers: None,
            score: scores.score.clone(),
            sureness: scores.sureness,
        }
    }

    /// What a link holds, if that is a result.
    #[must_use]
    pub fn opened(model: &Model, opened: &Opened) -> Option<Self> {
        match opened {
            Opened::Assessment { assessment, .. } => Some(Self::assessment(model, assessment)),
            Opened::Scores { scores, .. } => Some(Self::scores(scores)),
            Opened::Invitation { .. } | Opened::Sealed(_) => None,
        }
    }
}
