//! The headline: AI content, range, level, and the limiting section.

use assay_core::{Maturity, SectionIx};

use super::{Report, format_figure};
use crate::{Messages, format_tenth, format_whole, join_list};

/// Sections within this many points of each other count as balanced: less than one level of an
/// answer.
const BALANCED_SPREAD: f64 = 20.0;

impl Report<'_> {
    /// The AI content with one decimal, or a phrase if there is none; "about 65" for coarse
    /// results.
    #[must_use]
    pub fn content_figure(&self) -> String {
        let value = self.score.ai_content.value();
        value.map_or_else(
            || self.messages.results_no_value().to_owned(),
            |value| format_figure(self.messages, self.score.precision, value, format_tenth),
        )
    }

    /// The possible range with its reason, and the plausible range if known.
    #[must_use]
    pub fn range(&self, plausible: Option<(f64, f64)>) -> String {
        let open = self.score.answered.open;
        if self.score.precision.is_in_steps() {
            return self.content_step().unwrap_or_default();
        }
        let Some(range) = self.score.ai_content.range.filter(|_| open > 0) else {
            return self.messages.results_range_exact().to_owned();
        };
        let (lowest, highest) = (format_whole(range.low), format_whole(range.high));
        match self.shown_plausible(plausible) {
            Some((low, high)) => self.messages.results_range_plausible(
                &format_whole(low),
                &format_whole(high),
                &lowest,
                &highest,
                open,
            ),
            None => self.messages.results_range_open(&lowest, &highest, open),
        }
    }

    /// The plausible range where it is shown: without a value, only the possible range is.
    #[must_use]
    pub fn shown_plausible(&self, plausible: Option<(f64, f64)>) -> Option<(f64, f64)> {
        plausible.filter(|_| self.score.ai_content.value().is_some())
    }

    /// The step of the AI content of a coarse result.
    pub(super) fn content_step(&self) -> Option<String> {
        let in_steps = self.score.precision.is_in_steps();
        let range = self.score.ai_content.range.filter(|_| in_steps)?;
        let (low, high) = (format_whole(range.low), format_whole(range.high));
        Some(self.messages.results_range_steps(&low, &high)).filter(|_| range.value.is_some())
    }

    /// Name of a level.
    #[must_use]
    pub fn level_name(&self, level: Maturity) -> &str {
        level_name(self.messages, level)
    }

    /// Meaning of the value in plain words. `name` may be empty.
    #[must_use]
    pub fn meaning(&self, name: &str) -> String {
        let name = if name.trim().is_empty() {
            self.messages.meaning_you()
        } else {
            name
        };
        if self.score.ai_content.range.is_none() {
            return self.messages.meaning_nothing_counts().to_owned();
        }
        if self.score.ai_content.value().is_none() {
            return self
                .messages
                .meaning_no_value(&join_list(self.messages, &self.sections_without_value()));
        }
        match self.score.ai_content.level {
            None => self.messages.meaning_none(name),
            Some(Maturity::Spectator) => self.messages.meaning_spectator(name),
            Some(Maturity::Explorer) => self.messages.meaning_explorer(name),
            Some(Maturity::Practitioner) => self.messages.meaning_practitioner(name),
            Some(Maturity::Integrated) => self.messages.meaning_integrated(name),
            Some(Maturity::AiNative) => self.messages.meaning_ai_native(name),
        }
    }

    /// The section that limits the AI content and the cost of imbalance, or that sections are
    /// balanced; `None` if neither is known.
    #[must_use]
    pub fn limiting_section(&self) -> Option<String> {
        let content = &self.score.ai_content;
        let arithmetic = content.arithmetic?;
        let limit = content
            .most_limiting_section
            .filter(|_| content.lost_to_imbalance.is_some_and(|lost| lost >= 0.5));
        let Some((section, value)) =
            limit.and_then(|section| Some((section, self.section_value(section)?)))
        else {
            return self
                .is_balanced()
                .then(|| self.messages.holds_balanced().to_owned());
        };
        Some(self.messages.holds_section(
            self.section_name(section),
            &format_whole(value),
            &format_whole(arithmetic),
        ))
    }

    /// Whether section scores are close together. The loss to imbalance cannot show this: with an
    /// exponent of 1 it is always 0.
    fn is_balanced(&self) -> bool {
        let values = self.score.sections.iter().flatten();
        let known: Vec<f64> = values.filter_map(|range| range.value).collect();
        let highest = known.iter().copied().fold(f64::MIN, f64::max);
        let lowest = known.iter().copied().fold(f64::MAX, f64::min);
        known.len() > 1 && highest - lowest <= BALANCED_SPREAD
    }

    fn section_value(&self, section: SectionIx) -> Option<f64> {
        self.score
            .sections
            .get(section.index())
            .copied()
            .flatten()?
            .value
    }

    fn sections_without_value(&self) -> Vec<&str> {
        let ranges = self.score.sections.iter().enumerate();
        ranges
            .filter(|(_, range)| range.is_some_and(|range| range.value.is_none()))
            .map(|(index, _)| self.section_name(SectionIx::new(index)))
            .collect()
    }
}

/// Name of a level.
#[must_use]
pub fn level_name(messages: &Messages, level: Maturity) -> &str {
    match level {
        Maturity::Spectator => messages.level_spectator(),
        Maturity::Explorer => messages.level_explorer(),
        Maturity::Practitioner => messages.level_practitioner(),
        Maturity::Integrated => messages.level_integrated(),
        Maturity::AiNative => messages.level_ai_native(),
    }
}
