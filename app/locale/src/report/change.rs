//! The smallest change that makes each path recommended.

use assay_core::{Level, PathId, QuestionIx, SmallestChange};

use super::Report;

/// The smallest change towards a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeDescription {
    /// Number of steps and whether it is the smallest, or that none was found.
    pub sentence: String,
    /// Answers to raise, with the level to reach; empty if none was found.
    pub raises: Vec<String>,
}

impl Report<'_> {
    /// Describes what makes a path recommended that is not recommended now.
    #[must_use]
    pub fn describe_change(&self, path: PathId, change: &SmallestChange) -> ChangeDescription {
        let name = self.path_name(path);
        let sentence = match steps(change) {
            None => self.messages.change_none(name),
            Some(steps) if change.is_smallest() => self.messages.change_exact(name, steps),
            Some(steps) => self.messages.change_greedy(name, steps),
        };
        let raises = change
            .raise
            .iter()
            .map(|&(question, to)| self.raise(question, to));
        ChangeDescription {
            sentence,
            raises: raises.collect(),
        }
    }

    /// An answer to raise, as the level to reach.
    pub(super) fn raise(&self, question: QuestionIx, to: Level) -> String {
        let text = self.texts.question(question);
        let goal = text.levels.get(usize::from(to.get()));
        let goal = goal.map(String::as_str).unwrap_or_default();
        self.messages.path_raise(goal, &text.text)
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
