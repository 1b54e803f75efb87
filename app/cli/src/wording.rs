//! The language of messages and reports, and the messages that only the command line has. Their texts
//! are the keys `cli.` of the interface texts.

mod files;
mod reports;

use std::ops::Deref;

use assay_config::Config;
use assay_core::cohort::Cohort;
use assay_core::{Assessment, Model};
use assay_locale::{Language, Messages};

/// The messages of a language.
#[derive(Debug)]
pub(crate) struct LocaleBundle {
    messages: Messages,
}

impl Deref for LocaleBundle {
    type Target = Messages;

    fn deref(&self) -> &Messages {
        &self.messages
    }
}

/// The bundle of the requested language; English by default.
pub(crate) fn locale_bundle(asked: Option<Language>) -> LocaleBundle {
    LocaleBundle {
        messages: Messages::embedded(asked.unwrap_or(Language::English)),
    }
}

/// The language of an assessment; English if it is not supported.
pub(crate) fn assessment_language(assessment: &Assessment) -> Language {
    let tag = assessment.locale.as_deref().unwrap_or_default();
    Language::from_tag(tag).unwrap_or(Language::English)
}

impl LocaleBundle {
    /// Message: a questionnaire is valid.
    pub(crate) fn valid_model(&self, name: &str, model: &Model) -> String {
        self.cli_valid_model(
            name,
            model.id(),
            model.version(),
            &model.sections().len().to_string(),
            &model.questions().len().to_string(),
            &model.actions().len().to_string(),
        )
    }

    /// Message: a configuration is valid.
    pub(crate) fn valid_config(&self, name: &str, config: &Config) -> String {
        let models = config.models.len().max(1);
        let origins = config.allowed_origins.as_ref().map_or(0, Vec::len);
        self.cli_valid_config(name, &models.to_string(), &origins.to_string())
    }

    /// Warning: the call to action sends the result link to a server.
    pub(crate) fn link_sent_to_server(&self, name: &str) -> String {
        self.cli_link_sent_to_server(name, "{link}")
    }

    /// Message: an assessment is valid.
    pub(crate) fn valid_assessment(
        &self,
        name: &str,
        model: &Model,
        assessment: &Assessment,
    ) -> String {
        let (answers, stance) = (assessment.answers.len(), assessment.profile.stance);
        self.cli_valid_assessment(
            name,
            model.id(),
            model.version(),
            &stance.to_string(),
            &answers.to_string(),
        )
    }

    /// Message: a cohort is valid.
    pub(crate) fn valid_cohort(&self, name: &str, cohort: &Cohort) -> String {
        let model = cohort.model();
        let companies = cohort.companies().to_string();
        self.cli_valid_cohort(name, &model.id, &model.version, &companies)
    }
}
