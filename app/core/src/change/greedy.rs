//! Step by step, where the path gains most.

use super::WAYS_A_STEP;
use crate::score::{Stand, Standing, Trial};
use crate::{Level, PathId, QuestionIx, near};

/// A way that takes the best single step again and again, then takes back what it did not need.
#[derive(Debug, Clone, Default)]
pub(super) struct Greedy {
    /// The candidate to be tried next.
    at: usize,
    /// The best step of this round so far, and how the path stands after it.
    best: Option<(QuestionIx, Level, Goal)>,
}

/// How far a path is from being recommended; steps lead to better ones.
#[derive(Debug, Clone, Copy)]
struct Goal {
    standing: Standing,
    shortfall: f64,
    /// Its lead over the best of the others, in points.
    lead: f64,
}

impl Greedy {
    /// Goes on for a moment: whether the path is recommended now, once that is certain.
    pub(super) fn step(
        &mut self,
        trial: &mut Trial,
        path: PathId,
        candidates: &[(QuestionIx, Level)],
    ) -> Option<bool> {
        let mark = trial.mark();
        for _ in 0..WAYS_A_STEP {
            let Some(&(question, _)) = candidates.get(self.at) else {
                return self.take(trial, path, candidates);
            };
            self.at = self.at.saturating_add(1);
            let Some(level) = trial.level(question).and_then(Level::up) else {
                continue;
            };
            let now = Goal::of(trial, path);
            trial.set(question, level);
            let goal = Goal::of(trial, path);
            trial.back_to(mark);
            if goal.beats(&self.best.map_or(now, |(_, _, best)| best)) {
                self.best = Some((question, level, goal));
            }
        }
        None
    }

    /// Ends a round with its best step.
    fn take(
        &mut self,
        trial: &mut Trial,
        path: PathId,
        candidates: &[(QuestionIx, Level)],
    ) -> Option<bool> {
        self.at = 0;
        let Some((question, level, _)) = self.best.take() else {
            return Some(false);
        };
        trial.set(question, level);
        if trial.recommended() != Some(path) {
            return None;
        }
        for &(question, before) in candidates {
            take_back(trial, path, question, before);
        }
        Some(true)
    }
}

/// Lowers an answer towards what it was as far as the path stays recommended.
fn take_back(trial: &mut Trial, path: PathId, question: QuestionIx, before: Level) {
    while let Some(lower) = trial.level(question).and_then(Level::down) {
        if lower < before {
            return;
        }
        let mark = trial.mark();
        trial.set(question, lower);
        if trial.recommended() != Some(path) {
            trial.back_to(mark);
            return;
        }
    }
}

impl Goal {
    fn of(trial: &Trial, path: PathId) -> Self {
        let stands = trial.stands();
        let fit = |stand: &Stand| stand.fit.unwrap_or_default();
        let rival = PathId::ALL
            .iter()
            .zip(&stands)
            .filter(|(id, stand)| **id != path && stand.standing.is_possible())
            .map(|(_, stand)| fit(stand))
            .fold(0.0, f64::max);
        let own = trial.stand(path);
        Self {
            standing: own.standing,
            shortfall: own.shortfall,
            lead: fit(&own) - rival,
        }
    }

    fn beats(&self, other: &Self) -> bool {
        if self.standing != other.standing {
            return self.standing < other.standing;
        }
        if !near::equal(self.shortfall, other.shortfall) {
            return self.shortfall < other.shortfall;
        }
        near::below(other.lead, self.lead)
    }
}
