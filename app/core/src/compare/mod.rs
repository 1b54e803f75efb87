//! Several results of one model beside each other: how far they lie apart, what changed from one
//! to another question by question, and how the AI content went over time.

mod changes;
mod figure_spread;
mod history;

pub use changes::{
    ChangeCounts, ChangeKind, Changes, QuestionChange, Response, SectionChanges, compare_answers,
    default_pair,
};
pub use figure_spread::{Extreme, FigureSpread, content_spread, widest_section};
pub use history::{HistoryLine, HistoryPoint, content_history};

use crate::link::{self, ConfidenceSummary, Day, DecodedLink, Scores};
use crate::{Answers, Assessment, Depth, Model, Score, Stance, score};

/// The fewest results that can be compared.
pub const MIN_RESULTS: usize = 2;

/// The most results that can be compared: more outlines than this cannot be told apart.
pub const MAX_RESULTS: usize = 8;

/// One of the results.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedResult {
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
    pub confidence: Option<ConfidenceSummary>,
}

impl ComparedResult {
    /// A result with its answers.
    #[must_use]
    pub fn from_assessment(model: &Model, assessment: &Assessment) -> Self {
        let stance = assessment.profile.stance;
        Self {
            name: assessment.profile.name.clone(),
            day: link::day(assessment),
            stance,
            depth: assessment.depth,
            score: score(model, stance, &assessment.answers),
            answers: Some(assessment.answers.clone()),
            confidence: None,
        }
    }

    /// A result without answers.
    #[must_use]
    pub fn from_scores(scores: &Scores) -> Self {
        Self {
            name: scores.profile.name.clone(),
            day: scores.day,
            stance: scores.profile.stance,
            depth: scores.depth,
            answers: None,
            score: scores.score.clone(),
            confidence: scores.confidence,
        }
    }

    /// What a link holds, if that is a result.
    #[must_use]
    pub fn from_link(model: &Model, opened: &DecodedLink) -> Option<Self> {
        match opened {
            DecodedLink::Assessment { assessment, .. } => {
                Some(Self::from_assessment(model, assessment))
            }
            DecodedLink::Scores { scores, .. } => Some(Self::from_scores(scores)),
            DecodedLink::Invitation { .. } | DecodedLink::Sealed(_) => None,
        }
    }
}
