//! The counts of one group of companies.

use super::{BIN_COUNT, CohortMember, Histogram};
use crate::{Maturity, PathId};

/// The recommendation of a company.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A path.
    Path(PathId),
    /// Every path is blocked.
    FoundationsFirst,
    /// There are not enough answers.
    Unknown,
}

impl Outcome {
    /// The names of the outcomes in files, in the order of [`Self::index`].
    pub const WORDS: [&'static str; 6] = [
        "maas",
        "industry",
        "open_source",
        "agent",
        "foundations",
        "none",
    ];

    /// Returns the position in [`Self::WORDS`].
    #[must_use]
    pub fn index(self) -> usize {
        match self {
            Self::Path(path) => path.index(),
            Self::FoundationsFirst => 4,
            Self::Unknown => 5,
        }
    }
}

/// Section scores by section, in ascending order of the section ids.
pub type SectionCounts = Vec<Histogram>;

/// Counts of the companies of one group. A company without a value in a figure counts only in the
/// number of companies.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SubgroupCounts {
    /// The AI content.
    pub ai_content: Histogram,
    /// The section scores.
    pub sections: SectionCounts,
    /// The maturity levels, in the order of [`Maturity::ALL`].
    pub levels: [u64; 5],
    /// The recommendations, in the order of [`Outcome::WORDS`]; one for each company.
    pub outcomes: [u64; 6],
}

/// Bins of the AI content in a maturity level.
const BINS_PER_LEVEL: usize = BIN_COUNT / Maturity::ALL.len();

/// Adds counts. The callers ensure that no sum exceeds [`super::MAX_COMPANIES`].
pub(super) fn add_all(counts: &mut [u64], more: &[u64]) {
    for (count, more) in counts.iter_mut().zip(more) {
        *count = count.saturating_add(*more);
    }
}

impl SubgroupCounts {
    /// Creates counts of no company.
    pub(super) fn empty(sections: usize) -> Self {
        Self {
            ai_content: Histogram::default(),
            sections: vec![Histogram::default(); sections],
            levels: [0; 5],
            outcomes: [0; 6],
        }
    }

    /// Returns the number of companies.
    #[must_use]
    pub fn companies(&self) -> u64 {
        self.outcomes
            .iter()
            .fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// Returns the number of companies with a maturity level.
    #[must_use]
    pub fn level(&self, level: Maturity) -> u64 {
        self.levels.get(level.index()).copied().unwrap_or_default()
    }

    /// Returns whether no figure counts more companies than there are, and each level counts those
    /// with an AI content in its bins.
    pub(super) fn is_consistent(&self) -> bool {
        let companies = self.companies();
        let histograms = self.sections.iter().chain([&self.ai_content]);
        let per_level = self.ai_content.bins().chunks(BINS_PER_LEVEL);
        let sum = |bins: &[u64]| bins.iter().fold(0, |sum: u64, n| sum.saturating_add(*n));
        histograms.map(Histogram::total).all(|n| n <= companies)
            && (self.levels.iter().zip(per_level)).all(|(level, bins)| *level <= sum(bins))
    }

    /// Returns whether no count exceeds that of `whole`.
    pub(super) fn is_part_of(&self, whole: &Self) -> bool {
        let at_most = |part: &[u64], whole: &[u64]| part.iter().zip(whole).all(|(a, b)| a <= b);
        let sections = self.sections.iter().zip(&whole.sections);
        at_most(self.ai_content.bins(), whole.ai_content.bins())
            && sections
                .into_iter()
                .all(|(part, whole)| at_most(part.bins(), whole.bins()))
            && at_most(&self.levels, &whole.levels)
            && at_most(&self.outcomes, &whole.outcomes)
    }

    pub(super) fn add_member(&mut self, member: &CohortMember<'_>) {
        if let Some(value) = member.ai_content {
            self.ai_content.add_value(value);
        }
        for (histogram, value) in self.sections.iter_mut().zip(&member.sections) {
            if let Some(value) = value {
                histogram.add_value(*value);
            }
        }
        let level = member.level.map(Maturity::index);
        let slots = [
            level.and_then(|index| self.levels.get_mut(index)),
            self.outcomes.get_mut(member.outcome.index()),
        ];
        for slot in slots.into_iter().flatten() {
            *slot = slot.saturating_add(1);
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.ai_content.add(&other.ai_content);
        for (mine, theirs) in self.sections.iter_mut().zip(&other.sections) {
            mine.add(theirs);
        }
        add_all(&mut self.levels, &other.levels);
        add_all(&mut self.outcomes, &other.outcomes);
    }
}
