//! The AI content: a weighted power mean of shifted section scores.
//!
//! The standard model uses the geometric mean, because the elements of a large model cannot
//! substitute each other. The UN's Human Development Index has used it since 2010 for the same
//! reason (on compensability see OECD/JRC, Handbook on Constructing Composite Indicators, 2008).
//! The shift limits the effect of a section with a score of 0, and cancels out if all sections are
//! equal.
//!
//! Exponential and power come from `libm`, the logarithm from this crate, so that every machine
//! computes the same bits.

use super::mean::Mean;
use super::{AiContent, AnswerCoverage, MIN_WEIGHT_FOR_LEVEL};
use crate::logarithm::ln;
use crate::model::Aggregation;
use crate::{Maturity, Range, SectionIx, near};

impl Aggregation {
    /// Returns the power mean of weighted scores from 0 to 1; 0 if the sum of weights is 0.
    pub fn mean(self, scores: impl Iterator<Item = (f64, f64)>) -> f64 {
        let (mut sum, mut weights) = (0.0, 0.0);
        for (score, weight) in scores {
            sum += weight * self.transform(score);
            weights += weight;
        }
        if weights > 0.0 {
            self.inverse_transform(sum / weights)
        } else {
            0.0
        }
    }

    /// Transforms a score from 0 to 1 to the scale on which the mean is taken.
    #[must_use]
    pub fn transform(self, score: f64) -> f64 {
        let shifted = score + self.shift;
        if self.power == 0.0 {
            ln(shifted)
        } else {
            libm::pow(shifted, self.power)
        }
    }

    /// Transforms a mean back to a score, from 0 to 1.
    pub(crate) fn inverse_transform(self, mean: f64) -> f64 {
        let shifted = if self.power == 0.0 {
            libm::exp(mean)
        } else {
            libm::pow(mean, 1.0 / self.power)
        };
        (shifted - self.shift).clamp(0.0, 1.0)
    }

    /// Returns a value that increases with the gain of the mean if a score rises to `target`.
    fn gain(self, score: f64, target: f64) -> f64 {
        let gain = self.transform(target) - self.transform(score);
        if self.power < 0.0 { -gain } else { gain }
    }
}

/// A section that counts: index, weight and mean.
pub(super) type SectionMean = (SectionIx, f64, Mean);

/// Returns the AI content. `sections` holds the sections that count, in the order of their ids.
pub(super) fn ai_content(
    aggregation: Aggregation,
    sections: &[SectionMean],
    answered: AnswerCoverage,
) -> AiContent {
    if sections.is_empty() {
        return AiContent::default();
    }
    let range = range(aggregation, sections);
    let Some(value) = range.value else {
        return AiContent {
            range: Some(range),
            ..AiContent::default()
        };
    };
    let arithmetic = arithmetic(sections);
    let lost = arithmetic * 100.0 - value;
    AiContent {
        range: Some(range),
        arithmetic: Some(arithmetic * 100.0),
        lost_to_imbalance: Some(if aggregation.power <= 1.0 {
            lost.max(0.0)
        } else {
            lost
        }),
        level: near::at_least(answered.known_weight, MIN_WEIGHT_FOR_LEVEL)
            .then(|| Maturity::from_percent(value)),
        most_limiting_section: most_limiting_section(aggregation, sections, arithmetic),
    }
}

fn range(aggregation: Aggregation, sections: &[SectionMean]) -> Range {
    let mean = |of: fn(&Mean) -> f64| {
        aggregation.mean(sections.iter().map(|(_, weight, mean)| (of(mean), *weight)))
    };
    let certain = sections.iter().all(|(_, _, mean)| mean.is_certain());
    let value = sections
        .iter()
        .all(|(_, _, mean)| mean.value().is_some())
        .then(|| mean(|m| m.value().unwrap_or_default()));
    let (low, high) = match value {
        Some(value) if certain => (value, value),
        _ => (mean(Mean::low), mean(Mean::high)),
    };
    Range::from_shares(low, value, high)
}

fn arithmetic(sections: &[SectionMean]) -> f64 {
    let (mut sum, mut weights) = (0.0, 0.0);
    for (_, weight, mean) in sections {
        sum += weight * mean.value().unwrap_or_default();
        weights += weight;
    }
    (sum / weights).clamp(0.0, 1.0)
}

/// Returns the section whose rise to the arithmetic mean would add most to the AI content.
fn most_limiting_section(
    aggregation: Aggregation,
    sections: &[SectionMean],
    arithmetic: f64,
) -> Option<SectionIx> {
    let mut most = None;
    for &(section, weight, mean) in sections {
        let score = mean.value().unwrap_or_default();
        if !near::less_than(score, arithmetic) {
            continue;
        }
        let gain = weight * aggregation.gain(score, arithmetic);
        if most.is_none_or(|(_, best)| gain > best) {
            most = Some((section, gain));
        }
    }
    most.map(|(section, _)| section)
}
