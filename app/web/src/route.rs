//! The addresses of the app. All are behind `#`, so that any static host serves them.

use assay_core::Depth;
use assay_core::link::{LinkKind, find_link_kind, percent_decode as decode};

use assay_hosting::percent_encode;

/// A page of the app, as its address names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    Start,
    /// The profile; with a depth, of a new assessment.
    Profile(Option<Depth>),
    /// A section by its id, and the question to scroll to.
    Section {
        id: String,
        question: Option<String>,
    },
    Review,
    /// The open questions with the largest influence, one after the other.
    Ask,
    Results,
    /// The result in a link's payload.
    Shared(String),
    /// A fictional company by its id.
    Example(String),
    /// All of them.
    Examples,
    Workspace,
    /// Several people's assessments merged.
    Team,
    /// The form that makes an invitation.
    Invite,
    /// The invitation in a link's payload.
    Invitation(String),
    /// Results side by side, and one to add to them.
    Compare(Option<String>),
    About,
    /// The form that makes the line of code for another site.
    Embed,
    Unknown,
}

/// Number of characters from which a word counts as a link's payload.
const MIN_PAYLOAD_LENGTH: usize = 32;

impl Route {
    /// The route of an address: of its hash, or of its query (`?url=…`), where a gateway may have put
    /// the hash. What looks like a link leads to the page that opens it or shows the fault.
    pub(crate) fn from_address(hash: &str, query: &str) -> Option<Self> {
        let route = Self::parse(hash);
        let link = match route {
            Some(Self::Start) if hash.len() < 2 => {
                find_link_kind(query).map(|to| Self::to_link(to, query))
            }
            Some(Self::Unknown) | None => Self::of_link(hash),
            _ => None,
        };
        link.or(route)
    }

    /// The route of a hash for the starter. The routes of other pages, and what may be a link, are
    /// [`Unknown`](Self::Unknown), so that the full app reads them. `None` for a short word alone, such
    /// as that of a skip link.
    pub(crate) fn parse_starter(hash: &str) -> Option<Self> {
        let is_word = |text: &str| {
            text.len() < MIN_PAYLOAD_LENGTH && text.bytes().all(|b| b.is_ascii_alphanumeric())
        };
        match Self::parse_with(hash, |_, _, _| Self::Unknown) {
            None if !hash.strip_prefix('#').is_some_and(is_word) => Some(Self::Unknown),
            route => route,
        }
    }

    fn of_link(hash: &str) -> Option<Self> {
        let is_payload = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let alone = hash.trim_start_matches(['#', '/']);
        let alone = alone.split(|c| !is_payload(c)).next().unwrap_or_default();
        let alone = (alone.len() >= MIN_PAYLOAD_LENGTH).then_some(LinkKind::Result);
        let to = find_link_kind(hash).or(alone)?;
        Some(Self::to_link(to, hash))
    }

    fn to_link(to: LinkKind, link: &str) -> Self {
        match to {
            LinkKind::Result => Self::Shared(link.to_owned()),
            LinkKind::Invitation => Self::Invitation(link.to_owned()),
        }
    }

    /// The route of a hash such as `#/s/data?q=data.domain`. An empty one is the start page. `None` for
    /// one that does not begin with `#/`, such as that of a skip link.
    pub(crate) fn parse(hash: &str) -> Option<Self> {
        Self::parse_with(hash, Self::parse_other)
    }

    /// Reads the routes of answering; `other` reads the rest, from the parts of the path and the query.
    fn parse_with(hash: &str, other: fn(&str, &str, &str) -> Self) -> Option<Self> {
        if hash.is_empty() || hash == "#" {
            return Some(Self::Start);
        }
        let path = hash.strip_prefix("#/")?;
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let (head, rest) = path.split_once('/').unwrap_or((path, ""));
        Some(match (head, rest) {
            ("", "") => Self::Start,
            ("profile", "") => {
                Self::Profile(parameter(query, "depth").and_then(|d| Depth::parse(&d)))
            }
            ("s", id) if !id.is_empty() => Self::Section {
                id: decode(id),
                question: parameter(query, "q"),
            },
            ("review", "") => Self::Review,
            _ => other(head, rest, query),
        })
    }

    fn parse_other(head: &str, rest: &str, query: &str) -> Self {
        match (head, rest) {
            ("ask", "") => Self::Ask,
            ("results", "") => Self::Results,
            ("r", payload) => Self::Shared(payload.to_owned()),
            ("example", id) => Self::Example(decode(id)),
            ("examples", "") => Self::Examples,
            ("workspace", "") => Self::Workspace,
            ("team", "") => Self::Team,
            ("invite", "") => Self::Invite,
            ("i", payload) => Self::Invitation(payload.to_owned()),
            ("compare", "") => Self::Compare(parameter(query, "add")),
            ("about", "") => Self::About,
            ("embed", "") => Self::Embed,
            _ => Self::Unknown,
        }
    }

    /// The value of `data-page`.
    pub(crate) const fn page(&self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Profile(_) => "profile",
            Self::Section { .. } => "section",
            Self::Review => "review",
            Self::Ask => "ask",
            Self::Results => "results",
            Self::Shared(_) | Self::Example(_) => "shared",
            Self::Examples => "examples",
            Self::Workspace => "workspace",
            Self::Team => "team",
            Self::Invite => "invite",
            Self::Invitation(_) => "invitation",
            Self::Compare(_) => "compare",
            Self::About => "about",
            Self::Embed => "embed",
            Self::Unknown => "error",
        }
    }

    /// Whether two routes lead to the same page, perhaps to different positions in it.
    pub(crate) fn is_same_page(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Section { id: a, .. }, Self::Section { id: b, .. }) => a == b,
            (Self::Compare(_), Self::Compare(None)) => true,
            _ => self == other,
        }
    }
}

/// The address of a section.
pub(crate) fn section_address(id: &str) -> String {
    format!("#/s/{}", percent_encode(id))
}

/// The address of a question within its section.
pub(crate) fn question_address(section: &str, id: &str) -> String {
    format!("#/s/{}?q={}", percent_encode(section), percent_encode(id))
}

/// The address of an example company.
pub(crate) fn example_address(id: &str) -> String {
    format!("#/example/{}", percent_encode(id))
}

fn parameter(query: &str, name: &str) -> Option<String> {
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| decode(value))
}

#[cfg(test)]
mod tests;
