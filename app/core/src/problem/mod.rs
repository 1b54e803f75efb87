//! Problems of files, each with its place.
//!
//! A problem is data, so that it can be formatted in any language. `Display` formats it in English:
//! place, problem and remedy.

use std::fmt;

use crate::model_ref::ModelRef;
use crate::syntax::{Position, SyntaxFault};
use crate::{PathId, Stance};

mod english;
mod log;
mod shared;

pub(crate) use log::Log;

/// One error or warning about a file.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub struct Problem {
    /// The path to the value, such as `questions[7].visible_if.question`; empty for the whole file.
    pub place: String,
    /// Line and column, set by [`Problems::locate`].
    pub position: Option<Position>,
    /// The kind of problem.
    pub kind: ProblemKind,
}

impl ProblemKind {
    /// Returns the position that is part of the problem, if it has one.
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

/// All errors of a file; at least one.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// The model to which a refused file belongs, if that is its only problem.
    #[must_use]
    pub fn other_model(&self) -> Option<&ModelRef> {
        match self.0.as_slice() {
            [
                Problem {
                    kind: ProblemKind::OtherModel { found, .. },
                    ..
                },
            ] => Some(found),
            _ => None,
        }
    }

    /// Creates a single error of the whole file.
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

/// A value that was read from a file, with warnings that do not prevent its use.
#[derive(Debug, Clone, PartialEq)]
pub struct WithWarnings<T> {
    /// The value.
    pub value: T,
    /// The warnings for the author of the file.
    pub warnings: Vec<Problem>,
}

/// A kind of entry of a model.
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

/// The type of a JSON value.
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

/// The reason why a value is not a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LevelFault {
    /// A whole number outside 0 to 4.
    OutOfRange,
    /// A number with a fraction.
    Fraction,
    /// A number in quotation marks.
    Quoted,
    /// `true` or `false`.
    Boolean,
    /// Any other value.
    Other,
}

/// A kind of problem. Numbers are those in the file; lists of names are the members of a cycle in
/// order.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[allow(
    missing_docs,
    reason = "the fields are what the sentence of the variant names"
)]
pub enum ProblemKind {
    /// The file is larger than allowed.
    TooLarge { bytes: usize, limit: usize },
    /// Lists and objects are nested deeper than allowed.
    TooDeep { limit: usize },
    /// An invalid UTF-8 byte: the file has another encoding, or is damaged.
    NotUtf8 { at: Position, byte: u8 },
    /// An unpaired surrogate in a file with the byte order mark of UTF-16.
    NotUtf16 { at: Position },
    /// A zero byte: a multi-byte encoding without a byte order mark, or a binary file.
    ContainsNul { at: Position },
    /// The file is not JSON.
    NotJson { at: Position, fault: SyntaxFault },
    /// The file has another format.
    WrongFormat {
        found: String,
        expected: &'static str,
    },
    /// A required field is missing.
    MissingField { field: &'static str },
    /// A value has the wrong type.
    WrongType { expected: JsonType, found: JsonType },
    /// An object has a repeated key.
    RepeatedKey { key: String },
    /// A word is not in the vocabulary of the field.
    NotOneOf {
        found: String,
        allowed: &'static [&'static str],
    },
    /// The number of further problems that are not listed.
    MoreProblems { count: usize },
    /// A problem of all `count` entries; its place is that of the first one.
    SharedByAll {
        count: usize,
        each: Box<ProblemKind>,
    },

    /// An entry has an empty id.
    EmptyId { of: EntryKind },
    /// A text is empty.
    EmptyText,
    /// An id is used by another entry, whose place is `first`.
    RepeatedId {
        of: EntryKind,
        id: String,
        first: String,
    },
    /// An id refers to no entry.
    UnknownId { of: EntryKind, id: String },
    /// There are more entries than allowed.
    TooMany {
        of: EntryKind,
        count: usize,
        limit: usize,
    },
    /// A list without entries, where at least one is required.
    EmptyList { of: EntryKind },
    /// A weight is negative.
    NegativeWeight { weight: f64 },
    /// A number is not finite.
    NotFinite,
    /// All weights are zero: of the questions of a section or criterion, or of the criteria of a
    /// path.
    AllWeightsZero { of: EntryKind, id: String },
    /// A section has a weight of zero.
    ZeroSectionWeight { id: String },
    /// A criterion without questions, a path without criteria, or an action without raises.
    NoReferences { of: EntryKind, id: String },
    /// A section has no questions.
    SectionWithoutQuestions { id: String },
    /// A threshold, exponent or shift is out of range.
    OutsideRange { found: f64, low: f64, high: f64 },
    /// An exponent is nearer to 0 than 0.01 without being 0.
    PowerTooNearZero { found: f64 },
    /// A value is not a level from 0 to 4.
    NotALevel { found: String, fault: LevelFault },
    /// A question has a condition on itself.
    ConditionOnItself { question: String },
    /// Conditions form a cycle.
    ConditionLoop { questions: Vec<String> },
    /// A raise does not consist of two levels, from and to.
    NotTwoLevels { count: usize },
    /// The target level of a raise is not higher than its start level.
    RaiseNotUpwards { from: u8, to: u8 },
    /// Prerequisites of actions form a cycle.
    ActionLoop { actions: Vec<String> },
    /// Two old ids are mapped to the same question.
    DuplicateRename {
        old: String,
        first: String,
        new: String,
    },
    /// A level mapping does not consist of five levels.
    NotFiveLevels { count: usize },
    /// The level mapping of a question is given twice, under its new and its old id.
    DuplicateLevels { id: String },
    /// A stance lacks one of the four paths.
    MissingPath { stance: Stance, path: PathId },

    /// Warning: a question affects no figure and no other question.
    CountsNowhere { question: String },
    /// Warning: a threshold is 0, or its criterion can have no value for this stance.
    IdleThreshold { criterion: String },
    /// Warning: a quick question depends on a question that is not quick.
    QuickConditionNotQuick { question: String, condition: String },

    /// A text that the model refers to is missing.
    MissingText,
    /// A text belongs to no entry of the model.
    SuperfluousText { key: String },
    /// A question has five levels, but another number of texts for them.
    LevelCount { found: usize },
    /// Warning: texts contain HTML or Markdown, which is displayed verbatim.
    Markup { found: String, count: usize },

    /// A value is neither a level nor `unknown` nor `not_applicable`.
    NotAnAnswer { found: String, fault: LevelFault },
    /// `not_applicable` for a question that does not allow it.
    NotApplicableNotAllowed { question: String },
    /// A value is not a date such as `2026-11-23`.
    NotADate { found: String },
    /// A text has more characters than allowed.
    TextTooLong { length: usize, limit: usize },
    /// The assessment belongs to another model or version.
    OtherModel { found: ModelRef, at_hand: ModelRef },
}
