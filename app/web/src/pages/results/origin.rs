//! Whose result is shown.

/// Whose result it is. A payload is the part of a link after `#/r/`.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The reader's own.
    Own,
    /// From a link with answers, by its payload.
    Link(String),
    /// From a link without answers, by its payload.
    Scores(String),
    /// A fictional company: id and name.
    Example(String, String),
}
