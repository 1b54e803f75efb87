//! Options for creating links.

use crate::ConfidenceLevel;

/// Options for creating a result link.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LinkOptions {
    /// Whether to include name, industry and size.
    pub profile: bool,
    /// Whether to include notes; ignored without answers.
    pub notes: bool,
    /// Whether to include the answers.
    pub answers: AnswerDetail,
    /// The confidence level, for a link without answers. With answers it is computed from them.
    pub confidence: Option<ConfidenceLevel>,
}

impl Default for LinkOptions {
    /// Includes answers and profile, but no notes.
    fn default() -> Self {
        Self {
            profile: true,
            notes: false,
            answers: AnswerDetail::Exact,
            confidence: None,
        }
    }
}

/// Whether a link contains answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerDetail {
    /// All answers.
    Exact,
    /// Scores in steps only.
    ScoresOnly,
}
