//! The questionnaire of the page, and loading its wording.

use std::fmt;
use std::sync::Arc;

use assay_config::{ModelSource, OfferedModel};
use assay_core::link::LinkError;
use assay_core::{Example, Model, ModelRef, Problems, TextSource, Texts, decode_text, examples};
use assay_locale::{Language, order_by_preference};

use super::standard_versions::{STANDARD, earlier_folder, earlier_parameter, earlier_version};
use super::{Site, UnusableReason, UnusableWording, Wording};
use crate::browser::console::log_failure;
use crate::browser::net::{self, NetError};
use crate::browser::store::{self, PartialRead, StorageError};
use crate::browser::{boot_registry, clock};

/// The questionnaire of the page, which does not change while the page lives.
pub(crate) struct Questionnaire {
    pub(crate) model: Arc<Model>,
    /// The fictional companies, which only the standard questionnaire has.
    pub(crate) examples: Vec<Example>,
    origin: Origin,
}

/// Where a questionnaire came from.
#[derive(PartialEq, Eq)]
enum Origin {
    Standard,
    /// An earlier version of the standard questionnaire.
    EarlierStandard(&'static str),
    /// A file of the site: its absolute address, and the address as it was requested.
    File {
        address: String,
        asked: String,
    },
    /// A file that the visitor opened and this browser stores.
    Kept,
}

/// The prefix of a stored questionnaire's key in `?model=`.
const KEPT: &str = "kept:";

/// The prefix of the keys under which opened questionnaires are stored.
const SHELF: &str = "model/";

/// Why the questionnaire could not be loaded.
pub(crate) enum LoadError {
    /// A file could not be fetched.
    Network(NetError),
    /// The file has errors.
    InvalidModel(Problems),
    /// The address is not on this site.
    ForeignAddress(String),
    /// The site's owner does not offer it.
    NotOffered(String),
    /// This browser does not store it, or no longer.
    NotStored,
    /// Its wording is not usable in any language.
    UnusableWording(Vec<UnusableWording>),
    /// The browser's database cannot be read at present.
    StorageUnavailable,
}

/// The plain cause, for use without messages.
impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Network(error) => error.fmt(f),
            Self::InvalidModel(_) => f.write_str("the questionnaire has faults"),
            Self::ForeignAddress(address) | Self::NotOffered(address) => f.write_str(address),
            Self::NotStored => f.write_str("the questionnaire is not kept here"),
            Self::UnusableWording(_) => f.write_str("the questionnaire has no usable wording"),
            Self::StorageUnavailable => f.write_str("the browser's database does not answer"),
        }
    }
}

impl Questionnaire {
    /// Loads the questionnaire that the page's address names (`?model=`), or the standard one.
    pub(crate) async fn load(site: &Site) -> Result<Self, LoadError> {
        let wanted = net::query_parameter("model");
        if let Some(key) = wanted
            .as_deref()
            .and_then(|wanted| wanted.strip_prefix(KEPT))
        {
            return Self::load_kept(key, site).await;
        }
        if let Some(version) = wanted.as_deref().and_then(earlier_version) {
            // It may be opened where the present version may be.
            chosen(Some(STANDARD.to_owned()), &site.config.models)?;
            return Self::load_earlier_standard(version).await;
        }
        match chosen(wanted, &site.config.models)? {
            ModelSource::Standard => Self::load_standard().await,
            ModelSource::File(address) => Self::load_own(&address).await,
        }
    }

    /// Stores a questionnaire that the visitor opened. Calls back with the value of `?model=` that
    /// opens it.
    pub(crate) fn store_opened_model(
        text: &str,
        kept: impl FnOnce(Result<String, StorageError>) + 'static,
    ) {
        let key = clock::generate_key();
        let value = format!("{KEPT}{key}");
        store::write_key(&format!("{SHELF}{key}"), Some(text), move |stored| {
            kept(stored.map(|()| value));
        });
    }

    /// Loads the questionnaire that `?model=` would open with this value.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    pub(crate) async fn load_by_parameter(parameter: &str, site: &Site) -> Result<Self, LoadError> {
        if let Some(key) = parameter.strip_prefix(KEPT) {
            return Self::load_kept(key, site).await;
        }
        if let Some(version) = earlier_version(parameter) {
            chosen(Some(STANDARD.to_owned()), &site.config.models)?;
            return Self::load_earlier_standard(version).await;
        }
        match chosen(Some(parameter.to_owned()), &site.config.models)? {
            ModelSource::Standard => Self::load_standard_model().await,
            ModelSource::File(address) => Self::load_own(&address).await,
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
        let stored = store::read_prefix(SHELF).await;
        let stored = stored.unwrap_or_else(|PartialRead(part)| part);
        for (key, text) in stored {
            if let Some(key) = key.strip_prefix(SHELF).filter(|_| text.contains(&id)) {
                parameters.push(format!("{KEPT}{key}"));
            }
        }
        parameters
    }

    async fn load_kept(key: &str, site: &Site) -> Result<Self, LoadError> {
        if site.config.disabled.own_models {
            return Err(LoadError::NotStored);
        }
        let text = match store::read_key(&format!("{SHELF}{key}")).await {
            Ok(text) => text.ok_or(LoadError::NotStored)?,
            Err(PartialRead(part)) => part.ok_or(LoadError::StorageUnavailable)?,
        };
        Ok(Self {
            model: Arc::new(parse(&text)?),
            examples: Vec::new(),
            origin: Origin::Kept,
        })
    }

    /// Whether the questionnaire is in this browser only, so that a link to it works nowhere else.
    pub(crate) fn is_local_only(&self) -> bool {
        self.origin == Origin::Kept
    }

    /// The beginning of a link: the page's address with the questionnaire's. The latter is included
    /// even where the site opens this questionnaire by default, since its owner may change that while
    /// a link opens for ever.
    pub(crate) fn page_address(&self) -> String {
        let asked = match &self.origin {
            Origin::File { asked, .. } => Some(asked.clone()),
            Origin::Standard | Origin::EarlierStandard(_) | Origin::Kept => {
                net::query_parameter("model")
            }
        };
        net::page_address(asked.as_deref())
    }

    /// Whether it was loaded from this source.
    pub(crate) fn is_from_source(&self, source: &ModelSource) -> bool {
        match (source, &self.origin) {
            (ModelSource::Standard, Origin::Standard) => true,
            (ModelSource::File(file), Origin::File { address, .. }) => {
                net::same_origin_url(file, None).as_deref() == Some(address)
            }
            _ => false,
        }
    }

    /// Whether it is an earlier version of the standard questionnaire.
    pub(crate) fn is_earlier_standard(&self) -> bool {
        matches!(self.origin, Origin::EarlierStandard(_))
    }

    /// The value of `?model=` under which an earlier version of the questionnaire at hand opens,
    /// where the site has it.
    pub(crate) fn earlier_parameter(&self, version: &str) -> Option<String> {
        let parameter = earlier_parameter(version)?;
        (self.origin == Origin::Standard).then_some(parameter)
    }

    /// The value of `?model=` under which a link opens that belongs to another version of the
    /// standard questionnaire.
    pub(crate) fn parameter_for_link(&self, error: &LinkError) -> Option<String> {
        match (error, &self.origin) {
            (LinkError::OtherModel { id, version, .. }, Origin::Standard) if id == STANDARD => {
                self.earlier_parameter(version)
            }
            (
                LinkError::OtherModel {
                    id, changed: false, ..
                },
                Origin::EarlierStandard(_),
            ) if id == STANDARD => Some(STANDARD.to_owned()),
            _ => None,
        }
    }

    /// The earlier version of the standard questionnaire to which a link belongs, where the page
    /// shows the present version and the site has the earlier one.
    pub(crate) fn earlier_version_for_link(&self, error: &LinkError) -> Option<&'static str> {
        earlier_version(&self.parameter_for_link(error)?)
    }

    /// The standard questionnaire.
    pub(crate) fn from_standard(model: Model, examples: Vec<Example>) -> Self {
        Self {
            model: Arc::new(model),
            examples,
            origin: Origin::Standard,
        }
    }

    /// Loads the standard questionnaire without its example companies.
    async fn load_standard_model() -> Result<Self, LoadError> {
        let text = net::fetch_text("models/standard.json").await;
        let model = parse(&text.map_err(LoadError::Network)?)?;
        Ok(Self::from_standard(model, Vec::new()))
    }

    async fn load_standard() -> Result<Self, LoadError> {
        let mut loaded = Self::load_standard_model().await?;
        let model = &loaded.model;
        boot_registry::wait_for_idle().await;
        let examples = match net::fetch_text("models/examples.json").await {
            Ok(text) => {
                let examples = examples::parse_examples(model, &text);
                log_failure("read the examples", examples)
            }
            Err(error) if error.has_response => None,
            Err(error) => return Err(LoadError::Network(error)),
        };
        loaded.examples = examples.unwrap_or_default();
        Ok(loaded)
    }

    pub(crate) async fn load_earlier_standard(version: &'static str) -> Result<Self, LoadError> {
        let file = format!("{}standard.json", earlier_folder(version));
        let text = net::fetch_text(&file).await.map_err(LoadError::Network)?;
        Ok(Self {
            model: Arc::new(parse(&text)?),
            examples: Vec::new(),
            origin: Origin::EarlierStandard(version),
        })
    }

    async fn load_own(wanted: &str) -> Result<Self, LoadError> {
        let address = net::same_origin_url(wanted, None)
            .ok_or_else(|| LoadError::ForeignAddress(wanted.to_owned()))?;
        let bytes = net::fetch_bytes(&address)
            .await
            .map_err(LoadError::Network)?;
        let text =
            decode_text(&bytes).map_err(|kind| LoadError::InvalidModel(Problems::single(kind)))?;
        let model = parse(&text)?;
        Ok(Self {
            model: Arc::new(model),
            examples: Vec::new(),
            origin: Origin::File {
                address,
                asked: wanted.to_owned(),
            },
        })
    }

    /// Loads the wording in a language, or in another one where that is missing or unusable. Ids
    /// stand for texts where there is no wording.
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
        if found.is_empty() && refused.is_empty() {
            return Ok(Wording::without_remarks(Texts::empty(&self.model)));
        }
        let reasons = refused.clone();
        Wording::from_candidates(&self.model, language, found, refused)
            .ok_or(LoadError::UnusableWording(reasons))
    }

    /// The file of the wording in a language; `None` where it is part of the questionnaire's file.
    fn text_file(&self, tag: &str) -> Option<&str> {
        match self.model.text_source(tag)? {
            TextSource::File(name) => Some(name),
            TextSource::Inline(_) => None,
        }
    }

    async fn texts_in(&self, tag: &str) -> Result<Texts, UnusableReason> {
        let parsed = match (self.model.text_source(tag), &self.origin) {
            (Some(TextSource::Inline(json)), _) => Texts::from_json(&self.model, json),
            (Some(TextSource::File(name)), Origin::Standard) => {
                let text = net::fetch_text(&format!("models/{name}")).await;
                Texts::parse(&self.model, &text.map_err(UnusableReason::Net)?)
            }
            (Some(TextSource::File(name)), Origin::EarlierStandard(version)) => {
                let file = format!("{}{name}", earlier_folder(version));
                let text = net::fetch_text(&file).await.map_err(UnusableReason::Net)?;
                Texts::parse(&self.model, &text)
            }
            (Some(TextSource::File(name)), Origin::File { address, .. }) => {
                let file = net::same_origin_url(name, Some(address)).unwrap_or_default();
                let bytes = net::fetch_bytes(&file).await.map_err(UnusableReason::Net)?;
                match decode_text(&bytes) {
                    Ok(text) => {
                        Texts::parse(&self.model, &text).map_err(|problems| problems.locate(&text))
                    }
                    Err(kind) => Err(Problems::single(kind)),
                }
            }
            (Some(TextSource::File(_)), Origin::Kept) => return Err(UnusableReason::NotStored),
            (None, _) => Err(Problems(Vec::new())),
        };
        parsed
            .map(|checked| checked.value)
            .map_err(UnusableReason::Faulty)
    }
}

/// The questionnaire that the address names, or the site's first one.
///
/// # Errors
/// If the site does not offer it.
fn chosen(wanted: Option<String>, offered: &[OfferedModel]) -> Result<ModelSource, LoadError> {
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
        .map_err(|problems| LoadError::InvalidModel(problems.locate(text)))
}
