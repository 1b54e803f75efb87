//! The smallest change that makes each path recommended.

use assay_core::{Answers, PathId, SmallestChange};

use super::Report;

/// The smallest change towards a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeDescription {
    /// Number of steps and whether it is the smallest, or that none was found.
    pub sentence: String,
    /// Answers to raise, with old and new level; empty if none was found.
    pub raises: Vec<String>,
}

impl Report<'_> {
    /// Describes what makes a path recommended that is not recommended now.
    #[must_use]
    pub fn describe_change(
        &self,
        answers: &Answers,
        path: PathId,
        change: &SmallestChange,
    ) -> ChangeDescription {
        let name = self.path_name(path);
        let sentence = match steps(change) {
            None => self.messages.change_none(name),
            Some(steps) if change.is_smallest() => self.messages.change_exact(name, steps),
            Some(steps) if change.ruled_out > 0 => {
                let (steps, tried) = (steps.to_string(), change.ruled_out.to_string());
                self.messages.change_beyond(name, &steps, &tried)
            }
            Some(steps) => self.messages.change_greedy(name, steps),
        };
        let raises = change.raise.iter().map(|&(question, to)| {
            let from = answers
                .level(question)
                .map_or_else(String::new, |level| level_number(level.get()));
            self.messages
                .path_raise(self.question_text(question), &from, &level_number(to.get()))
        });
        ChangeDescription {
            sentence,
            raises: raises.collect(),
        }
    }

    /// The paths that need the fewest steps, and how many.
    #[must_use]
    pub fn nearest_paths(&self, changes: &[(PathId, SmallestChange)]) -> String {
        let found: Vec<(PathId, usize)> = changes
            .iter()
            .filter_map(|(path, change)| Some((*path, steps(change)?)))
            .collect();
        let Some(fewest) = found.iter().map(|(_, steps)| *steps).min() else {
            return self.messages.change_nearest_none().to_owned();
        };
        let nearest = found.iter().filter(|(_, steps)| *steps == fewest);
        let nearest: Vec<PathId> = nearest.map(|(path, _)| *path).collect();
        let paths = self.path_list(&nearest);
        match nearest.len() {
            1 => self.messages.change_nearest(&paths, fewest),
            _ => self.messages.change_nearest_several(&paths, fewest),
        }
    }
}

fn steps(change: &SmallestChange) -> Option<usize> {
    usize::try_from(change.steps?).ok()
}

/// A level as the pages number it, from 1.
fn level_number(level: u8) -> String {
    level.saturating_add(1).to_string()
}
