//! What the app says: a language with its interface words and the questionnaire's texts.

use std::sync::Arc;

use assay_core::Texts;
use assay_locale::{Language, Words};

use super::{Library, Site};
use crate::browser::net::{self, NetError};
use crate::program::Program;

/// All wording in one language.
#[derive(Clone)]
pub(crate) struct Speech {
    pub(crate) language: Language,
    pub(crate) words: Arc<Words>,
    pub(crate) texts: Arc<Texts>,
}

/// The interface words of a language, as far as the program needs them.
pub(crate) async fn words(
    program: &Program,
    site: &Site,
    language: Language,
) -> Result<Words, NetError> {
    let name = format!("texts/{}{}", language.tag(), program.ending);
    let text = net::text(&name).await?;
    (program.words)(&text, site, language).map_err(|error| NetError {
        file: name,
        why: error.to_string(),
    })
}

impl Speech {
    /// Loads the wording of a language for a questionnaire.
    pub(crate) async fn load(
        program: &Program,
        site: &Site,
        language: Language,
        library: &Library,
    ) -> Result<Self, NetError> {
        let words = words(program, site, language).await?;
        let texts = (program.texts)(library, language).await;
        Ok(Self {
            language,
            words: Arc::new(words),
            texts: Arc::new(texts),
        })
    }
}
