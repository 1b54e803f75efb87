//! JSON as a tree that forgets nothing a file's author could have meant.
//!
//! Objects keep the order of their keys and keys given twice; numbers keep whether they were
//! written as integers, so that a file is written as it was read. Nesting is bounded, so that
//! walking a tree never exhausts the stack.

mod fault;
mod fields;
mod locate;
mod place;
mod position;
mod read;
mod scan;
mod write;

pub use fault::SyntaxFault;
pub(crate) use fields::{Fields, Node};
pub use locate::locate_values;
pub(crate) use place::Place;
pub use position::Position;
pub(crate) use read::{
    TreeSeed, read_tree, read_tree_within, report_repeated_keys, report_repeated_keys_except,
};

use crate::{JsonType, Problems};

/// Lists and objects may be nested so deep.
pub const MAX_DEPTH: usize = 64;

/// A file may hold so many bytes: 4 MiB.
pub const MAX_FILE_SIZE: usize = 4 << 20;

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, integer or not.
    Number(serde_json::Number),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object: keys and values in the order of the file.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a value of at most [`MAX_FILE_SIZE`] bytes and [`MAX_DEPTH`] levels.
    ///
    /// # Errors
    /// One problem if the text is too large, too deep or not JSON; every key that is given twice.
    pub fn parse(text: &str) -> Result<Self, Problems> {
        read::read(text)
    }

    /// The same for whoever looks for one field in a file that is wrong: a key may stand twice.
    ///
    /// # Errors
    /// As [`parse`](Self::parse), but for repeated keys.
    pub fn parse_leniently(text: &str) -> Result<Self, Problems> {
        read_tree(text).map_err(Problems::single)
    }

    /// Its shape.
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

    /// The value of a key, if this is an object that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(entries) => entries
                .iter()
                .find_map(|(name, value)| (name == key).then_some(value)),
            _ => None,
        }
    }

    /// The text, if this is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The level, if this is a whole number from 0 to 4, however it is written.
    pub(crate) fn as_level(&self) -> Option<crate::Level> {
        match self {
            Self::Number(number) => number.as_f64().and_then(crate::Level::from_number),
            _ => None,
        }
    }

    /// A text value.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// An object, its keys in this order.
    #[must_use]
    pub fn object<K: Into<String>>(entries: impl IntoIterator<Item = (K, Self)>) -> Self {
        Self::Object(
            entries
                .into_iter()
                .map(|(key, value)| (key.into(), value))
                .collect(),
        )
    }

    /// Over more than one line, as a person would write it.
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
