//! Replaces missing texts by those of another language.

use super::Texts;
use crate::{Model, PathId};

/// The texts of the levels of a question without texts.
pub(super) const NUMBERS: [&str; 5] = ["0", "1", "2", "3", "4"];

impl Texts {
    /// Copies texts that are missing here from another language, so that ids are displayed only if
    /// no language has a text.
    pub fn fill_from(&mut self, model: &Model, other: &Self) {
        fill(&mut self.title, model.id(), &other.title);
        for ((own, other), of) in pairs(&mut self.sections, &other.sections, model.sections()) {
            fill(&mut own.title, &of.id, &other.title);
        }
        for ((own, other), of) in pairs(&mut self.questions, &other.questions, model.questions()) {
            fill(&mut own.text, &of.id, &other.text);
            if own.levels == NUMBERS {
                own.levels.clone_from(&other.levels);
            }
        }
        for ((own, other), of) in pairs(&mut self.criteria, &other.criteria, model.criteria()) {
            fill(own, &of.id, other);
        }
        for ((own, other), of) in pairs(&mut self.paths, &other.paths, &PathId::ALL) {
            fill(&mut own.title, of.as_str(), &other.title);
        }
        for ((own, other), of) in pairs(&mut self.actions, &other.actions, model.actions()) {
            fill(&mut own.title, &of.id, &other.title);
        }
    }

    /// Returns whether an id, or the number of a level, is used in place of any text.
    #[must_use]
    pub fn has_placeholders(&self, model: &Model) -> bool {
        let mut ids = (self.sections.iter().map(|text| &text.title))
            .zip(model.sections().iter().map(|of| of.id.as_str()))
            .chain((self.criteria.iter()).zip(model.criteria().iter().map(|of| of.id.as_str())))
            .chain(self.paths.iter().map(|text| &text.title).zip(PathId::WORDS))
            .chain(
                (self.questions.iter().map(|text| &text.text))
                    .zip(model.questions().iter().map(|of| of.id.as_str())),
            )
            .chain(
                (self.actions.iter().map(|text| &text.title))
                    .zip(model.actions().iter().map(|of| of.id.as_str())),
            );
        self.title == model.id()
            || ids.any(|(text, id)| text == id)
            || self.questions.iter().any(|text| text.levels == NUMBERS)
    }
}

/// Iterates over the texts of two languages for the same entries.
fn pairs<'t, T, E>(
    own: &'t mut [T],
    other: &'t [T],
    entries: &'t [E],
) -> impl Iterator<Item = ((&'t mut T, &'t T), &'t E)> {
    own.iter_mut().zip(other).zip(entries)
}

fn fill(text: &mut String, id: &str, other: &str) {
    if text == id {
        other.clone_into(text);
    }
}
