//! JSON whose objects keep the order of their keys: a link's checksum follows
//! the order in which a model names its criteria and their terms.

use std::fmt;

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Number, Value};

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json {
    /// Keys and values in the order of the text.
    Object(Vec<(String, Json)>),
    /// Values in their order.
    Array(Vec<Json>),
    /// What holds nothing else.
    Plain(Value),
}

impl Json {
    /// The value of a key, if this is an object that has it.
    pub(super) fn get_mut(&mut self, key: &str) -> Option<&mut Json> {
        match self {
            Self::Object(fields) => fields
                .iter_mut()
                .find(|(name, _)| name == key)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// Takes keys out of an object.
    pub(super) fn remove(&mut self, keys: &[&str]) {
        if let Self::Object(fields) = self {
            fields.retain(|(name, _)| !keys.contains(&name.as_str()));
        }
    }

    /// The values of an array; none if this is something else.
    pub(super) fn items_mut(&mut self) -> &mut [Json] {
        match self {
            Self::Array(items) => items,
            _ => &mut [],
        }
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Object(fields) => {
                serializer.collect_map(fields.iter().map(|(name, value)| (name, value)))
            }
            Self::Array(items) => serializer.collect_seq(items),
            Self::Plain(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Json::Object(fields))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Json, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = sequence.next_element()? {
            items.push(item);
        }
        Ok(Json::Array(items))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Plain(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Plain(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Plain(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        let number = Number::from_f64(value);
        Ok(Json::Plain(number.map_or(Value::Null, Value::Number)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Plain(value.into()))
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Plain(Value::Null))
    }
}

#[cfg(test)]
mod tests {
    use super::Json;

    #[test]
    fn a_text_is_written_as_it_was_read_but_for_white_space() {
        let text = r#"{ "z": [1, -2, 2.5, 1.0, true, null, "é\n"], "a": { "c": {}, "b": [] } }"#;
        let json: Json = serde_json::from_str(text).unwrap();
        assert_eq!(
            serde_json::to_string(&json).unwrap(),
            r#"{"z":[1,-2,2.5,1.0,true,null,"é\n"],"a":{"c":{},"b":[]}}"#
        );
    }
}
