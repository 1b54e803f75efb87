//! Parses text to a JSON tree.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::{Json, MAX_DEPTH, MAX_FILE_SIZE};
use crate::problem::Log;
use crate::syntax::{Place, Position, SyntaxFault};
use crate::{ProblemKind, Problems};

/// Parses a file and reports repeated keys as problems.
pub(crate) fn read(text: &str) -> Result<Json, Problems> {
    let tree = read_tree(text).map_err(Problems::single)?;
    let mut log = Log::default();
    report_repeated_keys(&tree, &mut log);
    log.into_result().map(|()| tree)
}

/// Parses a file without checking for repeated keys.
pub(crate) fn read_tree(text: &str) -> Result<Json, ProblemKind> {
    read_tree_within(text, MAX_FILE_SIZE)
}

/// Parses a file of at most `limit` bytes without checking for repeated keys.
pub(crate) fn read_tree_within(text: &str, limit: usize) -> Result<Json, ProblemKind> {
    if text.len() > limit {
        return Err(ProblemKind::TooLarge {
            bytes: text.len(),
            limit,
        });
    }
    let too_deep = Cell::new(false);
    let seed = TreeSeed::new(0, &too_deep);
    let mut parser = serde_json::Deserializer::from_str(text.trim_start_matches('\u{feff}'));
    seed.deserialize(&mut parser)
        .and_then(|tree| parser.end().map(|()| tree))
        .map_err(|error| {
            if too_deep.get() {
                ProblemKind::TooDeep { limit: MAX_DEPTH }
            } else {
                not_json(&error)
            }
        })
}

fn not_json(error: &serde_json::Error) -> ProblemKind {
    ProblemKind::NotJson {
        at: Position {
            line: error.line(),
            column: error.column(),
        },
        fault: SyntaxFault::Unspecified,
    }
}

/// Reports every repeated key of an object in the tree.
pub(crate) fn report_repeated_keys(tree: &Json, log: &mut Log) {
    report_repeated_keys_except(tree, |_| false, log);
}

/// Reports repeated keys, but not inside values whose place `is_excluded`.
pub(crate) fn report_repeated_keys_except(
    tree: &Json,
    is_excluded: fn(&Place<'_>) -> bool,
    log: &mut Log,
) {
    walk(tree, &Place::Top, is_excluded, log);
}

fn walk(json: &Json, place: &Place<'_>, is_excluded: fn(&Place<'_>) -> bool, log: &mut Log) {
    if is_excluded(place) {
        return;
    }
    match json {
        Json::Object(entries) => {
            for key in repeated_keys(entries) {
                let kind = ProblemKind::RepeatedKey {
                    key: key.to_owned(),
                };
                log.report(&place.key(key), kind);
            }
            for (key, value) in entries {
                walk(value, &place.key(key), is_excluded, log);
            }
        }
        Json::List(elements) => {
            for (index, element) in elements.iter().enumerate() {
                walk(element, &place.index(index), is_excluded, log);
            }
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => {}
    }
}

/// Returns the repeated keys of an object, once for each repetition, in file order.
fn repeated_keys(entries: &[(String, Json)]) -> Vec<&str> {
    let mut keys: Vec<(&str, usize)> = entries
        .iter()
        .map(|(key, _)| key.as_str())
        .zip(0..)
        .collect();
    crate::sorting::sort(&mut keys);
    let pairs = keys.iter().zip(keys.iter().skip(1));
    let mut repeated: Vec<usize> = pairs
        .filter(|((first, _), (second, _))| first == second)
        .map(|(_, (_, index))| *index)
        .collect();
    crate::sorting::sort(&mut repeated);
    let repeated = repeated.into_iter();
    repeated
        .filter_map(|index| entries.get(index))
        .map(|(key, _)| key.as_str())
        .collect()
}

impl Json {
    /// Returns whether any object in the value has a repeated key.
    pub(crate) fn contains_repeated_key(&self) -> bool {
        let mut log = Log::default();
        report_repeated_keys(self, &mut log);
        !log.is_empty()
    }
}

/// Deserializes a value at a given nesting depth.
#[derive(Clone, Copy)]
pub(crate) struct TreeSeed<'a> {
    depth: usize,
    too_deep: &'a Cell<bool>,
}

impl<'a> TreeSeed<'a> {
    pub(crate) fn new(depth: usize, too_deep: &'a Cell<bool>) -> Self {
        Self { depth, too_deep }
    }

    fn inside<E: Error>(self) -> Result<Self, E> {
        if self.depth >= MAX_DEPTH {
            self.too_deep.set(true);
            return Err(E::custom("too deep"));
        }
        Ok(Self {
            depth: self.depth.saturating_add(1),
            ..self
        })
    }
}

impl<'de> DeserializeSeed<'de> for TreeSeed<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for TreeSeed<'_> {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Json, E> {
        serde_json::Number::from_f64(value)
            .map(Json::Number)
            .ok_or_else(|| E::custom("number out of range"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(Json::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let inside = self.inside()?;
        let mut elements = Vec::new();
        while let Some(element) = access.next_element_seed(inside)? {
            elements.push(element);
        }
        Ok(Json::List(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let inside = self.inside()?;
        let mut entries = Vec::new();
        while let Some(key) = access.next_key::<String>()? {
            entries.push((key, access.next_value_seed(inside)?));
        }
        Ok(Json::Object(entries))
    }
}
