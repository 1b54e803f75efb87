//! The figures of an assessment that the list shows, independent of the language.

use assay_core::{Draft, Maturity, Model, PathId, Progress, Range, Recommendation};

use super::StoredAssessment;

/// The figures of an assessment.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ListFigures {
    pub(crate) progress: Progress,
    /// The AI content in percent.
    pub(crate) content: Option<Range>,
    pub(crate) level: Option<Maturity>,
    /// The scores of the sections, in the order of the questionnaire.
    pub(crate) sections: Vec<Option<Range>>,
    pub(crate) recommended: Recommended,
    /// The records that could not be read.
    pub(crate) unreadable: Vec<String>,
}

/// The recommendation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Recommended {
    /// The path of rank 1 and those with the same status and fit.
    Paths(Vec<PathId>),
    FoundationsFirst,
    NotEnoughAnswers,
}

impl ListFigures {
    /// Has the core compute the figures of an assessment of this questionnaire.
    pub(crate) fn of_assessment(model: &Model, stored: StoredAssessment) -> Self {
        let score = stored.assessment.evaluation(model).score();
        let draft = Draft::new(model, stored.assessment);
        Self {
            progress: draft.sheet().progress(),
            content: score.ai_content.range,
            level: score.ai_content.level,
            sections: score.sections,
            recommended: score.recommendation.into(),
            unreadable: stored.unreadable,
        }
    }
}

impl From<Recommendation> for Recommended {
    fn from(found: Recommendation) -> Self {
        match found {
            Recommendation::Path { path, tied, .. } => {
                Self::Paths(std::iter::once(path).chain(tied).collect())
            }
            Recommendation::FoundationsFirst { .. } => Self::FoundationsFirst,
            Recommendation::NotEnoughAnswers => Self::NotEnoughAnswers,
        }
    }
}
