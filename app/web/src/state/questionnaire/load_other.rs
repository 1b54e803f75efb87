//! Loading questionnaires other than the page's.

use assay_config::ModelSource;
use assay_core::ModelRef;

use super::super::Site;
use super::super::standard_versions::{STANDARD, earlier_parameter, earlier_version};
use super::load::{KEY_PREFIX, STORED_PREFIX, choose_source};
use super::{LoadError, Questionnaire};
use crate::browser::store::{self, PartialRead};

impl Questionnaire {
    /// Loads the questionnaire that `?model=` would open with this value.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    pub(crate) async fn load_by_parameter(parameter: &str, site: &Site) -> Result<Self, LoadError> {
        if let Some(key) = parameter.strip_prefix(STORED_PREFIX) {
            return Self::load_stored(key, site).await;
        }
        if let Some(version) = earlier_version(parameter) {
            choose_source(Some(STANDARD.to_owned()), &site.config.models)?;
            return Self::load_earlier_standard(version).await;
        }
        match choose_source(Some(parameter.to_owned()), &site.config.models)? {
            ModelSource::Standard => Self::load_standard_model().await,
            ModelSource::File(address) => Self::load_site_file(&address).await,
        }
    }

    /// The values of `?model=` under which a questionnaire may open here: a version of the standard
    /// one, those that the site offers, and those that this browser stores.
    pub(crate) async fn parameters_for(of: &ModelRef, site: &Site) -> Vec<String> {
        let mut parameters = Vec::new();
        if of.id == STANDARD {
            let earlier = earlier_parameter(&of.version);
            parameters.push(earlier.unwrap_or_else(|| STANDARD.to_owned()));
        }
        for offered in &site.config.models {
            if let ModelSource::File(file) = &offered.source {
                parameters.push(file.clone());
            }
        }
        let id = format!("\"{}\"", of.id);
        let stored = store::read_prefix(KEY_PREFIX).await;
        let stored = stored.unwrap_or_else(|PartialRead(part)| part);
        for (key, text) in stored {
            if let Some(key) = key.strip_prefix(KEY_PREFIX).filter(|_| text.contains(&id)) {
                parameters.push(format!("{STORED_PREFIX}{key}"));
            }
        }
        parameters
    }
}
