//! Whose result is shown.

/// Whose result it is.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The reader's own.
    Own,
    /// From a link with answers.
    Link(ReceivedLink),
    /// From a link without answers.
    Scores(ReceivedLink),
    /// A fictional company: id and name.
    Example(String, String),
}

/// A link as it was received.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct ReceivedLink {
    /// The part after `#/r/`.
    pub(crate) payload: String,
    /// The payload without its passphrase; equal to `payload` if it has none.
    pub(crate) unsealed: String,
}
