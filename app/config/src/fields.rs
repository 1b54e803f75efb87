//! Reads a JSON tree field by field and records every fault with its place.

use assay_core::{Json, JsonType, ProblemKind};

use crate::{Fault, FaultKind};

/// The faults found so far.
#[derive(Debug, Default)]
pub(crate) struct FaultLog(pub(crate) Vec<Fault>);

impl FaultLog {
    pub(crate) fn record(&mut self, place: &str, kind: FaultKind) {
        self.0.push(Fault {
            place: place.to_owned(),
            position: None,
            kind,
        });
    }
}

/// A value and its place.
#[derive(Debug, Clone)]
pub(crate) struct Node<'j> {
    pub(crate) json: &'j Json,
    pub(crate) place: String,
}

impl<'j> Node<'j> {
    /// The fields of an object, all of which must be `known`.
    pub(crate) fn fields(
        &self,
        known: &'static [&'static str],
        log: &mut FaultLog,
    ) -> Option<Fields<'j>> {
        let fields = self.entries(log)?;
        for node in fields.nodes().filter(|(name, _)| !known.contains(name)) {
            let (found, allowed) = (node.0.to_owned(), known);
            log.record(
                &node.1.place,
                FaultKind::File(ProblemKind::NotOneOf { found, allowed }),
            );
        }
        Some(fields)
    }

    /// The entries of an object with arbitrary keys.
    pub(crate) fn entries(&self, log: &mut FaultLog) -> Option<Fields<'j>> {
        match self.json {
            Json::Object(entries) => Some(Fields {
                entries,
                place: self.place.clone(),
            }),
            _ => self.record_wrong_shape(JsonType::Object, log),
        }
    }

    pub(crate) fn text(&self, log: &mut FaultLog) -> Option<&'j str> {
        match self.json {
            Json::Text(text) => Some(text),
            _ => self.record_wrong_shape(JsonType::Text, log),
        }
    }

    /// A text of `low` to `high` characters, trimmed.
    pub(crate) fn bounded_text(
        &self,
        low: usize,
        high: usize,
        log: &mut FaultLog,
    ) -> Option<&'j str> {
        let text = self.text(log)?.trim();
        let found = text.chars().count();
        if found < low || found > high {
            log.record(&self.place, FaultKind::Length { found, low, high });
            return None;
        }
        Some(text)
    }

    pub(crate) fn number(&self, low: f64, high: f64, log: &mut FaultLog) -> Option<f64> {
        let Json::Number(number) = self.json else {
            return self.record_wrong_shape(JsonType::Number, log);
        };
        let found = number.as_f64().unwrap_or(f64::NAN);
        if found >= low && found <= high {
            return Some(found);
        }
        log.record(
            &self.place,
            FaultKind::File(ProblemKind::OutsideRange { found, low, high }),
        );
        None
    }

    /// The elements of a list with `low` to `high` distinct elements.
    pub(crate) fn elements(
        &self,
        low: usize,
        high: usize,
        log: &mut FaultLog,
    ) -> Option<Vec<Node<'j>>> {
        let Json::List(list) = self.json else {
            return self.record_wrong_shape(JsonType::List, log);
        };
        let found = list.len();
        if found < low || found > high {
            log.record(&self.place, FaultKind::Count { found, low, high });
            return None;
        }
        let nodes = list.iter().enumerate().map(|(at, json)| Node {
            json,
            place: format!("{}[{at}]", self.place),
        });
        let nodes: Vec<Node<'j>> = nodes.collect();
        for (at, node) in nodes.iter().enumerate() {
            if nodes.iter().take(at).any(|before| before.json == node.json) {
                log.record(
                    &node.place,
                    FaultKind::Repeated {
                        found: node.json.to_string(),
                    },
                );
            }
        }
        Some(nodes)
    }

    /// A word of a closed list.
    pub(crate) fn keyword<T>(
        &self,
        parse: impl Fn(&str) -> Option<T>,
        allowed: &'static [&'static str],
        log: &mut FaultLog,
    ) -> Option<T> {
        let text = self.text(log)?;
        let word = parse(text);
        if word.is_none() {
            let found = text.to_owned();
            log.record(
                &self.place,
                FaultKind::File(ProblemKind::NotOneOf { found, allowed }),
            );
        }
        word
    }

    fn record_wrong_shape<T>(&self, expected: JsonType, log: &mut FaultLog) -> Option<T> {
        let found = self.json.shape();
        log.record(
            &self.place,
            FaultKind::File(ProblemKind::WrongType { expected, found }),
        );
        None
    }
}

/// The fields of an object.
#[derive(Debug, Clone)]
pub(crate) struct Fields<'j> {
    entries: &'j [(String, Json)],
    place: String,
}

impl<'j> Fields<'j> {
    pub(crate) fn get(&self, name: &str) -> Option<Node<'j>> {
        self.nodes()
            .find_map(|(known, node)| (known == name).then_some(node))
    }

    /// A required field.
    pub(crate) fn required(&self, field: &'static str, log: &mut FaultLog) -> Option<Node<'j>> {
        let node = self.get(field);
        if node.is_none() {
            log.record(
                &self.place,
                FaultKind::File(ProblemKind::MissingField { field }),
            );
        }
        node
    }

    pub(crate) fn nodes(&self) -> impl Iterator<Item = (&'j str, Node<'j>)> {
        let place = self.place.clone();
        self.entries.iter().map(move |(name, json)| {
            (
                name.as_str(),
                Node {
                    json,
                    place: child_place(&place, name),
                },
            )
        })
    }
}

/// The place of a field; names that would be ambiguous after a dot are in brackets.
fn child_place(place: &str, name: &str) -> String {
    let plain = !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    match (place, plain) {
        ("", true) => name.to_owned(),
        (_, true) => format!("{place}.{name}"),
        (_, false) => format!("{place}[{name:?}]"),
    }
}
