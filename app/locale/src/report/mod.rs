//! Sentences that say what a result means. Every one is a whole sentence of its language; figures
//! and names are put in, fragments are never joined.

mod certainty;
mod change;
mod content;
mod conviction;
mod derivation;
mod formula;
mod message;
mod notation;
mod other_side;
mod paths;
mod sections;
mod sensitivity;
#[cfg(test)]
mod tests;

pub use certainty::{Priorities, Priority, first_shares};
pub use change::Way;
pub use formula::{Sum, SumTerm};
pub use message::Message;
pub use paths::{Need, Verdict};
pub use sensitivity::Swing;

use assay_core::{CriterionIx, Model, PathId, Precision, QuestionIx, Score, SectionIx, Texts};

use crate::{Words, list, rounded};

/// Says a result of one model in one language.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    words: &'a Words,
    texts: &'a Texts,
    model: &'a Model,
    score: &'a Score,
}

impl<'a> Report<'a> {
    /// A report on a score of this model. Score, texts and model belong together.
    #[must_use]
    pub const fn new(
        words: &'a Words,
        texts: &'a Texts,
        model: &'a Model,
        score: &'a Score,
    ) -> Self {
        Self {
            words,
            texts,
            model,
            score,
        }
    }

    fn section(&self, section: SectionIx) -> &'a str {
        &self.texts.section(section).title
    }

    fn criterion(&self, criterion: CriterionIx) -> &'a str {
        self.texts.criterion(criterion)
    }

    fn question(&self, question: QuestionIx) -> &'a str {
        &self.texts.question(question).text
    }

    /// The name of a path.
    #[must_use]
    pub fn path(&self, path: PathId) -> &'a str {
        &self.texts.path(path).title
    }

    /// A percentage without decimals; "about 65" where it is the middle of a step.
    #[must_use]
    pub fn figure(&self, percent: f64) -> String {
        figure(self.words, self.score.precision, percent, rounded)
    }

    fn path_list(&self, paths: &[PathId]) -> String {
        let names: Vec<&str> = paths.iter().map(|path| self.path(*path)).collect();
        list(self.words, &names)
    }
}

/// A percentage as `exact` writes it; "about 65" where it is the middle of a step.
pub(crate) fn figure(
    words: &Words,
    precision: Precision,
    percent: f64,
    exact: fn(f64) -> String,
) -> String {
    match precision {
        Precision::Exact => exact(percent),
        Precision::Steps(_) => words.figure_about(&rounded(percent)),
    }
}
