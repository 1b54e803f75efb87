//! Greedy search: one step at a time, each the one that improves the path most.

use super::WAYS_A_STEP;
use crate::score::{PathState, PathStatus, TrialScore, rank_paths};
use crate::{Level, PathId, QuestionIx, near};

/// A greedy search, followed by the removal of unnecessary steps.
#[derive(Debug, Clone, Default)]
pub(super) struct Greedy {
    /// The position of the candidate to try next.
    at: usize,
    /// For each position, whether an equivalent answer was tried in this round.
    tried: Vec<bool>,
    /// The figures of the path before this round, once computed.
    now: Option<Goal>,
    /// The best step of this round so far, and the figures after it.
    best: Option<(QuestionIx, Level, Goal)>,
    /// A step that improves the rank of the path without a larger lead. If rivals rise together
    /// with the path, no step increases the lead, although some make it the first.
    aside: Option<(QuestionIx, Level)>,
}

/// The distance of a path from being recommended.
#[derive(Debug, Clone, Copy)]
struct Goal {
    status: PathStatus,
    shortfall: f64,
    /// The lead over the best of the other paths, in percentage points.
    lead: f64,
    /// The number of paths with a better rank.
    before: usize,
}

impl Greedy {
    /// Continues the search. Returns whether the path is recommended, once that is known. Of
    /// equivalent answers, one is tried per round.
    pub(super) fn step(
        &mut self,
        trial: &mut TrialScore,
        path: PathId,
        candidates: &[(QuestionIx, Level)],
        alike: &[usize],
    ) -> Option<bool> {
        for _ in 0..WAYS_A_STEP {
            let Some((&(question, _), like)) = candidates.get(self.at).zip(alike.get(self.at))
            else {
                return self.end_round(trial, path, candidates);
            };
            self.at = self.at.saturating_add(1);
            if let Some(level) = trial.level(question).and_then(Level::next_higher)
                && self.is_new(*like, alike.len())
            {
                self.try_step(trial, path, question, level);
            }
        }
        None
    }

    /// Returns whether no equivalent answer was tried in this round.
    fn is_new(&mut self, like: usize, count: usize) -> bool {
        self.tried.resize(count, false);
        let tried = self.tried.get_mut(like);
        tried.is_some_and(|tried| !std::mem::replace(tried, true))
    }

    /// Tries a step and records it if it is the best so far.
    fn try_step(
        &mut self,
        trial: &mut TrialScore,
        path: PathId,
        question: QuestionIx,
        level: Level,
    ) {
        let now = *self.now.get_or_insert_with(|| Goal::of(trial, path));
        let mark = trial.checkpoint();
        trial.set_level(question, level);
        let goal = Goal::of(trial, path);
        trial.roll_back_to(mark);
        if goal.beats(&self.best.map_or(now, |(_, _, best)| best)) {
            self.best = Some((question, level, goal));
        } else if self.best.is_none() && self.aside.is_none() && goal.passes(&now) {
            self.aside = Some((question, level));
        }
    }

    /// Ends a round by taking its best step.
    fn end_round(
        &mut self,
        trial: &mut TrialScore,
        path: PathId,
        candidates: &[(QuestionIx, Level)],
    ) -> Option<bool> {
        let round = std::mem::take(self);
        let best = round.best.map(|(question, level, _)| (question, level));
        let Some((question, level)) = best.or(round.aside) else {
            return Some(false);
        };
        trial.set_level(question, level);
        if trial.recommended() != Some(path) {
            return None;
        }
        for &(question, before) in candidates {
            lower_while_recommended(trial, path, question, before);
        }
        Some(true)
    }
}

/// Lowers an answer towards its original level as long as the path stays recommended.
fn lower_while_recommended(
    trial: &mut TrialScore,
    path: PathId,
    question: QuestionIx,
    before: Level,
) {
    while let Some(lower) = trial.level(question).and_then(Level::next_lower) {
        if lower < before {
            return;
        }
        let mark = trial.checkpoint();
        trial.set_level(question, lower);
        if trial.recommended() != Some(path) {
            trial.roll_back_to(mark);
            return;
        }
    }
}

impl Goal {
    fn of(trial: &TrialScore, path: PathId) -> Self {
        let states = trial.path_states();
        let fit = |state: &PathState| state.fit.unwrap_or_default();
        let rival = PathId::ALL
            .iter()
            .zip(&states)
            .filter(|(id, state)| **id != path && state.status.is_recommendable())
            .map(|(_, state)| fit(state))
            .fold(0.0, f64::max);
        let own = path.select(&states);
        let order = rank_paths(states.map(PathState::ranking_key)).into_iter();
        Self {
            status: own.status,
            shortfall: own.shortfall,
            lead: fit(own) - rival,
            before: order.take_while(|id| *id != path).count(),
        }
    }

    fn beats(&self, other: &Self) -> bool {
        if self.status != other.status {
            return self.status < other.status;
        }
        if !near::equal(self.shortfall, other.shortfall) {
            return self.shortfall < other.shortfall;
        }
        near::less_than(other.lead, self.lead)
    }

    /// Returns whether the rank is better with equal figures.
    fn passes(&self, other: &Self) -> bool {
        self.before < other.before && !other.beats(self)
    }
}
