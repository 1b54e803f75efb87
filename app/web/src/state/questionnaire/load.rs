//! Loading and storing a questionnaire.

use std::sync::Arc;

use assay_config::{ModelSource, OfferedModel};
use assay_core::{Model, decode_text, examples};

use super::super::standard_versions::{STANDARD, earlier_folder, earlier_version};
use super::super::{FileProblems, Site};
use super::{LoadError, Origin, Questionnaire};
use crate::browser::console::log_failure;
use crate::browser::store::{self, PartialRead, StorageError};
use crate::browser::{boot_registry, clock, net};

/// The prefix of a stored questionnaire's key in `?model=`.
pub(super) const STORED_PREFIX: &str = "kept:";

/// The prefix of the keys under which opened questionnaires are stored.
pub(super) const KEY_PREFIX: &str = "model/";

impl Questionnaire {
    /// Loads the questionnaire that the page's address names (`?model=`), or the standard one.
    pub(crate) async fn load(site: &Site) -> Result<Self, LoadError> {
        let wanted = net::query_parameter("model");
        if let Some(key) = wanted
            .as_deref()
            .and_then(|wanted| wanted.strip_prefix(STORED_PREFIX))
        {
            return Self::load_stored(key, site).await;
        }
        if let Some(version) = wanted.as_deref().and_then(earlier_version) {
            // It may be opened where the present version may be.
            choose_source(Some(STANDARD.to_owned()), &site.config.models)?;
            return Self::load_earlier_standard(version).await;
        }
        match choose_source(wanted, &site.config.models)? {
            ModelSource::Standard => Self::load_standard().await,
            ModelSource::File(address) => Self::load_site_file(&address).await,
        }
    }

    /// Loads a questionnaire other than the standard one that the page's address names: a stored one,
    /// or a file of the site.
    pub(crate) async fn load_own(site: &Site) -> Result<Self, LoadError> {
        let wanted = net::query_parameter("model").unwrap_or_default();
        match wanted.strip_prefix(STORED_PREFIX) {
            Some(key) => Self::load_stored(key, site).await,
            None => Self::load_site_file(&wanted).await,
        }
    }

    /// Stores a questionnaire that the visitor opened. Calls back with the value of `?model=` that
    /// opens it.
    pub(crate) fn store_opened_model(
        text: &str,
        on_stored: impl FnOnce(Result<String, StorageError>) + 'static,
    ) {
        let key = clock::generate_key();
        let value = format!("{STORED_PREFIX}{key}");
        store::write_key(&format!("{KEY_PREFIX}{key}"), Some(text), move |stored| {
            on_stored(stored.map(|()| value));
        });
    }

    pub(super) async fn load_stored(key: &str, site: &Site) -> Result<Self, LoadError> {
        if site.config.disabled.own_models {
            return Err(LoadError::NotStored);
        }
        let text = match store::read_key(&format!("{KEY_PREFIX}{key}")).await {
            Ok(text) => text.ok_or(LoadError::NotStored)?,
            Err(PartialRead(part)) => part.ok_or(LoadError::StorageUnavailable)?,
        };
        Ok(Self {
            model: Arc::new(parse(&text)?),
            examples: Vec::new(),
            text,
            origin: Origin::Stored,
        })
    }

    /// Loads the standard questionnaire without its example companies.
    pub(crate) async fn load_standard_model() -> Result<Self, LoadError> {
        let text = net::fetch_text("models/standard.json").await;
        let text = text.map_err(LoadError::Network)?;
        Ok(Self::from_standard(parse(&text)?, Vec::new(), text))
    }

    /// Loads the standard questionnaire with its example companies.
    pub(crate) async fn load_standard() -> Result<Self, LoadError> {
        let text = net::fetch_text("models/standard.json").await;
        let text = text.map_err(LoadError::Network)?;
        let model = parse(&text)?;
        boot_registry::wait_until_idle_or_requested().await;
        let examples = match net::fetch_text("models/examples.json").await {
            Ok(text) => {
                let examples = examples::parse_examples(&model, &text);
                log_failure("read the examples", examples)
            }
            Err(error) if error.has_response => None,
            Err(error) => return Err(LoadError::Network(error)),
        };
        Ok(Self::from_standard(
            model,
            examples.unwrap_or_default(),
            text,
        ))
    }

    pub(crate) async fn load_earlier_standard(version: &'static str) -> Result<Self, LoadError> {
        let file = format!("{}standard.json", earlier_folder(version));
        let text = net::fetch_text(&file).await.map_err(LoadError::Network)?;
        Ok(Self {
            model: Arc::new(parse(&text)?),
            examples: Vec::new(),
            text,
            origin: Origin::EarlierStandard(version),
        })
    }

    pub(super) async fn load_site_file(wanted: &str) -> Result<Self, LoadError> {
        let address = net::same_origin_url(wanted, None)
            .ok_or_else(|| LoadError::ForeignAddress(wanted.to_owned()))?;
        let bytes = net::fetch_bytes(&address)
            .await
            .map_err(LoadError::Network)?;
        let text = decode_text(&bytes)
            .map_err(|kind| LoadError::InvalidModel(FileProblems::of_bytes(kind)))?;
        let model = parse(&text)?;
        Ok(Self {
            model: Arc::new(model),
            examples: Vec::new(),
            text: text.into_owned(),
            origin: Origin::File {
                address,
                requested: wanted.to_owned(),
            },
        })
    }
}

/// The questionnaire that the address names, or the site's first one.
///
/// # Errors
/// If the site does not offer it.
pub(super) fn choose_source(
    wanted: Option<String>,
    offered: &[OfferedModel],
) -> Result<ModelSource, LoadError> {
    let Some(wanted) = wanted else {
        let first = offered.first().map(|one| one.source.clone());
        return Ok(first.unwrap_or(ModelSource::Standard));
    };
    let source = match wanted.as_str() {
        STANDARD => ModelSource::Standard,
        _ => ModelSource::File(wanted.clone()),
    };
    let address = |source: &ModelSource| match source {
        ModelSource::Standard => None,
        ModelSource::File(file) => net::same_origin_url(file, None),
    };
    let may = offered.is_empty()
        || offered
            .iter()
            .any(|one| address(&one.source) == address(&source));
    if may {
        Ok(source)
    } else {
        Err(LoadError::NotOffered(wanted))
    }
}

fn parse(text: &str) -> Result<Model, LoadError> {
    Model::parse(text)
        .map(|checked| checked.value)
        .map_err(|problems| LoadError::InvalidModel(FileProblems::new(problems, text)))
}
