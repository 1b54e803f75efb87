//! The entries of a model.

use crate::{ActionIx, CriterionIx, Effort, Level, QuestionIx, SectionIx, Stance, Tag};

/// A part of the questionnaire with a score of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Its name in files and addresses.
    pub id: String,
    /// Its share in the AI content, above 0; only ratios count.
    pub weight: f64,
}

/// A question with five levels.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Its name in files.
    pub id: String,
    /// The section it belongs to.
    pub section: SectionIx,
    /// The heading it stands under within its section; may be empty.
    pub topic: String,
    /// Its share in the section's score; with 0 it decides paths only.
    pub weight: f64,
    /// Whether it is asked in quick depth too.
    pub quick: bool,
    /// What else it measures.
    pub tag: Option<Tag>,
    /// What must be answered before it exists.
    pub visible_if: Option<Condition>,
    /// The stance it exists for; `None` for both.
    pub stance: Option<Stance>,
    /// Whether "not applicable" is an answer to it.
    pub not_applicable: bool,
}

/// A question exists only while another one is itself visible and answered so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Condition {
    /// The other question.
    pub question: QuestionIx,
    /// The level that it must reach.
    pub at_least: Level,
}

/// A mean over questions that paths are judged by.
#[derive(Debug, Clone, PartialEq)]
pub struct Criterion {
    /// Its name in files.
    pub id: String,
    /// Its questions and their weights, in the order of the file; never empty.
    pub terms: Vec<(QuestionIx, f64)>,
}

/// A criterion's part in a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Term {
    /// The criterion.
    pub criterion: CriterionIx,
    /// Its share in the path's fit; only ratios count.
    pub weight: f64,
    /// The value from 0 to 1 that the criterion must reach, whatever else is strong.
    pub veto_below: Option<f64>,
}

/// Something to do that raises answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// Its name in files.
    pub id: String,
    /// What it raises, in the order of the file; never empty.
    pub raises: Vec<Raise>,
    /// How much work it is.
    pub effort: Effort,
    /// What must be done before.
    pub after: Vec<ActionIx>,
}

/// What an action does to one answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Raise {
    /// The question.
    pub question: QuestionIx,
    /// The level at least needed for it.
    pub from: Level,
    /// The level that it reaches; above `from`.
    pub to: Level,
}

/// A weighted power mean of shifted section scores.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Aggregation {
    /// The exponent, -4 to 4: 0 is the geometric mean, 1 the arithmetic one.
    pub power: f64,
    /// What is added to each score before and taken away after, 0.0001 to 1.
    pub shift: f64,
}
