//! Figures of earlier links as digits: percentages with two decimals, shares with four.

use super::super::number::Number;
use crate::{Model, Range, TagScore};

/// The number of steps from 0 to 1, or from 0 to 100 %.
const STEPS: u32 = 10_000;

/// Converts a count to a digit.
pub(super) fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Returns the radix of a count of questions.
pub(super) fn count_radix(model: &Model) -> u32 {
    count(model.questions().len()).saturating_add(1)
}

/// Rounds a difference of percentages to two decimals.
pub(super) fn to_percent(figure: f64) -> f64 {
    (figure * 100.0).round() / 100.0
}

fn sum_radix(terms: usize) -> u32 {
    count(terms).saturating_mul(STEPS).saturating_add(1)
}

/// The unread figures.
#[derive(Debug)]
pub(super) struct Figures(pub(super) Number);

impl Figures {
    /// Reads a percentage.
    pub(super) fn percent(&mut self) -> f64 {
        f64::from(self.0.take(STEPS + 1)) / 100.0
    }

    /// Reads a share from 0 to 1.
    pub(super) fn share(&mut self) -> f64 {
        f64::from(self.0.take(STEPS + 1)) / f64::from(STEPS)
    }

    /// Reads a sum from 0 to `terms`.
    pub(super) fn sum(&mut self, terms: usize) -> f64 {
        f64::from(self.0.take(sum_radix(terms))) / f64::from(STEPS)
    }

    /// Reads a count of questions.
    pub(super) fn count(&mut self, model: &Model) -> usize {
        self.0.take(count_radix(model)) as usize
    }

    /// Reads whether an optional figure follows.
    pub(super) fn is_there(&mut self) -> bool {
        self.0.take(2) == 1
    }

    /// Reads a range; `None` if the bounds are not ordered.
    pub(super) fn range(&mut self) -> Option<Option<Range>> {
        let range = match self.0.take(4) {
            0 => return Some(None),
            1 => {
                let figure = self.percent();
                return Some(Some(Range {
                    low: figure,
                    value: Some(figure),
                    high: figure,
                }));
            }
            2 => Range {
                low: self.percent(),
                value: None,
                high: self.percent(),
            },
            _ => Range {
                low: self.percent(),
                value: Some(self.percent()),
                high: self.percent(),
            },
        };
        let value = range.value.unwrap_or(range.low);
        // Three equal figures have their own encoding.
        let told_twice = range.value.is_some() && range.low >= range.high;
        (range.low <= value && value <= range.high && !told_twice).then_some(Some(range))
    }

    pub(super) fn tagged(&mut self, model: &Model) -> Option<TagScore> {
        Some(TagScore {
            range: self.range()?,
            known: self.count(model),
        })
    }
}
