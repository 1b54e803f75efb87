//! What would change the recommendation: the smallest change for each path.

use assay_core::{Answers, PathId, SmallestChange};

use super::Report;

/// The way to one path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// How many steps it takes, whether fewer would do, or that none was found.
    pub sentence: String,
    /// Which answers to raise, from what to what; empty where no way was found.
    pub raises: Vec<String>,
}

impl Report<'_> {
    /// What would make a path, which is not recommended now, the recommended one.
    #[must_use]
    pub fn way(&self, answers: &Answers, path: PathId, change: &SmallestChange) -> Way {
        let name = self.path(path);
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
                .path_raise(self.question(question), &from, &shown(to.get()))
        });
        Way {
            sentence,
            raises: raises.collect(),
        }
    }

    /// Which path is nearest to being recommended instead, and how near.
    #[must_use]
    pub fn nearest(&self, changes: &[(PathId, SmallestChange)]) -> String {
        let found = changes
            .iter()
            .filter_map(|(path, change)| Some((*path, steps(change)?)));
        match found.min_by_key(|(_, steps)| *steps) {
            Some((path, steps)) => self.words.change_nearest(self.path(path), steps),
            None => self.words.change_nearest_none().to_owned(),
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
