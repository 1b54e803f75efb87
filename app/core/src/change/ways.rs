//! Every way to take one step, then every way to take two, and so on.

use super::EXACT_STEPS;
use crate::score::Trial;
use crate::{Level, QuestionIx};

/// Goes through the ways to raise answers: a way is a list of candidates that never goes back in
/// their order, each entry a level up; ways with fewer steps come first.
#[derive(Debug, Clone, Default)]
pub(super) struct Ways {
    /// How many steps the ways at hand have.
    length: usize,
    /// The steps taken now: which candidate, and the trial before it.
    taken: Vec<(usize, usize)>,
}

impl Ways {
    /// Leads the trial along the next way; `false`, and the trial as at first, after the last.
    pub(super) fn next(&mut self, trial: &mut Trial, candidates: &[(QuestionIx, Level)]) -> bool {
        loop {
            let from = match self.taken.pop() {
                Some((last, mark)) => {
                    trial.back_to(mark);
                    last.saturating_add(1)
                }
                None if self.length < EXACT_STEPS => {
                    self.length = self.length.saturating_add(1);
                    0
                }
                None => return false,
            };
            self.fill(trial, candidates, from);
            if self.taken.len() == self.length {
                return true;
            }
        }
    }

    /// Takes steps, with candidates from this one on, until there are enough or none is left.
    fn fill(&mut self, trial: &mut Trial, candidates: &[(QuestionIx, Level)], mut from: usize) {
        while self.taken.len() < self.length {
            let Some(&(question, _)) = candidates.get(from) else {
                return;
            };
            match trial.level(question).and_then(Level::up) {
                Some(level) => {
                    self.taken.push((from, trial.mark()));
                    trial.set(question, level);
                }
                None => from = from.saturating_add(1),
            }
        }
    }
}
