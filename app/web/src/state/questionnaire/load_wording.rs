//! Loading the wording of a questionnaire.

use assay_core::{Problems, TextSource, Texts, decode_text};
use assay_locale::{Language, order_by_preference};

use super::super::standard_versions::earlier_folder;
use super::super::{FileProblems, UnusableReason, UnusableWording, Wording};
use super::{LoadError, Origin, Questionnaire};
use crate::browser::net;

impl Questionnaire {
    /// Loads the wording in a language, or in another one where that is missing or unusable. Ids
    /// replace texts where there is no wording.
    ///
    /// # Errors
    /// If no wording of the questionnaire can be used.
    pub(crate) async fn load_wording(&self, language: Language) -> Result<Wording, LoadError> {
        let tags = order_by_preference(self.model.languages(), language);
        let (mut found, mut refused) = (Vec::new(), Vec::new());
        for tag in tags {
            match self.texts_in(tag).await {
                Ok(texts) => {
                    let complete = !texts.has_placeholders(&self.model);
                    found.push((tag.to_owned(), texts));
                    if complete {
                        break;
                    }
                }
                // The app's own files exist, so the network has failed.
                Err(UnusableReason::Net(error))
                    if self.origin == Origin::Standard || self.is_earlier_standard() =>
                {
                    return Err(LoadError::Network(error));
                }
                Err(why) => refused.push(UnusableWording {
                    language: tag.to_owned(),
                    file: self.text_file(tag).map(str::to_owned),
                    reason: why,
                }),
            }
        }
        if found.is_empty() && !refused.is_empty() {
            return Err(LoadError::UnusableWording(refused));
        }
        let wording = Wording::from_candidates(&self.model, language, found, refused);
        Ok(wording.unwrap_or_else(|| Wording::without_remarks(Texts::empty(&self.model))))
    }

    /// The file of the wording in a language; `None` where it is part of the questionnaire's file.
    fn text_file(&self, tag: &str) -> Option<&str> {
        match self.model.text_source(tag)? {
            TextSource::File(name) => Some(name),
            TextSource::Inline(_) => None,
        }
    }

    async fn texts_in(&self, tag: &str) -> Result<Texts, UnusableReason> {
        let faulty = |problems| FileProblems::new(problems, "");
        let parsed = match (self.model.text_source(tag), &self.origin) {
            (Some(TextSource::Inline(json)), _) => {
                Texts::from_json(&self.model, json).map_err(faulty)
            }
            (Some(TextSource::File(name)), Origin::Standard) => {
                let text = net::fetch_text(&format!("models/{name}")).await;
                let text = text.map_err(UnusableReason::Net)?;
                Texts::parse(&self.model, &text).map_err(faulty)
            }
            (Some(TextSource::File(name)), Origin::EarlierStandard(version)) => {
                let file = format!("{}{name}", earlier_folder(version));
                let text = net::fetch_text(&file).await.map_err(UnusableReason::Net)?;
                Texts::parse(&self.model, &text).map_err(faulty)
            }
            (Some(TextSource::File(name)), Origin::File { address, .. }) => {
                let file = net::same_origin_url(name, Some(address))
                    .ok_or(UnusableReason::ForeignAddress)?;
                let bytes = net::fetch_bytes(&file).await.map_err(UnusableReason::Net)?;
                match decode_text(&bytes) {
                    Ok(text) => Texts::parse(&self.model, &text)
                        .map_err(|problems| FileProblems::new(problems, &text)),
                    Err(kind) => Err(FileProblems::of_bytes(kind)),
                }
            }
            (Some(TextSource::File(_)), Origin::Stored) => return Err(UnusableReason::NotStored),
            (None, _) => Err(faulty(Problems(Vec::new()))),
        };
        parsed
            .map(|checked| checked.value)
            .map_err(UnusableReason::Faulty)
    }
}
