//! What would change the recommendation: the smallest change for each path.

use assay_core::{Answers, PathId, SmallestChange};

use super::Report;

/// The way to one path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeDescription {
    /// How many steps it takes, whether fewer would do, or that none was found.
    pub sentence: String,
    /// Which answers to raise, from what to what; empty where no way was found.
    pub raises: Vec<String>,
}

impl Report<'_> {
    /// What would make a path, which is not recommended now, the recommended one.
    #[must_use]
    pub fn describe_change(
        &self,
        answers: &Answers,
        path: PathId,
        change: &SmallestChange,
    ) -> ChangeDescription {
        let name = self.path_name(path);
        let sentence = match steps(change) {
            None => self.words.change_none(name),
            Some(steps) if change.is_smallest() => self.words.change_exact(name, steps),
            Some(steps) if change.ruled_out > 0 => {
                let (steps, tried) = (steps.to_string(), change.ruled_out.to_string());
                self.words.change_beyond(name, &steps, &tried)
            }
            Some(steps) => self.words.change_greedy(name, steps),
        };
        let raises = change.raise.iter().map(|&(question, to)| {
            let from = answers
                .level(question)
                .map_or_else(String::new, |level| shown(level.get()));
            self.words
                .path_raise(self.question_text(question), &from, &shown(to.get()))
        });
        ChangeDescription {
            sentence,
            raises: raises.collect(),
        }
    }

    /// Which paths are nearest to being recommended instead, and how near.
    #[must_use]
    pub fn nearest_paths(&self, changes: &[(PathId, SmallestChange)]) -> String {
        let found: Vec<(PathId, usize)> = changes
            .iter()
            .filter_map(|(path, change)| Some((*path, steps(change)?)))
            .collect();
        let Some(fewest) = found.iter().map(|(_, steps)| *steps).min() else {
            return self.words.change_nearest_none().to_owned();
        };
        let nearest = found.iter().filter(|(_, steps)| *steps == fewest);
        let nearest: Vec<PathId> = nearest.map(|(path, _)| *path).collect();
        let paths = self.path_list(&nearest);
        match nearest.len() {
            1 => self.words.change_nearest(&paths, fewest),
            _ => self.words.change_nearest_several(&paths, fewest),
        }
    }
}

fn steps(change: &SmallestChange) -> Option<usize> {
    usize::try_from(change.steps?).ok()
}

/// A level as the pages count them, from 1.
fn shown(level: u8) -> String {
    level.saturating_add(1).to_string()
}
