//! Requests of the app.
//!
//! | field | content |
//! | --- | --- |
//! | `language` | the language of all texts |
//! | `model`, `texts`, `messages`, `assessment` | the texts of the files |
//! | `config` | the text of `config.json`, or empty |
//! | `format`, `day` | for reports only: see [`report`](crate::report) |

use std::collections::BTreeMap;

use assay_config::Config;
use assay_core::{Assessment, Model, Texts};
use assay_locale::{Language, Messages};

/// A request. Its texts are parsed where they are needed.
pub(crate) struct Request(BTreeMap<String, String>);

impl Request {
    /// Reads a request. It is longer than a file may be, since it holds several.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let fields = serde_json::from_str(text);
        fields
            .map(Self)
            .map_err(|error| format!("the request: {error}"))
    }

    /// A field.
    pub(crate) fn text(&self, field: &str) -> Result<&str, String> {
        let text = self.0.get(field).map(String::as_str);
        text.ok_or_else(|| format!("{field}: missing"))
    }

    pub(crate) fn language(&self) -> Result<Language, String> {
        let language = Language::from_tag(self.text("language")?);
        language.ok_or_else(|| "language: unknown".to_owned())
    }

    pub(crate) fn model(&self) -> Result<Model, String> {
        let model = Model::parse(self.text("model")?);
        Ok(model
            .map_err(|problems| format!("model: {problems}"))?
            .value)
    }

    pub(crate) fn texts(&self, model: &Model) -> Result<Texts, String> {
        let texts = Texts::parse(model, self.text("texts")?);
        Ok(texts
            .map_err(|problems| format!("texts: {problems}"))?
            .value)
    }

    pub(crate) fn assessment(&self, model: &Model) -> Result<Assessment, String> {
        Assessment::parse(model, self.text("assessment")?)
            .map_err(|problems| format!("assessment: {problems}"))
    }

    /// The owner's configuration, or the default one.
    pub(crate) fn config(&self) -> Result<Config, String> {
        match self.text("config")? {
            "" => Ok(Config::default()),
            text => Config::parse(text).map_err(|_| "config: faulty".to_owned()),
        }
    }

    /// The interface texts with those that the owner replaces.
    pub(crate) fn messages(&self, config: &Config) -> Result<Messages, String> {
        let language = self.language()?;
        Messages::parse_with(self.text("messages")?, |key, text| {
            config.override_text(language, key, text)
        })
        .map_err(|error| format!("messages: {error}"))
    }
}
