//! Parses the whole file.

use assay_core::json::{Fields, Node, ProblemSink, locate_values};
use assay_core::{Depth, Json, ProblemKind, Problems, decode_text};
use assay_locale::Language;

use crate::fields::{FaultLog, distinct_elements, known_fields};
use crate::texts::{languages_of_texts, parse_language, read_localized_text, read_text_overrides};
use crate::{
    CallToAction, Config, Consent, DisabledFeatures, FORMAT, Faults, LabelledLink, ModelSource,
    OfferedModel,
};
use crate::{address, brand, origins};

/// Greatest number of questionnaires.
const MAX_MODELS: usize = 50;
/// Greatest number of links in the footer.
const MAX_LEGAL_LINKS: usize = 8;
/// Longest label in characters.
const MAX_LABEL_LENGTH: usize = 60;
/// Longest consent text in characters.
const MAX_CONSENT_LENGTH: usize = 2000;

const FIELDS: [&str; 12] = [
    "format",
    "brand",
    "languages",
    "models",
    "default_depth",
    "texts",
    "call_to_action",
    "legal",
    "consent",
    "allowed_origins",
    "cohort",
    "off",
];

impl Config {
    /// Parses `config.json`.
    ///
    /// # Errors
    /// All faults with their places.
    pub fn parse(text: &str) -> Result<Self, Faults> {
        let json =
            Json::parse(text).map_err(|problems| Faults::from_problems(problems.locate(text)))?;
        let mut log = FaultLog::default();
        let config = read_config(&json, &mut log);
        if log.0.is_empty() {
            return Ok(config);
        }
        let places: Vec<&str> = log.0.iter().map(|fault| fault.place.as_str()).collect();
        let positions = locate_values(text, &places);
        for (fault, position) in log.0.iter_mut().zip(positions) {
            fault.position = position;
        }
        Err(Faults(log.0))
    }

    /// Parses the bytes of `config.json`.
    ///
    /// # Errors
    /// As [`parse`](Self::parse); one fault if the bytes are not text.
    pub fn read(bytes: &[u8]) -> Result<Self, Faults> {
        let text =
            decode_text(bytes).map_err(|kind| Faults::from_problems(Problems::single(kind)))?;
        Self::parse(&text)
    }
}

fn read_config(json: &Json, log: &mut FaultLog) -> Config {
    let top = Node::top(json);
    let Some(fields) = known_fields(&top, &FIELDS, log) else {
        return Config::default();
    };
    check_format(&fields, log);
    let defaults = Config::default();
    let languages = fields
        .optional("languages")
        .and_then(|node| read_languages(&node, log))
        .or_else(|| languages_of_texts(json))
        .unwrap_or(defaults.languages);
    let default_depth = fields
        .optional("default_depth")
        .and_then(|node| node.word(Depth::parse, &["quick", "full"], log))
        .unwrap_or(defaults.default_depth);
    Config {
        default_depth,
        ..read_settings(&fields, languages, log)
    }
}

/// Reads the fields other than `languages` and `default_depth`. `languages` decides which texts are required.
fn read_settings(fields: &Fields<'_, '_>, languages: Vec<Language>, log: &mut FaultLog) -> Config {
    Config {
        brand: fields
            .optional("brand")
            .map(|node| brand::read_brand(&node, log))
            .unwrap_or_default(),
        models: fields
            .optional("models")
            .map(|node| read_models(&node, &languages, log))
            .unwrap_or_default(),
        texts: fields
            .optional("texts")
            .map(|node| read_text_overrides(&node, log))
            .unwrap_or_default(),
        call_to_action: fields
            .optional("call_to_action")
            .and_then(|node| read_link(&node, &languages, log))
            .map(CallToAction),
        legal: fields
            .optional("legal")
            .map(|node| read_legal_links(&node, &languages, log))
            .unwrap_or_default(),
        consent: fields
            .optional("consent")
            .map(|node| read_consent(&node, &languages, log))
            .unwrap_or_default(),
        allowed_origins: fields
            .optional("allowed_origins")
            .and_then(|node| origins::read_origins(&node, log)),
        cohort: fields
            .optional("cohort")
            .and_then(|node| address::read_site_file(&node, log)),
        disabled: fields
            .optional("off")
            .map(|node| read_disabled_features(&node, log))
            .unwrap_or_default(),
        languages,
        ..Config::default()
    }
}

fn check_format(fields: &Fields<'_, '_>, log: &mut FaultLog) {
    let Some(node) = fields.required("format", log) else {
        return;
    };
    if let Some(found) = node.text(log).filter(|found| *found != FORMAT) {
        let found = found.to_owned();
        let expected = FORMAT;
        log.report(&node.place, ProblemKind::WrongFormat { found, expected });
    }
}

fn read_languages(node: &Node<'_, '_>, log: &mut FaultLog) -> Option<Vec<Language>> {
    let elements = distinct_elements(node, 1, Language::TAGS.len(), log)?;
    let spoken = elements
        .iter()
        .filter_map(|node| node.word(parse_language, &Language::TAGS, log));
    Some(spoken.collect::<Vec<_>>()).filter(|spoken| !spoken.is_empty())
}

fn read_models(
    node: &Node<'_, '_>,
    languages: &[Language],
    log: &mut FaultLog,
) -> Vec<OfferedModel> {
    let elements = distinct_elements(node, 1, MAX_MODELS, log).unwrap_or_default();
    let offered = elements
        .iter()
        .filter_map(|node| read_offered_model(node, languages, log));
    offered.collect()
}

/// Reads an address, or an object of address and title.
fn read_offered_model(
    node: &Node<'_, '_>,
    languages: &[Language],
    log: &mut FaultLog,
) -> Option<OfferedModel> {
    let Json::Object(_) = node.json else {
        let source = read_source(node, log)?;
        return Some(OfferedModel {
            source,
            title: None,
        });
    };
    let fields = known_fields(node, &["address", "title"], log)?;
    let source = fields
        .required("address", log)
        .and_then(|node| read_source(&node, log))?;
    let title = fields
        .optional("title")
        .and_then(|node| read_localized_text(&node, languages, MAX_LABEL_LENGTH, log));
    Some(OfferedModel { source, title })
}

fn read_source(node: &Node<'_, '_>, log: &mut FaultLog) -> Option<ModelSource> {
    match node.json.as_str() {
        Some("standard") => Some(ModelSource::Standard),
        _ => address::read_site_file(node, log).map(ModelSource::File),
    }
}

fn read_link(
    node: &Node<'_, '_>,
    languages: &[Language],
    log: &mut FaultLog,
) -> Option<LabelledLink> {
    let fields = known_fields(node, &["label", "address"], log)?;
    let label = fields
        .required("label", log)
        .and_then(|node| read_localized_text(&node, languages, MAX_LABEL_LENGTH, log));
    let address = fields
        .required("address", log)
        .and_then(|node| address::read_address(&node, log));
    let (label, address) = label.zip(address)?;
    Some(LabelledLink { label, address })
}

fn read_legal_links(
    node: &Node<'_, '_>,
    languages: &[Language],
    log: &mut FaultLog,
) -> Vec<LabelledLink> {
    let elements = distinct_elements(node, 0, MAX_LEGAL_LINKS, log).unwrap_or_default();
    elements
        .iter()
        .filter_map(|node| read_link(node, languages, log))
        .collect()
}

fn read_consent(node: &Node<'_, '_>, languages: &[Language], log: &mut FaultLog) -> Consent {
    let Some(fields) = known_fields(node, &["text", "privacy"], log) else {
        return Consent::default();
    };
    Consent {
        text: fields
            .optional("text")
            .and_then(|node| read_localized_text(&node, languages, MAX_CONSENT_LENGTH, log)),
        privacy: fields
            .optional("privacy")
            .and_then(|node| address::read_address(&node, log)),
    }
}

/// Switches a feature off.
type Switch = fn(&mut DisabledFeatures);

fn read_disabled_features(node: &Node<'_, '_>, log: &mut FaultLog) -> DisabledFeatures {
    const NAMES: [&str; 4] = ["sharing", "export", "languages", "own_models"];
    const SWITCHES: [Switch; 4] = [
        |off| off.sharing = true,
        |off| off.export = true,
        |off| off.languages = true,
        |off| off.own_models = true,
    ];
    let parse = |word: &str| {
        let at = NAMES.iter().position(|name| *name == word)?;
        SWITCHES.get(at).copied()
    };
    let mut all = DisabledFeatures::default();
    for node in distinct_elements(node, 0, NAMES.len(), log).unwrap_or_default() {
        if let Some(switch) = node.word(parse, &NAMES, log) {
            switch(&mut all);
        }
    }
    all
}
