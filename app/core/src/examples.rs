//! Companies to look at: fictional, with answers, a name and a sentence on each.

use crate::{Assessment, Model, Problems};

/// A fictional company with its answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    /// Its name in addresses.
    pub id: String,
    /// Its stance and answers; the profile's name is left empty.
    pub assessment: Assessment,
    names: Vec<Name>,
}

#[derive(Debug, Clone, PartialEq)]
struct Name {
    language: String,
    name: String,
    about: String,
}

impl Example {
    /// What it is called in a language; in the first one there is, if it has no name in that one.
    #[must_use]
    pub fn name(&self, language: &str) -> &str {
        self.in_language(language).map_or(&self.id, |n| &n.name)
    }

    /// A sentence on it in a language.
    #[must_use]
    pub fn about(&self, language: &str) -> &str {
        self.in_language(language).map_or("", |n| &n.about)
    }

    fn in_language(&self, language: &str) -> Option<&Name> {
        self.names
            .iter()
            .find(|name| name.language == language)
            .or_else(|| self.names.first())
    }
}

/// Reads a file of examples.
///
/// # Errors
/// Everything that is wrong with it, with its place.
pub fn parse(model: &Model, text: &str) -> Result<Vec<Example>, Problems> {
    let _ = (model, text);
    Err(Problems(Vec::new()))
}
