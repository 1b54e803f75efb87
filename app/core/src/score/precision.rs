//! The precision of the figures of a score.

use super::AnswerCoverage;

/// The precision of the figures of a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Precision {
    /// The computed figures.
    #[default]
    Exact,
    /// Figures rounded to steps, as in a link without answers: each range is a step, and its value
    /// is the midpoint. The ranges of open answers and all other figures are absent.
    Steps(Resolution),
}

impl Precision {
    /// Returns whether figures are midpoints of steps.
    #[must_use]
    pub const fn is_in_steps(self) -> bool {
        matches!(self, Self::Steps(_))
    }

    /// Returns whether status and rank of all paths are included, not only the recommended path.
    #[must_use]
    pub const fn includes_paths(self) -> bool {
        match self {
            Self::Exact | Self::Steps(Resolution::Fifths | Resolution::Thirds) => true,
            Self::Steps(Resolution::Halves | Resolution::Level) => false,
        }
    }

    /// Returns whether sections and the recommended path are included, not only the maturity level.
    #[must_use]
    pub const fn includes_sections(self) -> bool {
        !matches!(self, Self::Steps(Resolution::Level))
    }
}

/// The resolution of a link without answers, named after the steps of its sections. With fewer
/// answers the resolution is lower, so that single answers cannot be inferred; the attack in
/// `tests/link_privacy.rs` determined the limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolution {
    /// AI content in steps of 10 points, sections in fifths, status and rank of the paths,
    /// confidence level.
    Fifths,
    /// As `Fifths` with sections in thirds, and whether the confidence is at least "likely".
    Thirds,
    /// AI content in steps of 10 points, sections in halves, the recommended path only, and whether
    /// the confidence is at least "likely".
    Halves,
    /// The maturity level only.
    Level,
}

impl Resolution {
    /// All resolutions, from finest to coarsest.
    pub const ALL: [Self; 4] = [Self::Fifths, Self::Thirds, Self::Halves, Self::Level];

    /// Returns the resolution for a coverage and a number of sections. More than four sections
    /// reveal more, and require twice as many answers per section.
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

    /// Returns the step width of the AI content in percentage points. It divides 20, so that a step
    /// lies within one maturity level, and is even, so that the midpoint is a whole number.
    #[must_use]
    pub const fn ai_content_step(self) -> u32 {
        match self {
            Self::Fifths | Self::Thirds | Self::Halves => 10,
            Self::Level => 20,
        }
    }

    /// Returns the step width of a section in percentage points; the last step may be narrower.
    /// `None` if sections are not included.
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
