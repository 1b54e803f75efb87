//! The columns of the list.

/// A column by which the list can be sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Stance,
    Model,
    Answered,
    Content,
    Path,
    Changed,
}

impl Column {
    pub(super) const ALL: [Self; 7] = [
        Self::Name,
        Self::Stance,
        Self::Model,
        Self::Answered,
        Self::Content,
        Self::Path,
        Self::Changed,
    ];

    /// The name in the markup and in the tab's storage.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Stance => "stance",
            Self::Model => "model",
            Self::Answered => "answered",
            Self::Content => "content",
            Self::Path => "path",
            Self::Changed => "changed",
        }
    }

    pub(super) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.as_str() == name)
    }

    /// Whether its values are known only when the figures are computed.
    pub(super) const fn needs_figures(self) -> bool {
        matches!(self, Self::Answered | Self::Content | Self::Path)
    }

    /// Whether the first press sorts from the largest value.
    pub(super) const fn begins_descending(self) -> bool {
        matches!(self, Self::Answered | Self::Content | Self::Changed)
    }
}
