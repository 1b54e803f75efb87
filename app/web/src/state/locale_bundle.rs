//! The texts of one language: the interface's and the questionnaire's.

use std::sync::Arc;

use assay_core::Texts;
use assay_locale::{Language, Messages};

use super::{DataLoader, LoadError, Questionnaire, Site, UnusableWording};
use crate::browser::net::{self, NetError};

/// All texts in one language.
#[derive(Clone)]
pub(crate) struct LocaleBundle {
    pub(crate) language: Language,
    pub(crate) messages: Arc<Messages>,
    pub(crate) texts: Arc<Texts>,
    /// The notice about the questionnaire's wording, if any.
    pub(crate) remarks: Option<Arc<WordingRemarks>>,
}

/// In what the questionnaire's wording differs from what the reader asked for.
pub(crate) struct WordingRemarks {
    /// The language that shows instead of the reader's.
    pub(crate) shown_language: Option<String>,
    /// The language of the texts that replace missing ones.
    pub(crate) filled_from: Option<String>,
    /// Wording that cannot be used.
    pub(crate) unusable: Vec<UnusableWording>,
}

/// Loads the interface texts of a language, as far as the app needs them.
///
/// # Errors
/// If the file cannot be fetched or read.
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
    /// Loads the texts of a language.
    ///
    /// # Errors
    /// If a file cannot be fetched, or no wording of the questionnaire can be used.
    pub(crate) async fn load(
        loader: &dyn DataLoader,
        site: &Site,
        language: Language,
        questionnaire: &Questionnaire,
    ) -> Result<Self, LoadError> {
        let messages = load_messages(loader, site, language)
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
            messages: Arc::new(messages),
            texts: Arc::new(wording.texts),
            remarks: tells.then(|| Arc::new(lack)),
        })
    }
}
