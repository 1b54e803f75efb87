//! What the app says: a language with its interface words and the questionnaire's texts.

use std::sync::Arc;

use assay_core::Texts;
use assay_locale::{Language, Messages};

use super::{DataLoader, LoadError, Questionnaire, Site, UnusableWording};
use crate::browser::net::{self, NetError};

/// All wording in one language.
#[derive(Clone)]
pub(crate) struct LocaleBundle {
    pub(crate) language: Language,
    pub(crate) messages: Arc<Messages>,
    pub(crate) texts: Arc<Texts>,
    /// What there is to tell about the questionnaire's wording.
    pub(crate) remarks: Option<Arc<WordingRemarks>>,
}

/// What the questionnaire lacks of the wording in the reader's language.
pub(crate) struct WordingRemarks {
    /// The language that it is read in instead.
    pub(crate) shown_language: Option<String>,
    /// The language that single texts are taken from.
    pub(crate) filled_from: Option<String>,
    /// Wording that cannot be used.
    pub(crate) unusable: Vec<UnusableWording>,
}

/// The interface words of a language, as far as the program needs them.
pub(crate) async fn load_messages(
    loader: &dyn DataLoader,
    site: &Site,
    language: Language,
) -> Result<Messages, NetError> {
    let name = format!("texts/{}{}", language.tag(), loader.data_suffix());
    let text = net::fetch_text(&name).await?;
    loader
        .parse_messages(&text, site, language)
        .map_err(|error| NetError {
            file: name,
            reason: error.to_string(),
            has_response: true,
        })
}

impl LocaleBundle {
    /// Loads the wording of a language for a questionnaire.
    pub(crate) async fn load(
        loader: &dyn DataLoader,
        site: &Site,
        language: Language,
        questionnaire: &Questionnaire,
    ) -> Result<Self, LoadError> {
        let words = load_messages(loader, site, language)
            .await
            .map_err(LoadError::Network)?;
        let wording = loader.load_wording(questionnaire, language).await?;
        let lack = WordingRemarks {
            shown_language: wording.texts.lang().and(wording.language),
            filled_from: wording.filled_from,
            unusable: wording.unusable,
        };
        let tells = lack.shown_language.is_some()
            || lack.filled_from.is_some()
            || !lack.unusable.is_empty();
        Ok(Self {
            language,
            messages: Arc::new(words),
            texts: Arc::new(wording.texts),
            remarks: tells.then(|| Arc::new(lack)),
        })
    }
}
