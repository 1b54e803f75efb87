//! A company's assessment, as a file holds it.

mod adapt;
mod line;
pub(crate) mod read;
mod write;

use std::fmt;

pub use adapt::{AdaptedAssessment, LostEntry, RecodedAnswer};
pub use line::{LineReader, ParsedLine};

use crate::link::Day;
use crate::{Answers, Depth, Json, Model, QuestionIx, Stance, VecMap};

/// The format of an assessment file.
pub(crate) const FORMAT: &str = "assay.assessment/1";

/// What somebody wrote beside questions.
pub type Notes = VecMap<QuestionIx, String>;

/// Who gave an answer, by question, where several people answered.
pub type AnswerAuthors = VecMap<QuestionIx, String>;

/// Which version of which model something belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelRef {
    /// The model's id.
    pub id: String,
    /// The model's version.
    pub version: String,
}

impl ModelRef {
    /// A reference to this model.
    #[must_use]
    pub fn of_model(model: &Model) -> Self {
        Self {
            id: model.id().to_owned(),
            version: model.version().to_owned(),
        }
    }
}

impl fmt::Display for ModelRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} version {:?}", self.id, self.version)
    }
}

/// Who is assessed.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// May be empty.
    pub name: String,
    /// May be empty.
    pub industry: String,
    /// May be empty.
    pub size: String,
    /// Decides which questions exist.
    pub stance: Stance,
}

/// Answers to one model, with who gave them and when.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// The model that it names, if it names one.
    pub model: Option<ModelRef>,
    /// The language it was answered in.
    pub locale: Option<String>,
    /// What is shown; no way to score.
    pub depth: Depth,
    /// Who is assessed.
    pub profile: Profile,
    /// Answers, also to questions that are not visible.
    pub answers: Answers,
    /// Notes beside questions.
    pub notes: Notes,
    /// Who gave an answer; empty where one person gave them all.
    pub given_by: AnswerAuthors,
    /// When it was begun, as the file says.
    pub created: Option<String>,
    /// When it was changed last, as the file says.
    pub updated: Option<String>,
    pub(crate) unknown: UnknownFields,
}

/// Fields of a file that mean nothing here and are written again as they were read.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct UnknownFields {
    pub(crate) top: Vec<(String, Json)>,
    pub(crate) profile: Vec<(String, Json)>,
    pub(crate) model: Vec<(String, Json)>,
}

impl Assessment {
    /// When it was changed last, or else begun: the first of both that begins with a day.
    #[must_use]
    pub fn last_changed(&self) -> Option<&str> {
        let times = [&self.updated, &self.created].into_iter();
        times
            .filter_map(|time| time.as_deref())
            .find(|time| Day::parse(time).is_some())
    }

    /// Nothing answered yet.
    #[must_use]
    pub fn new(model: &Model, stance: Stance, depth: Depth) -> Self {
        Self {
            model: Some(ModelRef::of_model(model)),
            locale: None,
            depth,
            profile: Profile {
                name: String::new(),
                industry: String::new(),
                size: String::new(),
                stance,
            },
            answers: Answers::empty(model),
            notes: Notes::new(),
            given_by: AnswerAuthors::new(),
            created: None,
            updated: None,
            unknown: UnknownFields::default(),
        }
    }

    /// A field of the file that the format does not know, such as the `ref` of a line.
    #[must_use]
    pub fn unknown_field(&self, field: &str) -> Option<&Json> {
        self.unknown
            .top
            .iter()
            .find_map(|(key, value)| (key == field).then_some(value))
    }
}
