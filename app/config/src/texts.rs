//! Texts of the owner: localized texts, and replacements of interface texts.

use std::collections::BTreeMap;

use assay_core::Json;
use assay_core::json::Node;
use assay_locale::{Language, text_parameters};

use crate::fields::{FaultLog, bounded_text, known_fields};
use crate::{Config, FaultKind};

/// A text in each language of the site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LocalizedText(BTreeMap<Language, String>);

impl LocalizedText {
    /// The text in a language, or in another one if the site does not have that language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        let found = self.0.get(&language).or_else(|| self.0.values().next());
        found.map_or("", String::as_str)
    }
}

/// A replacement of an interface text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextOverride {
    /// Language of the replaced text.
    pub language: Language,
    /// Key in `texts/LANG.json`.
    pub key: String,
    /// The new text.
    pub text: String,
}

/// Longest text in characters.
const MAX_LENGTH: usize = 2000;

/// Texts that must be the same on every site: consent, and descriptions of faults.
const PROTECTED_PREFIXES: [&str; 4] = ["consent.", "config.", "problem.", "results.self_assessed"];

/// Texts with the product's name, which the brand's name replaces.
const PRODUCT_NAME_KEYS: [&str; 7] = [
    "app.name",
    "app.title_with_page",
    "start.lead",
    "about.title",
    "shared.link_newer",
    "workspace.import_help",
    "error.panic",
];

/// The product's name in its texts.
const PRODUCT: &str = "Assay";

pub(crate) fn parse_language(tag: &str) -> Option<Language> {
    Language::ALL
        .into_iter()
        .find(|language| language.tag() == tag)
}

/// The languages of the owner's own texts, if the file has any: those of a site that names none.
pub(crate) fn languages_of_texts(file: &Json) -> Option<Vec<Language>> {
    let list = |key| match file.get(key) {
        Some(Json::List(elements)) => elements.iter().collect(),
        _ => Vec::new(),
    };
    let links = list("legal").into_iter().chain(file.get("call_to_action"));
    let labels = links.filter_map(|link| link.get("label"));
    let titles = list("models")
        .into_iter()
        .filter_map(|one| one.get("title"));
    let consent = file.get("consent").and_then(|consent| consent.get("text"));
    let texts: Vec<&Json> = labels.chain(titles).chain(consent).collect();
    let is_used = |language: &Language| texts.iter().any(|one| one.get(language.tag()).is_some());
    let used: Vec<Language> = Language::ALL.into_iter().filter(is_used).collect();
    (!used.is_empty()).then_some(used)
}

/// Reads a text of at most `longest` characters in every language of the site.
pub(crate) fn read_localized_text(
    node: &Node<'_, '_>,
    languages: &[Language],
    longest: usize,
    log: &mut FaultLog,
) -> Option<LocalizedText> {
    let fields = known_fields(node, &Language::TAGS, log)?;
    let mut texts = BTreeMap::new();
    for (tag, node) in fields.nodes() {
        if let Some((language, text)) =
            parse_language(tag).zip(bounded_text(&node, 1, longest, log))
        {
            texts.insert(language, text.to_owned());
        }
    }
    for language in languages
        .iter()
        .filter(|language| fields.optional(language.tag()).is_none())
    {
        log.record(
            &node.place,
            FaultKind::MissingLanguage {
                language: language.tag(),
            },
        );
    }
    Some(LocalizedText(texts))
}

pub(crate) fn read_text_overrides(node: &Node<'_, '_>, log: &mut FaultLog) -> Vec<TextOverride> {
    let Some(fields) = known_fields(node, &Language::TAGS, log) else {
        return Vec::new();
    };
    let mut all = Vec::new();
    for (tag, node) in fields.nodes() {
        let (Some(language), Some(texts)) = (parse_language(tag), node.fields(log)) else {
            continue;
        };
        for (key, node) in texts.nodes() {
            if let Some(text) = read_text_override(key, &node, log) {
                all.push(TextOverride {
                    language,
                    key: key.to_owned(),
                    text,
                });
            }
        }
    }
    all
}

fn read_text_override(key: &str, node: &Node<'_, '_>, log: &mut FaultLog) -> Option<String> {
    if PROTECTED_PREFIXES
        .iter()
        .any(|fixed| key.starts_with(fixed))
    {
        log.record(
            &node.place,
            FaultKind::FixedText {
                key: key.to_owned(),
            },
        );
        return None;
    }
    let Some(needed) = text_parameters(key) else {
        log.record(
            &node.place,
            FaultKind::UnknownText {
                key: key.to_owned(),
            },
        );
        return None;
    };
    let text = bounded_text(node, 1, MAX_LENGTH, log)?;
    let found = placeholders(text);
    let lacks = needed.iter().any(|name| !found.contains(name));
    // The singular need not contain the number.
    let may_lack = key.ends_with(".one");
    if (lacks && !may_lack) || found.iter().any(|name| !needed.contains(name)) {
        let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        log.record(
            &node.place,
            FaultKind::Placeholders {
                found: owned(&found),
                needed: owned(needed),
            },
        );
        return None;
    }
    Some(text.to_owned())
}

fn placeholders(text: &str) -> Vec<&str> {
    let parts = text.split('{').skip(1);
    parts
        .filter_map(|rest| Some(rest.split_once('}')?.0))
        .collect()
}

impl Config {
    /// The owner's replacement of an interface text, by its key in the file; `None` if it stays as
    /// it is.
    #[must_use]
    pub fn override_text(&self, language: Language, key: &str, text: &str) -> Option<String> {
        let mut own = self.texts.iter();
        let own = own.find(|own| own.language == language && own.key == key);
        if let Some(own) = own {
            return Some(own.text.clone());
        }
        let name = self.brand.name.as_ref()?;
        PRODUCT_NAME_KEYS
            .contains(&key)
            .then(|| text.replace(PRODUCT, name))
    }
}
