//! Questionnaires other than the page's, for assessments that belong to them.

use std::sync::Arc;

use assay_core::link::model_digest;
use assay_core::{Model, ModelRef, Texts};
use assay_locale::Language;

use leptos::prelude::GetUntracked;

use super::{App, Questionnaire, Site};

/// A questionnaire with its wording.
#[derive(Clone)]
pub(crate) struct KnownModel {
    pub(crate) model: Arc<Model>,
    pub(crate) texts: Arc<Texts>,
    /// The digest of the questionnaire: another questionnaire of the same id and version has another.
    pub(crate) digest: u32,
    /// The value of `?model=` that opens it; `None` for the page's own.
    pub(crate) parameter: Option<String>,
}

impl KnownModel {
    /// The questionnaire of the page.
    pub(crate) fn of_page(app: &App) -> Self {
        Self {
            model: app.questionnaire.model.clone(),
            texts: app.locale.get_untracked().texts,
            digest: model_digest(&app.questionnaire.model),
            parameter: None,
        }
    }

    /// Whether it is this questionnaire in this version.
    pub(crate) fn is(&self, of: &ModelRef) -> bool {
        self.model.id() == of.id && self.model.version() == of.version
    }
}

/// Loads those of the questionnaires that can be opened here, in the reader's language. The others
/// are left out: an earlier version is no longer offered, a file was deleted.
pub(crate) async fn load_models(
    site: &Site,
    language: Language,
    wanted: Vec<ModelRef>,
) -> Vec<KnownModel> {
    let mut found = Vec::new();
    for of in wanted {
        found.extend(load_model(site, language, &of).await);
    }
    found
}

async fn load_model(site: &Site, language: Language, of: &ModelRef) -> Option<KnownModel> {
    for parameter in Questionnaire::parameters_for(of, site).await {
        // A questionnaire that cannot be loaded is not available; the list says so.
        let Ok(questionnaire) = Questionnaire::load_by_parameter(&parameter, site).await else {
            continue;
        };
        if ModelRef::of_model(&questionnaire.model) != *of {
            continue;
        }
        let wording = questionnaire.load_wording(language).await;
        let texts = match wording {
            Ok(wording) => wording.texts,
            // Ids stand for texts.
            Err(_) => Texts::empty(&questionnaire.model),
        };
        return Some(KnownModel {
            model: questionnaire.model.clone(),
            texts: Arc::new(texts),
            digest: model_digest(&questionnaire.model),
            parameter: Some(parameter),
        });
    }
    None
}
