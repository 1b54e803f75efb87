//! How exact the figures of a result are.

use super::AnswerCoverage;

/// How exact the figures of a result are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Precision {
    /// As they were computed.
    #[default]
    Exact,
    /// In steps, as a link without answers tells them: each range is a step and its value the middle
    /// of it. What open answers leave possible is not told, nor is any other figure.
    Steps(Resolution),
}

impl Precision {
    /// Whether figures are middles of steps.
    #[must_use]
    pub const fn is_in_steps(self) -> bool {
        matches!(self, Self::Steps(_))
    }

    /// Whether standing and order of the paths are known, and not the recommended path alone.
    #[must_use]
    pub const fn includes_paths(self) -> bool {
        match self {
            Self::Exact | Self::Steps(Resolution::Fifths | Resolution::Thirds) => true,
            Self::Steps(Resolution::Halves | Resolution::Level) => false,
        }
    }

    /// Whether the sections and the recommended path are known, and not the level alone.
    #[must_use]
    pub const fn includes_sections(self) -> bool {
        !matches!(self, Self::Steps(Resolution::Level))
    }
}

/// How much a link without answers tells, named after the steps of its sections. The fewer answers
/// there are, the less may be told before one of them can be concluded: `tests/link_privacy.rs`
/// holds the attack that decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolution {
    /// AI content in steps of 10, sections in fifths, standing and order of the paths, the word for
    /// how sure that is.
    Fifths,
    /// The same with sections in thirds, and whether it is at least likely.
    Thirds,
    /// AI content in steps of 10, sections in halves, the recommended path alone, and whether it is
    /// at least likely.
    Halves,
    /// The level alone.
    Level,
}

impl Resolution {
    /// All of them, the finest first.
    pub const ALL: [Self; 4] = [Self::Fifths, Self::Thirds, Self::Halves, Self::Level];

    /// How much may be told about so many answers in so many sections. Many sections tell more by
    /// themselves, and so need twice as many answers each.
    #[must_use]
    pub fn for_coverage(answered: AnswerCoverage, sections: usize) -> Self {
        let crowd = if sections > 4 { 2 } else { 1 };
        let at_least = |answers: usize, per_section: usize| {
            let in_all = sections.saturating_mul(per_section).saturating_mul(crowd);
            answered.known >= answers && answered.known >= in_all
        };
        if at_least(30, 6) {
            Self::Fifths
        } else if at_least(15, 4) {
            Self::Thirds
        } else if at_least(8, 2) {
            Self::Halves
        } else {
            Self::Level
        }
    }

    /// The width of a step of the AI content, in points. It divides 20, so that a step lies within
    /// one level, and is even, so that the middle is a whole number.
    #[must_use]
    pub const fn ai_content_step(self) -> u32 {
        match self {
            Self::Fifths | Self::Thirds | Self::Halves => 10,
            Self::Level => 20,
        }
    }

    /// The width of a step of a section, in points; the last step may be narrower. `None` where
    /// sections are not told.
    #[must_use]
    pub const fn section_step(self) -> Option<u32> {
        match self {
            Self::Fifths => Some(20),
            Self::Thirds => Some(34),
            Self::Halves => Some(50),
            Self::Level => None,
        }
    }
}
