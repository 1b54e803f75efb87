//! The texts of one language with a generated method for each key.

use crate::sanitize::is_bidi_control;

use assay_core::Json;
use assay_core::sorting::sort_by_key;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The interface texts of one language.
#[derive(Clone, Debug)]
pub struct Messages {
    entries: Vec<Entry>,
}

/// A text, with its singular form if the language has one.
#[derive(Clone, Debug)]
struct Entry {
    text: String,
    one: Option<String>,
}

/// The file is not a flat JSON object of strings. No details, since the site's own files are
/// checked when it is built.
#[derive(Debug, thiserror::Error)]
#[error("the file of interface texts is not an object of strings")]
pub struct MessagesError;

/// All keys, in the order of [`Messages`]; each list is sorted.
const KEYS: [&[&str]; 3] = [STARTER_KEYS, OWN_STARTER_KEYS, OTHER_KEYS];

impl Messages {
    /// Parses `texts/LANG.json`. A key that is missing (the file may be older than the program) is
    /// shown as the key itself.
    ///
    /// # Errors
    /// The text is not a JSON object whose values are strings.
    pub fn parse(json: &str) -> Result<Self, MessagesError> {
        Self::parse_with(json, |_, _| None)
    }

    /// Parses `texts/LANG.json`; `reword` gets every key and text and returns a replacement, if
    /// there is one.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    pub fn parse_with(
        json: &str,
        reword: impl Fn(&str, &str) -> Option<String>,
    ) -> Result<Self, MessagesError> {
        Self::read(json, &KEYS, reword)
    }

    /// Parses `texts/LANG.starter.json`, which has only the texts listed in `starter.txt`. All other
    /// texts are empty.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    pub fn parse_starter(json: &str) -> Result<Self, MessagesError> {
        Self::read(json, &[STARTER_KEYS], |_, _| None)
    }

    /// Parses `texts/LANG.own.json`, which also has the texts listed in `own_starter.txt`. All other
    /// texts are empty.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    pub fn parse_own_starter(json: &str) -> Result<Self, MessagesError> {
        Self::read(json, &[STARTER_KEYS, OWN_STARTER_KEYS], |_, _| None)
    }

    fn read(
        json: &str,
        keys: &[&[&str]],
        reword: impl Fn(&str, &str) -> Option<String>,
    ) -> Result<Self, MessagesError> {
        let Ok(Json::Object(texts)) = Json::parse(json) else {
            return Err(MessagesError);
        };
        let mut texts: Vec<(&str, &Json)> = texts.iter().map(|(k, v)| (k.as_str(), v)).collect();
        sort_by_key(&mut texts, |(key, _)| *key);
        let find = |key: &str| {
            let at = texts.binary_search_by_key(&key, |(key, _)| *key).ok()?;
            let text = texts.get(at)?.1.as_str()?;
            Some(reword(key, text).unwrap_or_else(|| text.to_owned()))
        };
        let entries = keys
            .iter()
            .copied()
            .flatten()
            .map(|key| Entry {
                one: find(&format!("{key}.one")),
                text: find(&format!("{key}.other"))
                    .or_else(|| find(key))
                    .unwrap_or_else(|| (*key).to_owned()),
            })
            .collect();
        Ok(Self { entries })
    }

    /// The texts that are compiled in.
    #[cfg(feature = "embedded")]
    #[must_use]
    pub fn embedded(language: crate::Language) -> Self {
        // `build.rs` has parsed the files, so this does not fail.
        Self::parse(language.texts()).unwrap_or_else(|_| Self {
            entries: Vec::new(),
        })
    }

    fn text(&self, index: usize) -> &str {
        self.entries
            .get(index)
            .map_or("", |entry| entry.text.as_str())
    }

    fn fill(&self, index: usize, count: usize, values: &[(&str, &str)]) -> String {
        let Some(entry) = self.entries.get(index) else {
            return String::new();
        };
        match (&entry.one, count) {
            (Some(one), 1) => fill(one, values),
            _ => fill(&entry.text, values),
        }
    }
}

/// The placeholders of a text by its key in `texts/LANG.json` (`section.open.one`); `None` for an
/// unknown key.
#[must_use]
pub fn text_parameters(key: &str) -> Option<&'static [&'static str]> {
    let stem = [".one", ".other"]
        .iter()
        .find_map(|form| key.strip_suffix(form));
    let shape = |key: &str| {
        let mut before = 0;
        let at = KEYS.iter().find_map(|keys| {
            let at = keys.binary_search(&key).ok().map(|at| before + at);
            before += keys.len();
            at
        });
        SHAPES.get(at?).copied()
    };
    let plain = shape(key).filter(|(plural, _)| !plural);
    let counting = stem.and_then(shape).filter(|(plural, _)| *plural);
    plain.or(counting).map(|(_, parameters)| parameters)
}

/// Fills the `{placeholders}` of a template in one pass: a value that looks like a placeholder is
/// not filled again.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            text.push('{');
            rest = after;
            continue;
        };
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            text.extend(value.chars().filter(|c| !is_bidi_control(*c)));
        }
        rest = tail;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::{Messages, fill, text_parameters};

    #[test]
    fn a_value_that_looks_like_a_placeholder_is_not_filled_again() {
        assert_eq!(
            fill("{a} and {b}", &[("a", "{b}"), ("b", "x")]),
            "{b} and x"
        );
    }

    #[test]
    fn a_value_cannot_turn_the_sentence_around_it() {
        assert_eq!(
            fill("{a}, not verified", &[("a", "x\u{202e}y")]),
            "xy, not verified"
        );
    }

    #[test]
    fn an_unclosed_brace_stays() {
        assert_eq!(fill("a { b", &[]), "a { b");
    }

    #[test]
    fn a_missing_key_shows_as_itself() {
        let messages = Messages::parse("{}").unwrap();
        assert_eq!(messages.start_title(), "start.title");
    }

    #[test]
    fn every_key_of_the_file_is_known_with_what_it_fills_in() {
        let texts: std::collections::BTreeMap<String, String> =
            serde_json::from_str(include_str!("../texts/en.json")).unwrap();
        assert!(texts.keys().all(|key| text_parameters(key).is_some()));
        assert_eq!(text_parameters("app.title_with_page"), Some(&["page"][..]));
        assert_eq!(text_parameters("section.open.one"), Some(&["n"][..]));
        assert_eq!(text_parameters("section.open"), None);
        assert_eq!(text_parameters("app.name.one"), None);
    }

    #[test]
    fn one_thing_is_counted_in_the_singular() {
        let messages = Messages::parse(include_str!("../texts/en.json")).unwrap();
        assert_eq!(
            messages.section_open(1),
            "1 question on this page is still open."
        );
        assert_eq!(
            messages.section_open(2),
            "2 questions on this page are still open."
        );
    }
}
