//! How the answers of several people to one question are spread.

use crate::{Answer, Level};

/// What one member said to one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Response {
    /// An answer.
    Answer(Answer),
    /// Nothing, though they were asked.
    Unanswered,
    /// Nothing that counts: the question does not exist for them.
    NotAsked,
}

/// How often each answer was given to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AnswerDistribution {
    /// The five levels, the lowest first.
    pub levels: [u32; 5],
    /// "Don't know".
    pub unknown: u32,
    /// "Not applicable".
    pub not_applicable: u32,
    /// No answer.
    pub missing: u32,
    /// The question does not exist for so many.
    pub not_asked: u32,
}

/// Two levels and what lies between them; `low <= high`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LevelRange {
    /// The lower one.
    pub low: Level,
    /// The higher one.
    pub high: Level,
}

impl AnswerDistribution {
    /// Counts what one more member said.
    pub fn add(&mut self, said: Response) {
        let slot = match said {
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

    /// The spread of the others, for one who gave this level.
    pub(super) fn without(mut self, level: Level) -> Self {
        if let Some(slot) = self.levels.get_mut(usize::from(level.get())) {
            *slot = slot.saturating_sub(1);
        }
        self
    }

    /// How many gave a level.
    #[must_use]
    pub fn known(&self) -> u32 {
        self.levels.iter().sum()
    }

    /// How many have this question, whether or not they answered it.
    #[must_use]
    pub fn asked(&self) -> u32 {
        self.known()
            .saturating_add(self.unknown)
            .saturating_add(self.not_applicable)
            .saturating_add(self.missing)
    }

    /// The median level. Levels have an order but no arithmetic, so that nothing lies half way
    /// between two of them: of an even number it is both that stand in the middle.
    #[must_use]
    pub fn median(&self) -> Option<LevelRange> {
        let last = self.known().checked_sub(1)?;
        let low = self.at(last / 2)?;
        let high = self.at(last.div_ceil(2))?;
        Some(LevelRange { low, high })
    }

    /// The quartiles: at least three quarters of those who gave a level gave `low` or more, and
    /// at least three quarters `high` or less.
    #[must_use]
    pub fn quartiles(&self) -> Option<LevelRange> {
        let last = self.known().checked_sub(1)?;
        let cut = last / 4;
        let low = self.at(cut)?;
        let high = self.at(last.saturating_sub(cut))?;
        Some(LevelRange { low, high })
    }

    /// The level at this place, counted from 0, among those given in ascending order.
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

    /// The answer in the middle: the highest level that at least half of those who gave one
    /// reach (the lower median); "not applicable" if more said so than gave a level; "don't
    /// know" if that is all that was said.
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

    /// The one answer that all gave who gave one. "Don't know" does not speak against a level.
    #[must_use]
    pub fn unanimous_answer(&self) -> Option<Answer> {
        if self.is_disputed() {
            None
        } else {
            self.median_answer()
        }
    }

    /// Whether two members contradict each other: by different levels, or by a level where
    /// another one says that the question does not apply.
    #[must_use]
    pub fn is_disputed(&self) -> bool {
        let different = self.levels.iter().filter(|&&count| count > 0).count();
        different.saturating_add(usize::from(self.not_applicable > 0)) > 1
    }

    /// How far apart the answers are, from 0 (all alike) to 1 (half at each end).
    ///
    /// The ordinal dispersion of Blair and Lacy (2000): with the share F of the levels up to each
    /// step, the sum of F (1 - F) over the four steps. Where some say that the question does not
    /// apply, the same over that alternative, 4 p (1 - p), if it is more.
    #[must_use]
    pub fn disagreement(&self) -> f64 {
        let known = self.known();
        let levels = per_pair(self.apart(), known);
        let whether = f64::from(self.not_applicable) * f64::from(known);
        let whether = per_pair(4.0 * whether, known.saturating_add(self.not_applicable));
        levels.max(whether).min(1.0)
    }

    /// By how many levels two members differ on average, over all pairs.
    #[must_use]
    pub fn mean_difference(&self) -> Option<f64> {
        let pairs = f64::from(self.known()) * f64::from(self.known().checked_sub(1)?);
        (pairs > 0.0).then(|| 2.0 * self.apart() / pairs)
    }

    /// Over the four steps between levels, the number of those below it times those above it.
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

/// The mean over all pairs of so many, each with itself too; 0 of none.
fn per_pair(sum: f64, count: u32) -> f64 {
    let count = f64::from(count);
    if count > 0.0 {
        sum / (count * count)
    } else {
        0.0
    }
}
