//! Assessments, as stored in files.

mod action_plan;
mod adapt;
pub(crate) mod entries;
mod head;
mod line;
mod read;
mod series;
mod write;

pub(crate) use action_plan::read_date;
pub use action_plan::{ActionPlan, MAX_OWNER_LENGTH, PlannedAction};
pub use adapt::{AdaptedAssessment, LostEntry, RecodedAnswer};
pub use line::{LineReader, ParsedLine};

use crate::{
    Answers, Day, Depth, Evaluation, EvidenceRecords, Json, Model, ModelRef, QuestionIx, Stance,
    VecMap,
};

/// The format of an assessment file.
pub(crate) const FORMAT: &str = "assay.assessment/1";

/// Notes by question.
pub type Notes = VecMap<QuestionIx, String>;

/// The authors of answers by question, where several people answered.
pub type AnswerAuthors = VecMap<QuestionIx, String>;

/// The assessed company.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// Name; may be empty.
    pub name: String,
    /// Industry; may be empty.
    pub industry: String,
    /// Size; may be empty.
    pub size: String,
    /// Stance, which determines the visible questions.
    pub stance: Stance,
}

/// The answers of a company to one model, with metadata.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// The model named in the file.
    pub model: Option<ModelRef>,
    /// The language in which it was answered.
    pub locale: Option<String>,
    /// The depth. Affects which questions are asked, not the scores.
    pub depth: Depth,
    /// The assessed company.
    pub profile: Profile,
    /// The answers, including those to questions that are not visible.
    pub answers: Answers,
    /// Notes beside questions.
    pub notes: Notes,
    /// Evidence for answers.
    pub evidence_records: EvidenceRecords,
    /// The authors of the answers; empty if there is a single author.
    pub given_by: AnswerAuthors,
    /// The time of creation, as written in the file.
    pub created: Option<String>,
    /// The time of the last change, as written in the file.
    pub updated: Option<String>,
    pub(crate) unknown: UnknownFields,
}

/// Unknown fields of a file, which are written back unchanged.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct UnknownFields {
    pub(crate) top: Vec<(String, Json)>,
    pub(crate) profile: Vec<(String, Json)>,
    pub(crate) model: Vec<(String, Json)>,
}

impl Assessment {
    /// Returns the time of the last change, or else of creation; the first of both that begins with
    /// a date.
    #[must_use]
    pub fn last_changed(&self) -> Option<&str> {
        let times = [&self.updated, &self.created].into_iter();
        times
            .filter_map(|time| time.as_deref())
            .find(|time| Day::parse(time).is_some())
    }

    /// Returns the evaluation of the answers with a model, which must be the one that the assessment
    /// was read with.
    #[must_use]
    pub fn evaluation<'a>(&'a self, model: &'a Model) -> Evaluation<'a> {
        Evaluation::new(model, self.profile.stance, &self.answers)
    }

    /// Creates an assessment without answers.
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
            evidence_records: EvidenceRecords::new(),
            given_by: AnswerAuthors::new(),
            created: None,
            updated: None,
            unknown: UnknownFields::default(),
        }
    }

    /// Returns a copy without the entries by question (answers, notes, evidence and authors) and
    /// without the time of the last change.
    #[must_use]
    pub fn head(&self) -> Self {
        let mut head = self.clone();
        head.answers.clear();
        head.notes = Notes::new();
        head.evidence_records = EvidenceRecords::new();
        head.given_by = AnswerAuthors::new();
        head.updated = None;
        head
    }

    /// Returns an unknown field of the file, such as the `ref` of a line.
    #[must_use]
    pub fn unknown_field(&self, field: &str) -> Option<&Json> {
        self.unknown
            .top
            .iter()
            .find_map(|(key, value)| (key == field).then_some(value))
    }

    /// Replaces an unknown field of the file; `None` removes it.
    pub(crate) fn set_unknown_field(&mut self, field: &str, value: Option<Json>) {
        self.unknown.top.retain(|(key, _)| key != field);
        let entry = value.map(|value| (field.to_owned(), value));
        self.unknown.top.extend(entry);
    }
}
