//! Which actions of an earlier roadmap are reached.

use super::Roadmap;
use crate::score::{QuestionState, TrialScore};
use crate::{Action, ActionIx, Evaluation, Wave};

/// An action of an earlier roadmap with the target levels that a later measurement has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ActionProgress {
    /// The action.
    pub action: ActionIx,
    /// Its wave in the earlier roadmap.
    pub wave: Wave,
    /// The number of target levels that hold.
    pub reached: usize,
    /// The number of target levels that count: those of visible, applicable questions.
    pub of: usize,
}

impl ActionProgress {
    /// Returns whether all target levels hold. An action without a target level that counts is not
    /// reached: it does not apply.
    #[must_use]
    pub fn is_reached(&self) -> bool {
        self.of > 0 && self.reached == self.of
    }
}

impl Roadmap {
    /// Returns how far each action of this roadmap is reached in a later measurement with the same
    /// model, in the order of the roadmap.
    #[must_use]
    pub fn progress(&self, later: Evaluation<'_>) -> Vec<ActionProgress> {
        let trial = TrialScore::new(later);
        let actions = self.waves.iter().flat_map(|wave| {
            let actions = wave.actions.iter();
            actions.map(|&action| (wave.wave, action))
        });
        let progress = actions.map(|(wave, action)| {
            let (reached, of) = count_targets(&trial, later.model.action(action));
            ActionProgress {
                action,
                wave,
                reached,
                of,
            }
        });
        progress.collect()
    }
}

/// Returns how many target levels of an action hold, and how many count: those of visible,
/// applicable questions. An open answer holds no target level.
pub(super) fn count_targets(trial: &TrialScore, action: &Action) -> (usize, usize) {
    let holds = action
        .raises
        .iter()
        .filter_map(|raise| match trial.state(raise.question) {
            QuestionState::Known(level) => Some(level >= raise.to),
            QuestionState::Open => Some(false),
            QuestionState::NotApplicable | QuestionState::Hidden => None,
        });
    let (reached, missed): (Vec<bool>, Vec<bool>) = holds.partition(|holds| *holds);
    (reached.len(), reached.len().saturating_add(missed.len()))
}
