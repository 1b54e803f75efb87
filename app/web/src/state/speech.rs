//! What the app says: a language with its interface words and the questionnaire's texts.

use std::sync::Arc;

use assay_core::Texts;
use assay_locale::{Language, Words};

use super::{Library, LoadError, Refused, Site};
use crate::browser::net::{self, NetError};
use crate::program::Program;

/// All wording in one language.
#[derive(Clone)]
pub(crate) struct Speech {
    pub(crate) language: Language,
    pub(crate) words: Arc<Words>,
    pub(crate) texts: Arc<Texts>,
    /// What there is to tell about the questionnaire's wording.
    pub(crate) lack: Option<Arc<Lack>>,
}

/// What the questionnaire lacks of the wording in the reader's language.
pub(crate) struct Lack {
    /// The language that it is read in instead.
    pub(crate) used: Option<String>,
    /// The language that single texts are taken from.
    pub(crate) filled_from: Option<String>,
    /// Wording that cannot be used.
    pub(crate) refused: Vec<Refused>,
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
        answered: true,
    })
}

impl Speech {
    /// Loads the wording of a language for a questionnaire.
    pub(crate) async fn load(
        program: &Program,
        site: &Site,
        language: Language,
        library: &Library,
    ) -> Result<Self, LoadError> {
        let words = words(program, site, language)
            .await
            .map_err(LoadError::Net)?;
        let wording = (program.wording)(library, language).await?;
        let lack = Lack {
            used: wording.texts.lang().and(wording.used),
            filled_from: wording.filled_from,
            refused: wording.refused,
        };
        let tells = lack.used.is_some() || lack.filled_from.is_some() || !lack.refused.is_empty();
        Ok(Self {
            language,
            words: Arc::new(words),
            texts: Arc::new(wording.texts),
            lack: tells.then(|| Arc::new(lack)),
        })
    }
}
