//! Every way to take one step, then every way to take two, and so on.

use super::MAX_EXACT_STEPS;
use crate::score::TrialScore;
use crate::{Level, QuestionIx};

/// Goes through the ways to raise answers: a way is a list of candidates that never goes back in
/// their order, each entry a level up; ways with fewer steps come first.
#[derive(Debug, Clone, Default)]
pub(super) struct StepCombinations {
    /// How many steps the ways at hand have.
    length: usize,
    /// The steps taken now: which candidate, and the trial before it.
    taken: Vec<(usize, usize)>,
}

impl StepCombinations {
    /// Leads the trial along the next way; `false`, and the trial as at first, after the last.
    pub(super) fn next(
        &mut self,
        trial: &mut TrialScore,
        candidates: &[(QuestionIx, Level)],
    ) -> bool {
        loop {
            let from = match self.taken.pop() {
                Some((last, mark)) => {
                    trial.roll_back_to(mark);
                    last.saturating_add(1)
                }
                None if self.length < MAX_EXACT_STEPS => {
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
    fn fill(
        &mut self,
        trial: &mut TrialScore,
        candidates: &[(QuestionIx, Level)],
        mut from: usize,
    ) {
        while self.taken.len() < self.length {
            let Some(&(question, _)) = candidates.get(from) else {
                return;
            };
            match trial.level(question).and_then(Level::next_higher) {
                Some(level) => {
                    self.taken.push((from, trial.checkpoint()));
                    trial.set_level(question, level);
                }
                None => from = from.saturating_add(1),
            }
        }
    }
}
