//! Reads scores with two decimals, as written by earlier releases. They are no longer written,
//! because answers can be inferred from them.

use super::super::bytes::Reader;
use super::figures::{self, Figures, to_percent};
use super::{ConfidenceSummary, paths};
use crate::{AiContent, AnswerCoverage, Maturity, Model, Precision, Score, SectionIx, Stance};

/// Reads the score and its confidence.
pub(super) fn read(
    fields: &mut Reader<'_>,
    model: &Model,
    stance: Stance,
) -> Option<(Score, Option<ConfidenceSummary>)> {
    let mut figures = Figures(super::number(fields)?);
    let score = Score {
        precision: Precision::Exact,
        answered: answered(&mut figures, model),
        ai_content: ai_content(&mut figures, model)?,
        sections: model
            .sections()
            .iter()
            .map(|_| figures.range())
            .collect::<Option<_>>()?,
        faith: figures.tagged(model)?,
        all_in: figures.tagged(model)?,
        criteria: vec![None; model.criteria().len()],
        paths: paths::read_exact(&mut figures, model, stance)?,
        recommendation: paths::recommendation(&mut figures.0)?,
    };
    let confidence = confidence(&mut figures)?;
    figures.0.is_zero().then_some((score, confidence))
}

fn answered(figures: &mut Figures, model: &Model) -> AnswerCoverage {
    AnswerCoverage {
        known: figures.count(model),
        open: figures.count(model),
        visible: figures.count(model),
        known_weight: figures.share(),
    }
}

fn ai_content(figures: &mut Figures, model: &Model) -> Option<AiContent> {
    let range = figures.range()?;
    let value = range.and_then(|range| range.value);
    let arithmetic = value.map(|_| figures.percent());
    let level = figures.0.take(6) as usize;
    let section = figures.0.take(section_radix(model)) as usize;
    Some(AiContent {
        range,
        arithmetic,
        lost_to_imbalance: arithmetic.zip(value).map(|(a, v)| to_percent(a - v)),
        level: level
            .checked_sub(1)
            .and_then(|index| Maturity::ALL.get(index).copied()),
        most_limiting_section: section.checked_sub(1).map(SectionIx::new),
    })
}

fn section_radix(model: &Model) -> u32 {
    figures::count(model.sections().len()).saturating_add(1)
}

fn confidence(figures: &mut Figures) -> Option<Option<ConfidenceSummary>> {
    if !figures.is_there() {
        return Some(None);
    }
    let plausible = figures
        .is_there()
        .then(|| (figures.percent(), figures.percent()));
    if plausible.is_some_and(|(low, high)| low > high) {
        return None;
    }
    let confidence = figures.is_there().then(|| figures.share());
    let first = [(); 4].map(|()| figures.share());
    Some(Some(ConfidenceSummary::Simulated {
        plausible,
        confidence,
        first,
    }))
}
