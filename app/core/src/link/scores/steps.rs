//! Encodes scores in steps, so coarse that hardly any answer can be inferred.

use super::super::bytes::{Reader, Writer};
use super::super::number::{Digits, Number};
use super::{ConfidenceSummary, figures, paths};
use crate::near::TOLERANCE;
use crate::{AiContent, ConfidenceLevel, Maturity, Model, Precision, Range, Resolution, Score};

/// Returns the resolution for a score. Scores in steps keep theirs.
fn resolution(score: &Score) -> Resolution {
    match score.precision {
        Precision::Steps(resolution) => resolution,
        Precision::Exact => {
            let counting = score.sections.iter().flatten();
            let known = counting.filter(|range| range.value.is_some()).count();
            Resolution::for_coverage(score.answered, known)
        }
    }
}

/// Writes the resolution, then the figures as one number.
pub(in super::super) fn write(out: &mut Writer, score: &Score, level: Option<ConfidenceLevel>) {
    let resolution = resolution(score);
    let mut digits = Digits::default();
    digits.push(4, figures::count(resolution as usize));
    push_content(&mut digits, resolution, &score.ai_content);
    if let Some(width) = resolution.section_step() {
        for &section in &score.sections {
            push_step(&mut digits, width, section);
        }
    }
    match resolution {
        Resolution::Fifths | Resolution::Thirds => {
            paths::push(&mut digits, score);
            paths::push_recommendation(&mut digits, &score.recommendation);
        }
        Resolution::Halves => paths::push_first(&mut digits, &score.recommendation),
        Resolution::Level => {}
    }
    push_confidence(&mut digits, resolution, level);
    super::push_number(out, &digits.number());
}

/// Reads the score and its confidence.
pub(super) fn read(
    fields: &mut Reader<'_>,
    model: &Model,
) -> Option<(Score, Option<ConfidenceSummary>)> {
    let mut number = super::number(fields)?;
    let resolution = *Resolution::ALL.get(number.take(4) as usize)?;
    let ai_content = take_content(&mut number, resolution);
    let sections = model.sections().iter().map(|_| {
        let width = resolution.section_step()?;
        take_step(&mut number, width)
    });
    let sections = sections.collect();
    let absent = Score::empty();
    let (paths, recommendation) = match resolution {
        Resolution::Fifths | Resolution::Thirds => (
            paths::read(&mut number)?,
            paths::recommendation(&mut number)?,
        ),
        Resolution::Halves => (absent.paths, paths::first(&mut number)?),
        Resolution::Level => (absent.paths, absent.recommendation),
    };
    let score = Score {
        precision: Precision::Steps(resolution),
        ai_content,
        sections,
        criteria: vec![None; model.criteria().len()],
        paths,
        recommendation,
        ..Score::empty()
    };
    let confidence = take_confidence(&mut number, resolution)?;
    number.is_zero().then_some((score, confidence))
}

/// Writes the AI content and, if it has a value, whether it has a maturity level.
fn push_content(digits: &mut Digits, resolution: Resolution, content: &AiContent) {
    push_step(digits, resolution.ai_content_step(), content.range);
    if content.value().is_some() {
        digits.push(2, u32::from(content.level.is_some()));
    }
}

fn take_content(number: &mut Number, resolution: Resolution) -> AiContent {
    let range = take_step(number, resolution.ai_content_step());
    let value = range.and_then(|range| range.value);
    AiContent {
        range,
        level: value
            .filter(|_| number.take(2) == 1)
            .map(Maturity::from_percent),
        ..AiContent::default()
    }
}

/// Writes a figure: 0 if absent, 1 without a value, otherwise its step plus 2.
fn push_step(digits: &mut Digits, width: u32, range: Option<Range>) {
    let digit = match range.map(|range| range.value) {
        None => 0,
        Some(None) => 1,
        Some(Some(value)) => step_of(width, value).saturating_add(2),
    };
    digits.push(count(width).saturating_add(2), digit);
}

fn take_step(number: &mut Number, width: u32) -> Option<Range> {
    match number.take(count(width).saturating_add(2)) {
        0 => None,
        1 => Some(Range {
            low: 0.0,
            value: None,
            high: 100.0,
        }),
        step => Some(range(width, step.saturating_sub(2))),
    }
}

/// Returns the number of steps in 100 %.
fn count(width: u32) -> u32 {
    100_u32.div_ceil(width.max(1))
}

/// Returns the step of a percentage, from 0; lower bounds are inclusive.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from a float stops at the ends of the integers; NaN is 0"
)]
fn step_of(width: u32, percent: f64) -> u32 {
    let step = ((percent + TOLERANCE) / f64::from(width)).floor() as u32;
    step.min(count(width).saturating_sub(1))
}

/// Returns a step as a range with its midpoint as the value.
fn range(width: u32, step: u32) -> Range {
    let low = f64::from(step) * f64::from(width);
    let high = (low + f64::from(width)).min(100.0);
    Range {
        low,
        value: Some((low + high) / 2.0),
        high,
    }
}

/// Writes the confidence: 0 if absent, otherwise the level plus 1; at lower resolutions 1 for less
/// than "likely" and 2 for at least "likely".
fn push_confidence(digits: &mut Digits, resolution: Resolution, level: Option<ConfidenceLevel>) {
    let Some(radix) = confidence_radix(resolution) else {
        return;
    };
    let digit = match level {
        None => 0,
        Some(level) if radix == LEVEL_RADIX => figures::count(level.index()).saturating_add(1),
        Some(ConfidenceLevel::Clear | ConfidenceLevel::Likely) => 2,
        Some(ConfidenceLevel::Leaning | ConfidenceLevel::TooClose) => 1,
    };
    digits.push(radix, digit);
}

fn take_confidence(
    number: &mut Number,
    resolution: Resolution,
) -> Option<Option<ConfidenceSummary>> {
    let Some(radix) = confidence_radix(resolution) else {
        return Some(None);
    };
    Some(match number.take(radix) {
        0 => None,
        place if radix == LEVEL_RADIX => {
            let level = ConfidenceLevel::ALL.get((place as usize).saturating_sub(1))?;
            Some(ConfidenceSummary::Level(*level))
        }
        place => Some(ConfidenceSummary::AtLeastLikely(place == 2)),
    })
}

/// Radix of a level: absent, or one of four.
const LEVEL_RADIX: u32 = 5;

fn confidence_radix(resolution: Resolution) -> Option<u32> {
    match resolution {
        Resolution::Fifths => Some(LEVEL_RADIX),
        Resolution::Thirds | Resolution::Halves => Some(3),
        Resolution::Level => None,
    }
}
