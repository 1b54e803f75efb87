//! Where in a file something stands, written only when it is needed.

use std::fmt;

/// A way from the top of a file to a value; each step borrows the one before.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place<'a> {
    /// The file as a whole.
    Top,
    /// The value of a key.
    Key(&'a Place<'a>, &'a str),
    /// An element of a list, from 0.
    Index(&'a Place<'a>, usize),
}

impl<'a> Place<'a> {
    /// The value of `key` in the object here.
    pub(crate) fn key(&'a self, key: &'a str) -> Place<'a> {
        Place::Key(self, key)
    }

    /// The element `index` of the list here.
    pub(crate) fn index(&'a self, index: usize) -> Place<'a> {
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

/// Writes the step to the value of a key, at the top of a file or below.
pub(super) fn write_key(f: &mut impl fmt::Write, top: bool, key: &str) -> fmt::Result {
    match (is_plain(key), top) {
        (false, _) => write!(f, "[{key:?}]"),
        (true, true) => f.write_str(key),
        (true, false) => write!(f, ".{key}"),
    }
}

/// Whether a key can stand after a dot without being misread.
fn is_plain(key: &str) -> bool {
    !key.is_empty()
        && key
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}
