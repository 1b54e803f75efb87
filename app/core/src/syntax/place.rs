//! Paths to values in a file, formatted on demand.

use std::fmt;

/// A path from the root of a file to a value; each step borrows its parent.
#[derive(Debug, Clone, Copy)]
pub enum Place<'a> {
    /// The root.
    Top,
    /// The value of a key.
    Key(&'a Place<'a>, &'a str),
    /// An element of a list, from 0.
    Index(&'a Place<'a>, usize),
}

impl<'a> Place<'a> {
    /// Returns the path to the value of `key`.
    #[must_use]
    pub fn key(&'a self, key: &'a str) -> Place<'a> {
        Place::Key(self, key)
    }

    /// Returns the path to the element `index`.
    #[must_use]
    pub fn index(&'a self, index: usize) -> Place<'a> {
        Place::Index(self, index)
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Top => Ok(()),
            Self::Index(parent, index) => write!(f, "{parent}[{index}]"),
            Self::Key(parent, key) => {
                parent.fmt(f)?;
                write_key(f, matches!(parent, Self::Top), key)
            }
        }
    }
}

/// Writes the step to the value of a key; `top` states whether it is the first step.
pub(crate) fn write_key(f: &mut impl fmt::Write, top: bool, key: &str) -> fmt::Result {
    match (is_plain(key), top) {
        (false, _) => write!(f, "[{key:?}]"),
        (true, true) => f.write_str(key),
        (true, false) => write!(f, ".{key}"),
    }
}

/// Returns whether a key can be written after a dot.
fn is_plain(key: &str) -> bool {
    !key.is_empty()
        && key
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}
