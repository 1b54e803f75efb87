//! What can be wrong with a file, each with its place.
//!
//! A problem is data, so that a locale can say it in any language; `Display` says it in English:
//! where, what is wrong, and what to do about it.

use std::fmt;

use crate::json::{Position, SyntaxFault};
use crate::{ModelRef, PathId, Stance};

mod english;
mod log;
mod shared;

pub(crate) use log::Log;

/// One thing that is wrong, or (as a warning) odd, in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Where in the file: `questions[7].visible_if.question`; empty for the file as a whole.
    pub place: String,
    /// Its line and column, where [`Problems::locate`] found them.
    pub position: Option<Position>,
    /// What it is.
    pub kind: ProblemKind,
}

impl ProblemKind {
    /// Where in the text, if that is a part of what it is.
    #[must_use]
    pub fn position_mut(&mut self) -> Option<&mut Position> {
        match self {
            Self::NotUtf8 { at, .. }
            | Self::NotUtf16 { at }
            | Self::ContainsNul { at }
            | Self::NotJson { at, .. } => Some(at),
            _ => None,
        }
    }
}

/// All that is wrong with a file; never empty.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// A single problem of the file as a whole.
    #[must_use]
    pub fn single(kind: ProblemKind) -> Self {
        Self(vec![Problem {
            place: String::new(),
            position: None,
            kind,
        }])
    }

    /// The same problems of a value that is at `place` in a larger file.
    #[must_use]
    pub fn under(mut self, place: &str) -> Self {
        for problem in &mut self.0 {
            let inner = problem.place.as_str();
            problem.place = match inner.is_empty() || inner.starts_with('[') {
                true => format!("{place}{inner}"),
                false => format!("{place}.{inner}"),
            };
        }
        self
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

/// Something read from a file, with what is odd about it but no reason to refuse it.
#[derive(Debug, Clone, PartialEq)]
pub struct WithWarnings<T> {
    /// What was read.
    pub value: T,
    /// What its author should look at.
    pub warnings: Vec<Problem>,
}

/// A kind of entry in a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// A section.
    Section,
    /// A question.
    Question,
    /// A criterion.
    Criterion,
    /// A path.
    Path,
    /// An action.
    Action,
    /// A topic.
    Topic,
}

/// The shape of a JSON value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonType {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
}

/// Why something is not a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LevelFault {
    /// A whole number below 0 or above 4.
    OutOfRange,
    /// A number between two levels.
    Fraction,
    /// A number in quotation marks.
    Quoted,
    /// `true` or `false`.
    Boolean,
    /// Something else.
    Other,
}

/// What is wrong. Numbers are those of the file; lists of names go around a loop.
#[derive(Debug, Clone, PartialEq)]
#[allow(
    missing_docs,
    reason = "the fields are what the sentence of the variant names"
)]
pub enum ProblemKind {
    /// The file holds more bytes than a file may.
    TooLarge { bytes: usize, limit: usize },
    /// Lists and objects are nested deeper than a file may nest them.
    TooDeep { limit: usize },
    /// A byte that does not belong to UTF-8: the file is in another encoding, or damaged.
    NotUtf8 { at: Position, byte: u8 },
    /// Half a letter in a file whose mark says that it is UTF-16.
    NotUtf16 { at: Position },
    /// A byte of 0: the file is in an encoding without its mark, or no text at all.
    ContainsNul { at: Position },
    /// The file is not JSON.
    NotJson { at: Position, fault: SyntaxFault },
    /// The file is JSON, but of another format.
    WrongFormat {
        found: String,
        expected: &'static str,
    },
    /// A field that must be there is not.
    MissingField { field: &'static str },
    /// A value has another shape than this field takes.
    WrongType { expected: JsonType, found: JsonType },
    /// A key stands twice in one object.
    RepeatedKey { key: String },
    /// A word that is not one of those allowed.
    NotOneOf {
        found: String,
        allowed: &'static [&'static str],
    },
    /// More problems of the same file, left out of the list.
    MoreProblems { count: usize },
    /// A problem that every one of so many entries has; told of the first.
    SharedByAll {
        count: usize,
        each: Box<ProblemKind>,
    },

    /// An entry without a name.
    EmptyId { of: EntryKind },
    /// A text that must say something.
    EmptyText,
    /// A name that another entry has already; `first` is the place of that one.
    RepeatedId {
        of: EntryKind,
        id: String,
        first: String,
    },
    /// A name that nothing has.
    UnknownId { of: EntryKind, id: String },
    /// More entries than a model may have.
    TooMany {
        of: EntryKind,
        count: usize,
        limit: usize,
    },
    /// No entry where at least one is needed.
    EmptyList { of: EntryKind },
    /// A weight below 0.
    NegativeWeight { weight: f64 },
    /// A number that is not finite.
    NotFinite,
    /// The questions of a section, the questions of a criterion or the criteria of a path weigh nothing.
    AllWeightsZero { of: EntryKind, id: String },
    /// A section that weighs nothing.
    ZeroSectionWeight { id: String },
    /// A criterion without questions, a path without criteria, an action that raises nothing.
    NoReferences { of: EntryKind, id: String },
    /// A section that no question belongs to.
    SectionWithoutQuestions { id: String },
    /// A threshold, exponent or shift outside its range.
    OutsideRange { found: f64, low: f64, high: f64 },
    /// An exponent nearer to 0 than 0.01 without being 0.
    PowerTooNearZero { found: f64 },
    /// Not a level from 0 to 4.
    NotALevel { found: String, fault: LevelFault },
    /// A question that is visible if itself is answered.
    ConditionOnItself { question: String },
    /// Conditions that lead back to where they began.
    ConditionLoop { questions: Vec<String> },
    /// Not two levels, from and to.
    NotTwoLevels { count: usize },
    /// An action that raises an answer from a level to one that is not higher.
    RaiseNotUpwards { from: u8, to: u8 },
    /// Actions that presuppose each other.
    ActionLoop { actions: Vec<String> },
    /// Two old ids that are said to be the same question now.
    DuplicateRename {
        old: String,
        first: String,
        new: String,
    },
    /// Not five levels, one for each old one.
    NotFiveLevels { count: usize },
    /// What became of the levels of a question is said under its new id and under its old one.
    DuplicateLevels { id: String },
    /// One of the four paths is missing for a stance.
    MissingPath { stance: Stance, path: PathId },

    /// Warning: a question that changes no figure and no other question.
    CountsNowhere { question: String },
    /// Warning: a threshold of nought, or of a criterion in which nothing can count for this stance.
    IdleThreshold { criterion: String },
    /// Warning: a quick question whose condition is asked in full depth only.
    QuickConditionNotQuick { question: String, condition: String },

    /// A text that the model calls for is missing.
    MissingText,
    /// A text for something that the model does not have.
    SuperfluousText { key: String },
    /// A question has five levels; the texts describe another number.
    LevelCount { found: usize },
    /// Warning: texts with HTML or Markdown, which is shown as it stands.
    Markup { found: String, count: usize },

    /// Neither a level nor one of the two words that an answer can be.
    NotAnAnswer { found: String, fault: LevelFault },
    /// "Not applicable" where the model does not allow it.
    NotApplicableNotAllowed { question: String },
    /// The assessment belongs to another model, or another version of it.
    OtherModel { found: ModelRef, at_hand: ModelRef },
}
