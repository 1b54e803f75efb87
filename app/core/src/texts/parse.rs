//! Reads texts.

use super::reader::Reader;
use super::{Texts, markup};
use crate::json::{Json, Node};
use crate::problem::Log;
use crate::{Model, Problems, WithWarnings};

impl Texts {
    /// Parses a text file: the `texts` object of one language.
    ///
    /// # Errors
    /// Every value of a wrong type, with its place. Missing and superfluous texts are warnings.
    ///
    /// ```
    /// # let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/models/standard.json"));
    /// # let model = assay_core::Model::parse(file)?.value;
    /// use assay_core::Texts;
    ///
    /// let texts = Texts::parse(&model, r#"{ "title": "AI readiness" }"#)?;
    /// assert_eq!(texts.value.title(), "AI readiness");
    /// assert!(!texts.warnings.is_empty(), "all other texts are missing");
    /// # Ok::<(), assay_core::Problems>(())
    /// ```
    pub fn parse(model: &Model, text: &str) -> Result<WithWarnings<Self>, Problems> {
        Self::from_json(model, &Json::parse(text)?)
    }

    /// Reads the texts in a model file.
    ///
    /// # Errors
    /// As [`Texts::parse`].
    pub fn from_json(model: &Model, json: &Json) -> Result<WithWarnings<Self>, Problems> {
        let mut log = Log::default();
        let texts = Self::read(model, &Node::top(json), &mut log);
        log.into_result()?;
        Ok(WithWarnings {
            warnings: texts.incomplete.clone(),
            value: texts,
        })
    }

    /// Creates texts that consist of ids only.
    #[must_use]
    pub fn empty(model: &Model) -> Self {
        let none = Json::Object(Vec::new());
        Self::read(model, &Node::top(&none), &mut Log::default())
    }

    /// Reads texts at any place of a file; wrong types are reported.
    pub(crate) fn read(model: &Model, node: &Node<'_, '_>, wrong: &mut Log) -> Self {
        let nothing = Json::Object(Vec::new());
        let fallback = Node {
            json: &nothing,
            place: node.place,
        };
        let shaped = node.fields(wrong).is_some();
        let node = if shaped { node } else { &fallback };
        let mut reader = Reader {
            wrong,
            gaps: Log::default(),
        };
        let mut texts = reader.texts(model, node);
        markup::report_markup(&texts, model, &node.place, &mut reader.gaps);
        texts.incomplete = reader.gaps.into_problems();
        texts
    }
}
