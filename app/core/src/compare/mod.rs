//! Comparison of several results of one model: their spread, the changes by question, and figures
//! over time.

mod changes;
mod figure_spread;
mod history;

pub use changes::{
    ChangeCounts, ChangeKind, Changes, QuestionChange, SectionChanges, compare_answers,
    default_pair,
};
pub use figure_spread::{Extreme, FigureSpread, content_spread, widest_section};
pub use history::{Figure, HistoryLine, HistoryPoint, content_history, series_history};

pub use crate::Response;
use crate::link::{self, ConfidenceSummary, Day, DecodedLink, Scores};
use crate::{Answers, Assessment, Depth, Model, Score, Stance};

/// The minimum number of results.
pub const MIN_RESULTS: usize = 2;

/// The maximum number of results; more outlines cannot be distinguished.
pub const MAX_RESULTS: usize = 8;

/// A result in a comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedResult {
    /// The name of the company; may be empty.
    pub name: String,
    /// The date of the last change.
    pub day: Option<Day>,
    /// The stance.
    pub stance: Stance,
    /// The depth.
    pub depth: Depth,
    /// The answers; `None` for a link without answers.
    pub answers: Option<Answers>,
    /// The score.
    pub score: Score,
    /// The confidence, if it was included in a link without answers.
    pub confidence: Option<ConfidenceSummary>,
}

impl ComparedResult {
    /// Creates a result with answers.
    #[must_use]
    pub fn from_assessment(model: &Model, assessment: &Assessment) -> Self {
        let stance = assessment.profile.stance;
        Self {
            name: assessment.profile.name.clone(),
            day: link::day(assessment),
            stance,
            depth: assessment.depth,
            score: assessment.evaluation(model).score(),
            answers: Some(assessment.answers.clone()),
            confidence: None,
        }
    }

    /// Creates a result without answers.
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

    /// Creates a result from a decoded link; `None` if the link holds none.
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
