//! The entries of a model.

use crate::{ActionIx, CriterionIx, Effort, Level, QuestionIx, SectionIx, Stance, Tag};

/// A section of the questionnaire, with its own score.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// The id in files and addresses.
    pub id: String,
    /// The weight in the AI content, greater than 0; only ratios matter.
    pub weight: f64,
}

/// A question with five levels.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// The id in files.
    pub id: String,
    /// The section it belongs to.
    pub section: SectionIx,
    /// The topic within the section; may be empty.
    pub topic: String,
    /// The weight in the score of the section; 0 for questions that only affect paths.
    pub weight: f64,
    /// Whether it is included in the quick depth.
    pub quick: bool,
    /// The additional dimension that it measures.
    pub tag: Option<Tag>,
    /// The condition of its visibility.
    pub visible_if: Option<Condition>,
    /// The only stance for which it exists; `None` for both.
    pub stance: Option<Stance>,
    /// Whether "not applicable" is accepted.
    pub not_applicable: bool,
}

/// The condition under which a question is visible: another question is visible and has at least
/// this level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Condition {
    /// The other question.
    pub question: QuestionIx,
    /// The minimum level.
    pub at_least: Level,
}

/// A weighted mean of questions by which paths are judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Criterion {
    /// The id in files.
    pub id: String,
    /// Questions with their weights, in file order; not empty.
    pub terms: Vec<(QuestionIx, f64)>,
}

/// A criterion of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Term {
    /// The criterion.
    pub criterion: CriterionIx,
    /// The weight in the fit of the path; only ratios matter.
    pub weight: f64,
    /// The veto threshold: the minimum value of the criterion, from 0 to 1.
    pub veto_below: Option<f64>,
}

/// A measure that raises answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// The id in files.
    pub id: String,
    /// The answers that it raises, in file order; not empty.
    pub raises: Vec<Raise>,
    /// How much work it is.
    pub effort: Effort,
    /// The actions that must precede it.
    pub after: Vec<ActionIx>,
}

/// The effect of an action on one answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Raise {
    /// The question.
    pub question: QuestionIx,
    /// The minimum level required.
    pub from: Level,
    /// The level reached; higher than `from`.
    pub to: Level,
}

/// Parameters of the weighted power mean of shifted section scores.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Aggregation {
    /// The exponent, from -4 to 4: 0 is the geometric mean, 1 the arithmetic one.
    pub power: f64,
    /// The shift added to each score and subtracted from the mean, from 0.0001 to 1.
    pub shift: f64,
}
