//! The questionnaire of the page.

mod load;
mod load_other;
mod load_wording;

use std::fmt;
use std::sync::Arc;

use assay_config::ModelSource;
use assay_core::link::LinkError;
use assay_core::{Example, Model};

use super::standard_versions::{STANDARD, earlier_parameter, earlier_version};
use super::{FileProblems, UnusableWording};
use crate::browser::net::{self, NetError};

/// The questionnaire of the page, which does not change while the page lives.
pub(crate) struct Questionnaire {
    pub(crate) model: Arc<Model>,
    /// The fictional companies, which only the standard questionnaire has.
    pub(crate) examples: Vec<Example>,
    /// The text of its file; empty where only its outline was loaded.
    pub(crate) text: String,
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
        requested: String,
    },
    /// A file that the visitor opened and this browser stores.
    Stored,
}

/// Why the questionnaire could not be loaded.
pub(crate) enum LoadError {
    /// A file could not be fetched.
    Network(NetError),
    /// The file has errors.
    InvalidModel(FileProblems),
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
            Self::NotStored => f.write_str("the questionnaire is not stored in this browser"),
            Self::UnusableWording(_) => f.write_str("the questionnaire has no usable wording"),
            Self::StorageUnavailable => f.write_str("the browser's database does not answer"),
        }
    }
}

impl Questionnaire {
    /// Whether the questionnaire is in this browser only, so that a link to it works nowhere else.
    pub(crate) fn is_local_only(&self) -> bool {
        self.origin == Origin::Stored
    }

    /// The beginning of a link: the page's address with the questionnaire's. The latter is included
    /// even where the site opens this questionnaire by default, since its owner may change that while
    /// a link opens for ever.
    pub(crate) fn page_address(&self) -> String {
        let requested = match &self.origin {
            Origin::File { requested, .. } => Some(requested.clone()),
            Origin::Standard | Origin::EarlierStandard(_) | Origin::Stored => {
                net::query_parameter("model")
            }
        };
        net::page_address(requested.as_deref())
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
    pub(crate) fn from_standard(model: Model, examples: Vec<Example>, text: String) -> Self {
        Self {
            model: Arc::new(model),
            examples,
            text,
            origin: Origin::Standard,
        }
    }
}
