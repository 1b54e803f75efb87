//! Sources of the compared results, and the addresses that add them.

use assay_locale::Messages;

/// Source of a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// An assessment of this browser, by its key.
    Own(String),
    /// A link, or a file encoded as a link.
    Link(String),
    /// A fictional company, by its id.
    Example(String),
}

impl Source {
    /// Returns the stored line.
    pub(super) fn to_line(&self) -> String {
        match self {
            Self::Own(key) => format!("own:{key}"),
            Self::Link(payload) => format!("r:{payload}"),
            Self::Example(id) => format!("example:{id}"),
        }
    }

    /// Parses a stored line.
    pub(super) fn parse(line: &str) -> Option<Self> {
        let (kind, rest) = line.split_once(':')?;
        let rest = rest.to_owned();
        match kind {
            "own" => Some(Self::Own(rest)),
            "r" => Some(Self::Link(rest)),
            "example" => Some(Self::Example(rest)),
            _ => None,
        }
    }

    /// Returns the label of the kind of source.
    pub(super) fn name<'w>(&self, messages: &'w Messages) -> &'w str {
        match self {
            Self::Own(_) => messages.compare_from_own(),
            Self::Link(_) => messages.compare_from_link(),
            Self::Example(_) => messages.compare_from_example(),
        }
    }
}

/// Address of the page.
pub(crate) const ADDRESS: &str = "#/compare";

/// Returns the address that adds an assessment of this browser.
pub(crate) fn address_with_own(key: &str) -> String {
    address_with(Source::Own(key.to_owned()))
}

/// Returns the address that adds the content of a link.
pub(crate) fn address_with_link(payload: &str) -> String {
    address_with(Source::Link(payload.to_owned()))
}

/// Returns the address that adds a fictional company.
pub(crate) fn address_with_example(id: &str) -> String {
    address_with(Source::Example(id.to_owned()))
}

fn address_with(source: Source) -> String {
    format!("{ADDRESS}?add={}", source.to_line())
}
