//! A questionnaire model: what is asked, how it is weighed, and what the paths need.
//!
//! [`Model::parse`] is the only way to one, so every `Model` is sound: names are resolved,
//! conditions and actions are free of loops, weights can be summed. Everything below reads it
//! through [positions](crate::QuestionIx) that only it hands out.

mod actions;
mod entry;
mod graph;
pub mod limits;
mod lookup;
mod migration;
mod outline;
mod parse;
mod paths;
mod questions;
mod warnings;
mod weights;

pub(crate) use migration::Migration;

pub use entry::{Action, Aggregation, Condition, Criterion, Question, Raise, Section, Term};

use crate::{Json, QuestionIx};

/// The format of a model file.
pub(crate) const FORMAT: &str = "assay.model/1";

/// A sound questionnaire model.
///
/// Weights are those of the file, except that a group of enormous or minute ones is brought into
/// the middle of the number range by a power of two: only their ratios mean anything.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    pub(crate) id: String,
    pub(crate) version: String,
    pub(crate) aggregation: Aggregation,
    pub(crate) sections: Vec<Section>,
    pub(crate) questions: Vec<Question>,
    pub(crate) criteria: Vec<Criterion>,
    pub(crate) actions: Vec<Action>,
    /// By stance and path.
    pub(crate) paths: [[Vec<Term>; 4]; 2],
    pub(crate) migrations: migration::Migrations,
    pub(crate) tables: lookup::LookupTables,
    pub(crate) source: Json,
}

/// Where a model's texts in one language are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TextSource<'a> {
    /// In the model file itself.
    Inline(&'a Json),
    /// In a file of this name, beside the model.
    File(&'a str),
}

impl Model {
    /// Its name, as assessments refer to it.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its version, as assessments refer to it.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// How section scores make an AI content.
    #[must_use]
    pub fn aggregation(&self) -> Aggregation {
        self.aggregation
    }

    /// Its sections, in the order of the file.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// Its questions, in the order of the file.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// Its criteria, in the order of the file.
    #[must_use]
    pub fn criteria(&self) -> &[Criterion] {
        &self.criteria
    }

    /// Its actions, in the order of the file.
    #[must_use]
    pub fn actions(&self) -> &[Action] {
        &self.actions
    }

    /// The positions of its questions, in the order of the file.
    pub fn question_ixs(&self) -> impl Iterator<Item = QuestionIx> + use<> {
        (0..self.questions.len()).map(QuestionIx::new)
    }

    /// The languages that it has texts for, in the order of the file.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        match self.source.get("texts") {
            Some(Json::Object(entries)) => entries.as_slice(),
            _ => &[],
        }
        .iter()
        .map(|(language, _)| language.as_str())
    }

    /// Where its texts in a language are, if it has any.
    #[must_use]
    pub fn text_source(&self, language: &str) -> Option<TextSource<'_>> {
        match self.source.get("texts")?.get(language)? {
            Json::Text(file) => Some(TextSource::File(file)),
            inline => Some(TextSource::Inline(inline)),
        }
    }

    /// The model file again, with everything that it held beyond what is known here.
    #[must_use]
    pub fn to_json(&self) -> String {
        self.source.to_pretty()
    }
}
