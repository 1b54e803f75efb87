//! Questionnaire models: questions, weights, and the requirements of paths.
//!
//! [`Model::parse`] is the only constructor, so every `Model` is valid: ids are resolved,
//! conditions and actions are acyclic, and sums of weights are finite. Entries are referred to by
//! [typed indices](crate::QuestionIx).

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

use crate::{Json, ModelRef, QuestionIx};

/// The format of model files.
pub(crate) const FORMAT: &str = "assay.model/1";

/// A valid questionnaire model.
///
/// Weights are those of the file. A group of extremely large or small weights is scaled by a power
/// of two, which preserves their ratios.
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

/// The location of the texts of a model in one language.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TextSource<'a> {
    /// In the model file.
    Inline(&'a Json),
    /// In another file with this name, next to the model file.
    File(&'a str),
}

impl Model {
    /// Returns the id, as used in references.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns the version, as used in references.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Returns the parameters of the AI content.
    #[must_use]
    pub fn aggregation(&self) -> Aggregation {
        self.aggregation
    }

    /// Returns the sections, in file order.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// Returns the questions, in file order.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// Returns the criteria, in file order.
    #[must_use]
    pub fn criteria(&self) -> &[Criterion] {
        &self.criteria
    }

    /// Returns the actions, in file order.
    #[must_use]
    pub fn actions(&self) -> &[Action] {
        &self.actions
    }

    /// Iterates over the indices of the questions, in file order.
    pub fn question_ixs(&self) -> impl Iterator<Item = QuestionIx> + use<> {
        (0..self.questions.len()).map(QuestionIx::new)
    }

    /// Iterates over the languages with texts, in file order.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        match self.source.get("texts") {
            Some(Json::Object(entries)) => entries.as_slice(),
            _ => &[],
        }
        .iter()
        .map(|(language, _)| language.as_str())
    }

    /// Returns the location of the texts in a language, if there are any.
    #[must_use]
    pub fn text_source(&self, language: &str) -> Option<TextSource<'_>> {
        match self.source.get("texts")?.get(language)? {
            Json::Text(file) => Some(TextSource::File(file)),
            inline => Some(TextSource::Inline(inline)),
        }
    }

    /// Formats the model file, including all unknown fields.
    #[must_use]
    pub fn to_json(&self) -> String {
        self.source.to_pretty()
    }
}

impl ModelRef {
    /// Creates the reference to a model.
    #[must_use]
    pub fn of_model(model: &Model) -> Self {
        Self {
            id: model.id().to_owned(),
            version: model.version().to_owned(),
        }
    }
}
