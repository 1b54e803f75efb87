//! The distribution of the answers of several people to one question.

use crate::{Answer, Level, Response};

/// The number of members by answer to one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AnswerDistribution {
    /// The counts of the five levels, in ascending order.
    pub levels: [u32; 5],
    /// "Don't know".
    pub unknown: u32,
    /// "Not applicable".
    pub not_applicable: u32,
    /// The question was asked, but not answered.
    pub missing: u32,
    /// The question does not exist for these members.
    pub not_asked: u32,
}

/// A range of levels; `low <= high`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LevelRange {
    /// The lower bound.
    pub low: Level,
    /// The upper bound.
    pub high: Level,
}

impl AnswerDistribution {
    /// Adds the response of a member.
    pub fn add(&mut self, response: Response) {
        let slot = match response {
            Response::Answer(Answer::Level(level)) => self.levels.get_mut(usize::from(level.get())),
            Response::Answer(Answer::Unknown) => Some(&mut self.unknown),
            Response::Answer(Answer::NotApplicable) => Some(&mut self.not_applicable),
            Response::Unanswered => Some(&mut self.missing),
            Response::NotAsked => Some(&mut self.not_asked),
        };
        if let Some(slot) = slot {
            *slot = slot.saturating_add(1);
        }
    }

    /// Returns the distribution without one answer of this level.
    pub(super) fn without(mut self, level: Level) -> Self {
        if let Some(slot) = self.levels.get_mut(usize::from(level.get())) {
            *slot = slot.saturating_sub(1);
        }
        self
    }

    /// Returns the number of levels given.
    #[must_use]
    pub fn known(&self) -> u32 {
        self.levels.iter().sum()
    }

    /// Returns the number of members who were asked.
    #[must_use]
    pub fn asked(&self) -> u32 {
        self.known()
            .saturating_add(self.unknown)
            .saturating_add(self.not_applicable)
            .saturating_add(self.missing)
    }

    /// Returns the median level. Levels are ordered but cannot be averaged, so for an even number
    /// both middle levels are returned.
    #[must_use]
    pub fn median(&self) -> Option<LevelRange> {
        let last = self.known().checked_sub(1)?;
        let low = self.at(last / 2)?;
        let high = self.at(last.div_ceil(2))?;
        Some(LevelRange { low, high })
    }

    /// Returns the quartiles: at least three quarters of the levels are `low` or higher, and at
    /// least three quarters are `high` or lower.
    #[must_use]
    pub fn quartiles(&self) -> Option<LevelRange> {
        let last = self.known().checked_sub(1)?;
        let cut = last / 4;
        let low = self.at(cut)?;
        let high = self.at(last.saturating_sub(cut))?;
        Some(LevelRange { low, high })
    }

    /// Returns the level at a 0-based position of the sorted levels.
    fn at(&self, place: u32) -> Option<Level> {
        let mut left = place;
        for (level, &count) in Level::ALL.into_iter().zip(&self.levels) {
            match left.checked_sub(count) {
                Some(rest) => left = rest,
                None => return Some(level),
            }
        }
        None
    }

    /// Returns the median answer: the lower median of the levels; "not applicable" if more members
    /// responded so than with a level; "don't know" if that is the only response.
    #[must_use]
    pub fn median_answer(&self) -> Option<Answer> {
        self.with_level(self.median().map(|median| median.low))
    }

    /// As [`Self::median_answer`], with the lower quartile.
    #[must_use]
    pub fn lower_quartile_answer(&self) -> Option<Answer> {
        self.with_level(self.quartiles().map(|quartiles| quartiles.low))
    }

    /// As [`Self::median_answer`], with the upper quartile.
    #[must_use]
    pub fn upper_quartile_answer(&self) -> Option<Answer> {
        self.with_level(self.quartiles().map(|quartiles| quartiles.high))
    }

    fn with_level(&self, level: Option<Level>) -> Option<Answer> {
        if self.not_applicable > self.known() {
            return Some(Answer::NotApplicable);
        }
        let level = level.map(Answer::Level);
        level.or_else(|| (self.unknown > 0).then_some(Answer::Unknown))
    }

    /// Returns the single answer that all members with an answer gave. "Don't know" does not
    /// contradict a level.
    #[must_use]
    pub fn unanimous_answer(&self) -> Option<Answer> {
        if self.is_disputed() {
            None
        } else {
            self.median_answer()
        }
    }

    /// Returns whether answers contradict each other: different levels, or a level and "not
    /// applicable".
    #[must_use]
    pub fn is_disputed(&self) -> bool {
        let different = self.levels.iter().filter(|&&count| count > 0).count();
        different.saturating_add(usize::from(self.not_applicable > 0)) > 1
    }

    /// Returns the disagreement from 0 (all equal) to 1 (half at each end).
    ///
    /// This is the ordinal dispersion of Blair and Lacy (2000): the sum of F (1 - F) over the four
    /// steps between levels, where F is the cumulative share. If some members answered "not
    /// applicable" with a share p, it is at least 4 p (1 - p).
    #[must_use]
    pub fn disagreement(&self) -> f64 {
        let known = self.known();
        let levels = per_pair(self.apart(), known);
        let whether = f64::from(self.not_applicable) * f64::from(known);
        let whether = per_pair(4.0 * whether, known.saturating_add(self.not_applicable));
        levels.max(whether).min(1.0)
    }

    /// Returns the mean absolute difference in levels over all pairs of members.
    #[must_use]
    pub fn mean_difference(&self) -> Option<f64> {
        let pairs = f64::from(self.known()) * f64::from(self.known().checked_sub(1)?);
        (pairs > 0.0).then(|| 2.0 * self.apart() / pairs)
    }

    /// Returns the sum over the four steps between levels of the product of the counts below and
    /// above.
    fn apart(&self) -> f64 {
        let known = self.known();
        let mut below = 0_u32;
        let mut sum = 0.0;
        for count in self.levels {
            below = below.saturating_add(count);
            sum += f64::from(below) * f64::from(known.saturating_sub(below));
        }
        sum
    }
}

/// Returns the mean over all ordered pairs, including each element with itself; 0 for an empty set.
fn per_pair(sum: f64, count: u32) -> f64 {
    let count = f64::from(count);
    if count > 0.0 {
        sum / (count * count)
    } else {
        0.0
    }
}
