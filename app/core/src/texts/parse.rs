//! Reading texts.

use super::Texts;
use crate::{Checked, Json, Model, Problems};

impl Texts {
    /// Reads a text file: the `texts` object of one language.
    ///
    /// # Errors
    /// Everything of the wrong shape, with its place. What is merely missing or superfluous is a
    /// warning.
    pub fn parse(model: &Model, text: &str) -> Result<Checked<Self>, Problems> {
        Self::from_json(model, &Json::parse(text)?)
    }

    /// Reads texts that stand in a model file.
    ///
    /// # Errors
    /// As [`Texts::parse`].
    pub fn from_json(model: &Model, json: &Json) -> Result<Checked<Self>, Problems> {
        let _ = (model, json);
        Err(Problems(Vec::new()))
    }

    /// No texts: ids stand everywhere.
    #[must_use]
    pub fn empty(model: &Model) -> Self {
        let _ = model;
        Self {
            title: String::new(),
            sections: Vec::new(),
            topics: std::collections::BTreeMap::new(),
            questions: Vec::new(),
            criteria: Vec::new(),
            paths: [const {
                super::PathText {
                    title: String::new(),
                    summary: String::new(),
                }
            }; 4],
            actions: Vec::new(),
            incomplete: Vec::new(),
        }
    }
}
