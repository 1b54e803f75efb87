//! What the owner of a site says about it in `config.json`: brand, languages, questionnaires, words,
//! who may embed it. Read here, checked here, and told what is wrong with it; shown by the web app.
//!
//! Pure: no browser, no files. [`Config::parse`] gives a sound config or every fault with its place,
//! [`describe_fault`] says one in a language. `docs/embedding-reference.md` describes the file.

mod address;
mod brand;
mod colour;
mod describe;
mod fault;
mod fields;
mod origins;
mod parse;
mod texts;
mod tokens;

pub use brand::{Brand, Colours, Fonts};
pub use colour::Colour;
pub use describe::describe_fault;
pub use fault::{Fault, FaultKind, Faults, Theme};
pub use origins::{OriginAccess, origin_access};
pub use texts::{LocalizedText, TextOverride};
pub use tokens::Token;

use assay_core::Depth;
use assay_locale::Language;

/// The format of the file.
pub const FORMAT: &str = "assay.config/1";

/// The site as its owner wants it. Every value in it has been checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// Name, logo, colours, fonts.
    pub brand: Brand,
    /// The languages that are spoken here, the preferred one first; never empty.
    pub languages: Vec<Language>,
    /// The questionnaires that can be opened, the usual one first; empty: the standard one, and any
    /// of the site.
    pub models: Vec<OfferedModel>,
    /// How thoroughly one is asked to begin with.
    pub default_depth: Depth,
    /// Interface texts that are said otherwise here.
    pub texts: Vec<TextOverride>,
    /// What a visitor is asked to do at the end.
    pub call_to_action: Option<CallToAction>,
    /// Links at the foot of every page.
    pub legal: Vec<LabelledLink>,
    /// What a visitor reads before a result is sent.
    pub consent: Consent,
    /// The origins that may be sent a result; `None`: the file does not say.
    pub allowed_origins: Option<Vec<String>>,
    /// What is switched off.
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
            disabled: DisabledFeatures::default(),
        }
    }
}

impl Config {
    /// The files of the site that it names, relative to the app.
    #[must_use]
    pub fn files(&self) -> Vec<&str> {
        let models = self.models.iter().filter_map(|one| match &one.source {
            ModelSource::Standard => None,
            ModelSource::File(address) => Some(address.as_str()),
        });
        let logos = [&self.brand.logo, &self.brand.logo_dark];
        let logos = logos.into_iter().filter_map(|logo| logo.as_deref());
        models.chain(logos).collect()
    }
}

/// A questionnaire that can be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedModel {
    /// Where it is.
    pub source: ModelSource,
    /// What it is called where one chooses between several.
    pub title: Option<LocalizedText>,
}

/// Where a questionnaire is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ModelSource {
    /// It comes with the app.
    Standard,
    /// A file of the site, by its address relative to the app.
    File(String),
}

/// A link to somewhere, with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelledLink {
    /// What stands on it.
    pub label: LocalizedText,
    /// Where it leads.
    pub address: String,
}

/// The button at the end of a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallToAction(pub LabelledLink);

/// Where the result link goes in the address of a call to action.
const LINK: &str = "{link}";

impl CallToAction {
    /// Whether the address can carry the result link.
    #[must_use]
    pub fn has_link_placeholder(&self) -> bool {
        self.0.address.contains(LINK)
    }

    /// The address, with the result link (already percent-encoded) or without.
    #[must_use]
    pub fn address(&self, encoded_link: Option<&str>) -> String {
        self.0
            .address
            .replace(LINK, encoded_link.unwrap_or_default())
    }
}

/// What a visitor reads before a result is sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Consent {
    /// In the owner's words.
    pub text: Option<LocalizedText>,
    /// The address of the privacy policy.
    pub privacy: Option<String>,
}

/// What is switched off.
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
    /// Whether it says anything beyond its format.
    #[must_use]
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
