//! Sentences that describe a result. Each is a whole sentence with values filled in; fragments are
//! never concatenated.

mod certainty;
mod change;
mod content;
mod conviction;
mod derivation;
mod formula;
mod notation;
mod other_stance;
mod paths;
mod priorities;
mod sections;
mod sensitivity;
mod summary;
#[cfg(test)]
mod tests;

pub use certainty::{first_rank_shares, stated_confidence_name};
pub use change::ChangeDescription;
pub use content::level_name;
pub use formula::{MeanDerivation, MeanTerm};
pub use paths::{RecommendationText, UnmetThreshold};
pub use priorities::{Priorities, Priority};
pub use sensitivity::Swing;
pub use summary::SummaryDetails;

use assay_core::{CriterionIx, Model, PathId, Precision, QuestionIx, Score, SectionIx, Texts};

use crate::{Messages, NumberFormat, format_whole, join_list};

/// Describes a result of one model in one language.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    messages: &'a Messages,
    texts: &'a Texts,
    model: &'a Model,
    score: &'a Score,
}

impl<'a> Report<'a> {
    /// A report on a score. Score, texts and model must belong together.
    #[must_use]
    pub const fn new(
        messages: &'a Messages,
        texts: &'a Texts,
        model: &'a Model,
        score: &'a Score,
    ) -> Self {
        Self {
            messages,
            texts,
            model,
            score,
        }
    }

    fn section_name(&self, section: SectionIx) -> &'a str {
        &self.texts.section(section).title
    }

    fn criterion_name(&self, criterion: CriterionIx) -> &'a str {
        self.texts.criterion(criterion)
    }

    fn question_text(&self, question: QuestionIx) -> &'a str {
        &self.texts.question(question).text
    }

    /// Name of a path.
    #[must_use]
    pub fn path_name(&self, path: PathId) -> &'a str {
        &self.texts.path(path).title
    }

    /// A percentage without decimals; "about 65" for the middle of a coarse step.
    #[must_use]
    pub fn format_figure(&self, percent: f64) -> String {
        format_figure(
            self.messages,
            self.score.precision,
            percent,
            |_, percent| format_whole(percent),
        )
    }

    fn path_list(&self, paths: &[PathId]) -> String {
        let names: Vec<&str> = paths.iter().map(|path| self.path_name(*path)).collect();
        join_list(self.messages, &names)
    }
}

/// A percentage formatted by `exact`; "about 65" for the middle of a coarse step.
pub(crate) fn format_figure(
    messages: &Messages,
    precision: Precision,
    percent: f64,
    exact: NumberFormat,
) -> String {
    match precision {
        Precision::Exact => exact(messages, percent),
        Precision::Steps(_) => messages.figure_about(&format_whole(percent)),
    }
}
