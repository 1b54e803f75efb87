//! The file as a whole.

use assay_core::json::positions;
use assay_core::{Depth, Json, ProblemKind, Problems, decode_text};
use assay_locale::Language;

use crate::fields::{Fields, Log, Node};
use crate::wording::{TAGS, language, local, replacements};
use crate::{CallToAction, Config, Consent, FORMAT, Faults, Kind, Link, Off, Offered, Source};
use crate::{address, brand, origins};

/// A site has at most so many questionnaires to offer.
const MODELS: usize = 50;
/// And so many links at the foot of its pages.
const LEGAL: usize = 8;
/// A label is at most so long.
const LABEL: usize = 60;
/// What is read before consent is at most so long.
const CONSENT: usize = 2000;

const KNOWN: [&str; 11] = [
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
    "off",
];

impl Config {
    /// Reads `config.json`.
    ///
    /// # Errors
    /// Everything that is wrong with it, with its place.
    pub fn parse(text: &str) -> Result<Self, Faults> {
        let json = Json::parse(text).map_err(|problems| Faults::of(problems.locate(text)))?;
        let mut log = Log::default();
        let config = read(&json, &mut log);
        if log.0.is_empty() {
            return Ok(config);
        }
        let places: Vec<&str> = log.0.iter().map(|fault| fault.place.as_str()).collect();
        let positions = positions(text, &places);
        for (fault, position) in log.0.iter_mut().zip(positions) {
            fault.position = position;
        }
        Err(Faults(log.0))
    }

    /// Reads the bytes of `config.json`.
    ///
    /// # Errors
    /// As [`parse`](Self::parse); one fault where they are no text.
    pub fn read(bytes: &[u8]) -> Result<Self, Faults> {
        let text = decode_text(bytes).map_err(|kind| Faults::of(Problems::one(kind)))?;
        Self::parse(&text)
    }
}

fn read(json: &Json, log: &mut Log) -> Config {
    let top = Node {
        json,
        place: String::new(),
    };
    let Some(fields) = top.fields(&KNOWN, log) else {
        return Config::default();
    };
    check_format(&fields, log);
    let usual = Config::default();
    let languages = fields
        .get("languages")
        .and_then(|node| languages(&node, log))
        .unwrap_or(usual.languages);
    let depth = |node: Node<'_>| node.word(Depth::parse, &["quick", "full"], &mut *log);
    let default_depth = fields
        .get("default_depth")
        .and_then(depth)
        .unwrap_or(usual.default_depth);
    Config {
        brand: fields
            .get("brand")
            .map(|node| brand::brand(&node, log))
            .unwrap_or_default(),
        models: fields
            .get("models")
            .map(|node| models(&node, &languages, log))
            .unwrap_or_default(),
        default_depth,
        texts: fields
            .get("texts")
            .map(|node| replacements(&node, log))
            .unwrap_or_default(),
        call_to_action: fields
            .get("call_to_action")
            .and_then(|node| link(&node, &languages, log))
            .map(CallToAction),
        legal: fields
            .get("legal")
            .map(|node| legal(&node, &languages, log))
            .unwrap_or_default(),
        consent: fields
            .get("consent")
            .map(|node| consent(&node, &languages, log))
            .unwrap_or_default(),
        allowed_origins: fields
            .get("allowed_origins")
            .and_then(|node| origins::origins(&node, log)),
        off: fields
            .get("off")
            .map(|node| off(&node, log))
            .unwrap_or_default(),
        languages,
    }
}

fn check_format(fields: &Fields<'_>, log: &mut Log) {
    let Some(node) = fields.required("format", log) else {
        return;
    };
    if let Some(found) = node.text(log).filter(|found| *found != FORMAT) {
        let found = found.to_owned();
        log.say(
            &node.place,
            Kind::File(ProblemKind::WrongFormat {
                found,
                expected: FORMAT,
            }),
        );
    }
}

fn languages(node: &Node<'_>, log: &mut Log) -> Option<Vec<Language>> {
    let elements = node.elements(1, TAGS.len(), log)?;
    let spoken = elements
        .iter()
        .filter_map(|node| node.word(language, &TAGS, log));
    Some(spoken.collect::<Vec<_>>()).filter(|spoken| !spoken.is_empty())
}

fn models(node: &Node<'_>, languages: &[Language], log: &mut Log) -> Vec<Offered> {
    let elements = node.elements(1, MODELS, log).unwrap_or_default();
    let offered = elements
        .iter()
        .filter_map(|node| offered(node, languages, log));
    offered.collect()
}

/// An address alone, or with a title.
fn offered(node: &Node<'_>, languages: &[Language], log: &mut Log) -> Option<Offered> {
    let Json::Object(_) = node.json else {
        let source = source(node, log)?;
        return Some(Offered {
            source,
            title: None,
        });
    };
    let fields = node.fields(&["address", "title"], log)?;
    let source = fields
        .required("address", log)
        .and_then(|node| source(&node, log))?;
    let title = fields
        .get("title")
        .and_then(|node| local(&node, languages, LABEL, log));
    Some(Offered { source, title })
}

fn source(node: &Node<'_>, log: &mut Log) -> Option<Source> {
    match node.json.as_str() {
        Some("standard") => Some(Source::Standard),
        _ => address::own_file(node, log).map(Source::File),
    }
}

fn link(node: &Node<'_>, languages: &[Language], log: &mut Log) -> Option<Link> {
    let fields = node.fields(&["label", "address"], log)?;
    let label = fields
        .required("label", log)
        .and_then(|node| local(&node, languages, LABEL, log));
    let address = fields
        .required("address", log)
        .and_then(|node| address::address(&node, log));
    let (label, address) = label.zip(address)?;
    Some(Link { label, address })
}

fn legal(node: &Node<'_>, languages: &[Language], log: &mut Log) -> Vec<Link> {
    let elements = node.elements(0, LEGAL, log).unwrap_or_default();
    elements
        .iter()
        .filter_map(|node| link(node, languages, log))
        .collect()
}

fn consent(node: &Node<'_>, languages: &[Language], log: &mut Log) -> Consent {
    let Some(fields) = node.fields(&["text", "privacy"], log) else {
        return Consent::default();
    };
    Consent {
        text: fields
            .get("text")
            .and_then(|node| local(&node, languages, CONSENT, log)),
        privacy: fields
            .get("privacy")
            .and_then(|node| address::address(&node, log)),
    }
}

/// Switches one thing off.
type Switch = fn(&mut Off);

fn off(node: &Node<'_>, log: &mut Log) -> Off {
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
    let mut all = Off::default();
    for node in node.elements(0, NAMES.len(), log).unwrap_or_default() {
        if let Some(switch) = node.word(parse, &NAMES, log) {
            switch(&mut all);
        }
    }
    all
}
