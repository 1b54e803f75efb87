//! The configuration of a site, `config.json`: brand, languages, questionnaires, texts, and who may
//! embed it.
//!
//! The crate reads and checks the file; the web app applies it. It uses no browser and no files.
//! [`Config::parse`] returns a valid configuration or every fault with its place;
//! [`describe_fault`] describes a fault in a language. `docs/embedding-reference.md` documents the
//! file.

mod address;
mod brand;
mod colour;
mod contrast;
mod describe;
mod fault;
mod fields;
mod origins;
mod page_colours;
mod parse;
mod texts;
mod tokens;

pub use brand::{Brand, Colours, Fonts};
pub use colour::Colour;
pub use describe::describe_fault;
pub use fault::{Fault, FaultKind, Faults, Theme};
pub use origins::{OriginAccess, origin_access};
pub use page_colours::{HostColours, PageColourError, PageColours};
pub use texts::{LocalizedText, TextOverride};
pub use tokens::Token;

use assay_core::Depth;
use assay_locale::Language;

/// The format name of the file.
pub const FORMAT: &str = "assay.config/1";

/// A valid configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// Name, logo, colours, fonts.
    pub brand: Brand,
    /// Languages of the site, the preferred one first; never empty. A file that names none means the
    /// languages of its own texts, or all if it has no texts.
    pub languages: Vec<Language>,
    /// Questionnaires that can be opened, the default first. Empty: the standard one first, and any
    /// of the site.
    pub models: Vec<OfferedModel>,
    /// Depth in which an assessment begins.
    pub default_depth: Depth,
    /// Interface texts that the site replaces.
    pub texts: Vec<TextOverride>,
    /// The button at the end of a result.
    pub call_to_action: Option<CallToAction>,
    /// Links in the footer of every page.
    pub legal: Vec<LabelledLink>,
    /// Texts shown before a result is sent.
    pub consent: Consent,
    /// Origins that may receive a result; `None` if the file has no list.
    pub allowed_origins: Option<Vec<String>>,
    /// The benchmark that results are compared with: a file of the site, by its address relative to
    /// the app.
    pub cohort: Option<String>,
    /// Features that are switched off.
    pub disabled: DisabledFeatures,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            brand: Brand::default(),
            languages: Language::ALL.to_vec(),
            models: Vec::new(),
            default_depth: Depth::Quick,
            texts: Vec::new(),
            call_to_action: None,
            legal: Vec::new(),
            consent: Consent::default(),
            allowed_origins: None,
            cohort: None,
            disabled: DisabledFeatures::default(),
        }
    }
}

impl Config {
    /// The files of the site that the configuration names, relative to the app.
    #[must_use]
    pub fn files(&self) -> Vec<&str> {
        let models = self.models.iter().filter_map(|one| match &one.source {
            ModelSource::Standard => None,
            ModelSource::File(address) => Some(address.as_str()),
        });
        let logos = [&self.brand.logo, &self.brand.logo_dark];
        let logos = logos.into_iter().filter_map(|logo| logo.as_deref());
        models.chain(logos).chain(self.cohort.as_deref()).collect()
    }
}

/// A questionnaire that can be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedModel {
    /// Its file.
    pub source: ModelSource,
    /// Its title where visitors choose between several.
    pub title: Option<LocalizedText>,
}

/// The file of a questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ModelSource {
    /// The questionnaire that is part of the app.
    Standard,
    /// A file of the site, by its address relative to the app.
    File(String),
}

/// A link with its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelledLink {
    /// Label of the link.
    pub label: LocalizedText,
    /// Target of the link.
    pub address: String,
}

/// The button at the end of a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallToAction(pub LabelledLink);

/// Placeholder for the result link in the address of a call to action.
const LINK_PLACEHOLDER: &str = "{link}";

impl CallToAction {
    /// Whether the address contains the placeholder of the result link.
    #[must_use]
    pub fn has_link_placeholder(&self) -> bool {
        self.0.address.contains(LINK_PLACEHOLDER)
    }

    /// Whether the result link becomes part of what the browser sends to a server, which may log it:
    /// the path or the query, and not the fragment.
    #[must_use]
    pub fn sends_link_to_server(&self) -> bool {
        let address = &self.0.address;
        let sent = address.split('#').next().unwrap_or_default();
        sent.contains(LINK_PLACEHOLDER) && !address.starts_with("mailto:")
    }

    /// The address with the percent-encoded result link, or with nothing in its place.
    #[must_use]
    pub fn address(&self, encoded_link: Option<&str>) -> String {
        self.0
            .address
            .replace(LINK_PLACEHOLDER, encoded_link.unwrap_or_default())
    }
}

/// Texts shown before a result is sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Consent {
    /// The owner's text.
    pub text: Option<LocalizedText>,
    /// Address of the privacy policy.
    pub privacy: Option<String>,
}

/// Features that are switched off.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DisabledFeatures {
    /// Links to results.
    pub sharing: bool,
    /// Files of results.
    pub export: bool,
    /// The language switch.
    pub languages: bool,
    /// A visitor's own questionnaire.
    pub own_models: bool,
}

impl Config {
    /// Whether it has no settings beyond its format.
    #[must_use]
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
