//! Enumerates all combinations of level steps in ascending order of their number.

use super::MAX_EXACT_STEPS;
use crate::score::TrialScore;
use crate::{Level, QuestionIx};

/// An iterator over multisets of candidates; each entry raises its candidate by one level.
#[derive(Debug, Clone, Default)]
pub(super) struct StepCombinations {
    /// The number of steps of the current combinations.
    length: usize,
    /// The steps taken: the candidate, and the checkpoint before the step.
    chosen: Vec<(usize, usize)>,
}

impl StepCombinations {
    /// Advances the trial to the next combination. After the last one it returns `false` and leaves
    /// the trial in its initial state.
    pub(super) fn next(
        &mut self,
        trial: &mut TrialScore,
        candidates: &[(QuestionIx, Level)],
    ) -> bool {
        loop {
            let from = match self.chosen.pop() {
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
            if self.chosen.len() == self.length {
                return true;
            }
        }
    }

    /// Takes steps, beginning with candidate `from`, until the combination is complete or no
    /// candidate is left.
    fn fill(
        &mut self,
        trial: &mut TrialScore,
        candidates: &[(QuestionIx, Level)],
        mut from: usize,
    ) {
        while self.chosen.len() < self.length {
            let Some(&(question, _)) = candidates.get(from) else {
                return;
            };
            match trial.level(question).and_then(Level::next_higher) {
                Some(level) => {
                    self.chosen.push((from, trial.checkpoint()));
                    trial.set_level(question, level);
                }
                None => from = from.saturating_add(1),
            }
        }
    }
}
