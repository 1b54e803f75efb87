//! A lossless JSON tree.
//!
//! Objects keep the order of their keys and repeated keys; numbers keep whether they were written
//! as integers. A file is therefore written as it was read. The nesting depth is limited, so that
//! recursion cannot overflow the stack.

mod fields;
mod locate;
mod read;
mod scan;
mod write;

pub use fields::{Fields, Node, ProblemSink};
pub use locate::locate_values;
pub(crate) use read::{
    TreeSeed, read_tree, read_tree_within, report_repeated_keys, report_repeated_keys_except,
};

pub use crate::syntax::{Place, Position, SyntaxFault};
use crate::{JsonType, Problems};

/// The maximum nesting depth of lists and objects.
pub const MAX_DEPTH: usize = 64;

/// The maximum size of a file in bytes: 4 MiB.
pub const MAX_FILE_SIZE: usize = 4 << 20;

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, integer or float.
    Number(serde_json::Number),
    /// A string.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object: keys and values in file order.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Parses a text of at most [`MAX_FILE_SIZE`] bytes and [`MAX_DEPTH`] levels.
    ///
    /// # Errors
    /// One problem if the text is too large, nested too deeply or not JSON; otherwise every
    /// repeated key.
    pub fn parse(text: &str) -> Result<Self, Problems> {
        read::read(text)
    }

    /// Parses a text without checking for repeated keys.
    ///
    /// # Errors
    /// As [`parse`](Self::parse), except repeated keys.
    pub fn parse_leniently(text: &str) -> Result<Self, Problems> {
        read_tree(text).map_err(Problems::single)
    }

    /// Returns the type of the value.
    #[must_use]
    pub fn shape(&self) -> JsonType {
        match self {
            Self::Null => JsonType::Null,
            Self::Bool(_) => JsonType::Boolean,
            Self::Number(_) => JsonType::Number,
            Self::Text(_) => JsonType::Text,
            Self::List(_) => JsonType::List,
            Self::Object(_) => JsonType::Object,
        }
    }

    /// Returns the value of a key; `None` for other types and missing keys.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(entries) => entries
                .iter()
                .find_map(|(name, value)| (name == key).then_some(value)),
            _ => None,
        }
    }

    /// Returns the content of a string; `None` for other types.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Returns the level if the value is a whole number from 0 to 4, such as `3` or `3.0`.
    pub(crate) fn as_level(&self) -> Option<crate::Level> {
        match self {
            Self::Number(number) => number.as_f64().and_then(crate::Level::from_number),
            _ => None,
        }
    }

    /// Creates a string.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Creates an object with its keys in this order.
    #[must_use]
    pub fn object<K: Into<String>>(entries: impl IntoIterator<Item = (K, Self)>) -> Self {
        Self::Object(
            entries
                .into_iter()
                .map(|(key, value)| (key.into(), value))
                .collect(),
        )
    }

    /// Formats the value on several indented lines.
    #[must_use]
    pub fn to_pretty(&self) -> String {
        write::pretty(self)
    }
}

impl From<u8> for Json {
    fn from(number: u8) -> Self {
        Self::Number(number.into())
    }
}
