//! Typed access to JSON objects; missing fields and wrong types are reported to a sink.

use super::Json;
use crate::problem::Log;
use crate::syntax::Place;
use crate::{JsonType, LevelFault, Problem, ProblemKind, Problems};

/// Receives the problems that are found while a file is read.
pub trait ProblemSink {
    /// Adds a problem of the value at `place`.
    fn report(&mut self, place: &Place<'_>, kind: ProblemKind);
}

impl ProblemSink for Log {
    fn report(&mut self, place: &Place<'_>, kind: ProblemKind) {
        Self::report(self, place, kind);
    }
}

/// A value with its place in the file.
#[derive(Debug, Clone, Copy)]
pub struct Node<'j, 'p> {
    /// The value.
    pub json: &'j Json,
    /// Its place.
    pub place: Place<'p>,
}

impl<'j: 'p, 'p> Node<'j, 'p> {
    /// Creates the node of a whole file.
    #[must_use]
    pub fn top(json: &'j Json) -> Self {
        Self {
            json,
            place: Place::Top,
        }
    }

    /// Returns the fields of an object; reports any other type.
    pub fn fields<'s>(&'s self, log: &mut impl ProblemSink) -> Option<Fields<'j, 's>> {
        match self.json {
            Json::Object(entries) => Some(Fields {
                entries,
                place: &self.place,
            }),
            _ => self.report_wrong_type(JsonType::Object, log),
        }
    }

    /// Returns the elements of a list; reports any other type.
    pub fn elements(&self, log: &mut impl ProblemSink) -> Option<&'j [Json]> {
        match self.json {
            Json::List(elements) => Some(elements),
            _ => self.report_wrong_type(JsonType::List, log),
        }
    }

    /// Creates the node of the element `index`.
    #[must_use]
    pub fn element<'s>(&'s self, index: usize, json: &'j Json) -> Node<'j, 's> {
        Node {
            json,
            place: self.place.index(index),
        }
    }

    /// Returns the value of a string; reports any other type.
    pub fn text(&self, log: &mut impl ProblemSink) -> Option<&'j str> {
        match self.json {
            Json::Text(text) => Some(text),
            _ => self.report_wrong_type(JsonType::Text, log),
        }
    }

    /// Returns the value of a number; reports any other type.
    pub fn number(&self, log: &mut impl ProblemSink) -> Option<f64> {
        match self.json {
            Json::Number(number) => number.as_f64(),
            _ => self.report_wrong_type(JsonType::Number, log),
        }
    }

    /// Returns the value of a boolean; reports any other type.
    pub fn boolean(&self, log: &mut impl ProblemSink) -> Option<bool> {
        match self.json {
            Json::Bool(value) => Some(*value),
            _ => self.report_wrong_type(JsonType::Boolean, log),
        }
    }

    /// Parses a string of a fixed vocabulary; reports unknown words.
    pub fn word<T>(
        &self,
        parse: fn(&str) -> Option<T>,
        allowed: &'static [&'static str],
        log: &mut impl ProblemSink,
    ) -> Option<T> {
        let text = self.text(log)?;
        let word = parse(text);
        if word.is_none() {
            let found = text.to_owned();
            log.report(&self.place, ProblemKind::NotOneOf { found, allowed });
        }
        word
    }

    /// Parses a level from 0 to 4; reports any other value.
    pub(crate) fn level(&self, log: &mut Log) -> Option<crate::Level> {
        let level = self.json.as_level();
        if level.is_none() {
            let (found, fault) = (self.json.quote(), self.json.level_fault());
            log.report(&self.place, ProblemKind::NotALevel { found, fault });
        }
        level
    }

    fn report_wrong_type<T>(&self, expected: JsonType, log: &mut impl ProblemSink) -> Option<T> {
        let found = self.json.shape();
        log.report(&self.place, ProblemKind::WrongType { expected, found });
        None
    }
}

impl Json {
    /// Returns why the value is not a level.
    pub(crate) fn level_fault(&self) -> LevelFault {
        match self {
            Self::Bool(_) => LevelFault::Boolean,
            Self::Number(number) if number.as_f64().is_some_and(|n| n.fract() != 0.0) => {
                LevelFault::Fraction
            }
            Self::Number(_) => LevelFault::OutOfRange,
            Self::Text(text) if is_decimal(text.trim()) => LevelFault::Quoted,
            _ => LevelFault::Other,
        }
    }

    /// Formats the value for a message: on one line and shortened.
    pub(crate) fn quote(&self) -> String {
        match self {
            Self::List(_) => "a list".to_owned(),
            Self::Object(_) => "an object".to_owned(),
            Self::Text(text) if text.chars().count() > 60 => {
                let start: String = text.chars().take(59).collect();
                format!("{:?}", format!("{start}…"))
            }
            // Scalars are formatted on one line.
            other => other.to_pretty(),
        }
    }
}

/// Returns whether [`f64::from_str`](std::str::FromStr) parses the text. Its tables, 10 kB that do not
/// compress, are not used.
fn is_decimal(text: &str) -> bool {
    let unsigned = |text: &str| text.strip_prefix(['-', '+']).unwrap_or(text).to_owned();
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let text = unsigned(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(unsigned(exponent))),
        None => (text.as_str(), None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let is_number = !(whole.is_empty() && fraction.is_empty())
        && digits(whole)
        && digits(fraction)
        && exponent.is_none_or(|exponent| !exponent.is_empty() && digits(&exponent));
    let words = ["inf", "infinity", "nan"];
    is_number || words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// The fields of an object.
#[derive(Debug, Clone, Copy)]
pub struct Fields<'j, 'p> {
    /// Keys and values in the order of the file.
    pub(crate) entries: &'j [(String, Json)],
    /// The place of the object.
    pub(crate) place: &'p Place<'p>,
}

impl<'j: 'p, 'p> Fields<'j, 'p> {
    /// Returns a field that may be absent.
    #[must_use]
    pub fn optional(&self, field: &'p str) -> Option<Node<'j, 'p>> {
        let (_, json) = self.entries.iter().find(|(key, _)| key == field)?;
        let place = self.place.key(field);
        Some(Node { json, place })
    }

    /// Returns a required field; reports its absence.
    pub fn required(
        &self,
        field: &'static str,
        log: &mut impl ProblemSink,
    ) -> Option<Node<'j, 'p>> {
        let node = self.optional(field);
        if node.is_none() {
            log.report(self.place, ProblemKind::MissingField { field });
        }
        node
    }

    /// Iterates over all fields with their values.
    pub fn nodes(&self) -> impl Iterator<Item = (&'j str, Node<'j, 'p>)> + use<'j, 'p> {
        let place = self.place;
        self.entries.iter().map(move |(key, json)| {
            let place = place.key(key);
            (key.as_str(), Node { json, place })
        })
    }

    /// Returns copies of the fields that are not in `known`.
    pub(crate) fn unknown_fields(&self, known: &[&str]) -> Vec<(String, Json)> {
        self.entries
            .iter()
            .filter(|(key, _)| !known.contains(&key.as_str()))
            .cloned()
            .collect()
    }

    /// Checks the field `format`; reports an unexpected value.
    ///
    /// # Errors
    /// Only the wrong format, if the file has another format of this product and lacks the field
    /// `essential`.
    pub(crate) fn check_format(
        &self,
        expected: &'static str,
        essential: &str,
        log: &mut Log,
    ) -> Result<(), Problems> {
        let Some(format) = self.required("format", log) else {
            return Ok(());
        };
        let Some(found) = format.text(log).filter(|found| *found != expected) else {
            return Ok(());
        };
        let place = format.place.to_string();
        let found = found.to_owned();
        let of_another_kind =
            found.starts_with("assay.") && self.entries.iter().all(|(key, _)| key != essential);
        let kind = ProblemKind::WrongFormat { found, expected };
        if of_another_kind {
            let position = None;
            return Err(Problems(vec![Problem {
                place,
                position,
                kind,
            }]));
        }
        log.report(&format.place, kind);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::is_decimal;

    proptest! {
        #[test]
        fn a_text_is_a_decimal_number_where_the_standard_library_reads_one(
            text in "[-+]?[0-9.]{0,3}([eE][-+]?[0-9]{0,2})?|[+-]?(inf|NaN|Infinity)|\\PC{0,4}",
        ) {
            prop_assert_eq!(is_decimal(&text), text.parse::<f64>().is_ok(), "{}", text);
        }
    }
}
