//! Greedy selection of the actions.

use super::progress::count_targets;
use super::{MAX_EFFORT, Roadmap, RoadmapWave};
use crate::score::TrialScore;
use crate::targets::{Gain, RoadmapTargets};
use crate::{Action, ActionIx, Evaluation, Model, PathId, Targets, Wave, near};

/// The number of actions evaluated per step: a fraction of a frame.
const ACTIONS_A_STEP: usize = 64;

/// A roadmap computation that can be run in short steps. All methods must be called with the model
/// that it was created for.
#[derive(Debug, Clone)]
pub struct RoadmapRun {
    trial: TrialScore,
    target: Option<PathId>,
    /// For each action, whether it was selected.
    selected: Vec<bool>,
    /// The value of the objective for the answers raised so far.
    worth: f64,
    effort: u32,
    /// The position of the next action to evaluate, in the order of ids.
    at: usize,
    best: Option<Choice>,
    done: bool,
    waves: Vec<RoadmapWave>,
    targets: RoadmapTargets,
    /// The distance to the targets of the answers raised so far.
    distance: f64,
    towards_targets: Vec<ActionIx>,
}

/// An action with its gain.
#[derive(Debug, Clone, Copy)]
struct Choice {
    action: ActionIx,
    worth: f64,
    distance: f64,
    gain: Gain,
}

impl RoadmapRun {
    /// Prepares the computation without targets.
    #[must_use]
    pub fn new(evaluation: Evaluation<'_>) -> Self {
        Self::towards(evaluation, &Targets::default())
    }

    /// Prepares the computation of a roadmap that aims at targets: each round selects the action that
    /// reduces the distance to them most per effort; if none does, the one with the greatest gain of
    /// the objective per effort.
    #[must_use]
    pub fn towards(evaluation: Evaluation<'_>, targets: &Targets) -> Self {
        let trial = TrialScore::new(evaluation);
        let target = evaluation.score().recommendation.target_path();
        let worth = target.and_then(|path| worth(&trial, path));
        let targets = RoadmapTargets::new(targets, &trial);
        Self {
            distance: targets.distance(&trial),
            targets,
            towards_targets: Vec::new(),
            trial,
            target,
            selected: vec![false; evaluation.model.actions().len()],
            worth: worth.unwrap_or_default(),
            effort: 0,
            at: 0,
            best: None,
            done: worth.is_none(),
            waves: Vec::new(),
        }
    }

    /// Continues the computation. Returns whether it has ended.
    pub fn step(&mut self, model: &Model) -> bool {
        for _ in 0..ACTIONS_A_STEP {
            if self.step_once(model) {
                break;
            }
        }
        self.done
    }

    /// Evaluates the next action, or ends the round. Returns whether the computation has ended.
    fn step_once(&mut self, model: &Model) -> bool {
        if self.done {
            return true;
        }
        match model.actions_by_id().get(self.at).copied() {
            Some(action) => {
                self.at = self.at.saturating_add(1);
                self.evaluate_action(model, action);
            }
            None => self.select_best(model),
        }
        self.done
    }

    /// Runs the computation to its end.
    #[must_use]
    pub fn finish(mut self, model: &Model) -> Roadmap {
        while !self.step(model) {}
        Roadmap {
            target: self.target,
            waves: self.waves,
            towards_targets: self.towards_targets,
            outlooks: self.targets.into_outlooks(),
        }
    }

    /// Computes the first action of the roadmap, which takes one round; `None` if the roadmap has none.
    #[must_use]
    pub fn first_action(mut self, model: &Model) -> Option<ActionIx> {
        while self.waves.is_empty() && !self.step_once(model) {}
        self.waves.first()?.actions.first().copied()
    }

    /// Records an action if its gain per effort is the largest so far.
    fn evaluate_action(&mut self, model: &Model, ix: ActionIx) {
        let action = model.action(ix);
        let ready = |&before: &ActionIx| {
            self.is_selected(before) || reached(&self.trial, model.action(before))
        };
        if self.is_selected(ix) || !action.after.iter().all(ready) {
            return;
        }
        let mark = self.trial.checkpoint();
        let applies = apply(&mut self.trial, action);
        let worth = self.target.and_then(|path| worth(&self.trial, path));
        let distance = self.targets.distance(&self.trial);
        self.trial.roll_back_to(mark);
        let Some(worth) = worth.filter(|_| applies) else {
            return;
        };
        let effort = f64::from(action.effort.cost());
        let gain = Gain {
            towards_targets: (self.distance - distance) / effort,
            objective: (worth - self.worth) / effort,
        };
        let is_better = |best: Choice| gain.is_better_than(best.gain);
        let is_gain = gain.leads_to_target() || near::less_than(self.worth, worth);
        if is_gain && self.best.is_none_or(is_better) {
            self.best = Some(Choice {
                action: ix,
                worth,
                distance,
                gain,
            });
        }
    }

    /// Ends a round by selecting its best action, if it fits the effort limit.
    fn select_best(&mut self, model: &Model) {
        self.at = 0;
        let fitting = self.best.take().and_then(|choice| {
            let cost = model.action(choice.action).effort.cost();
            let effort = self.effort.saturating_add(cost);
            (effort <= MAX_EFFORT).then_some((choice, effort))
        });
        let Some((choice, effort)) = fitting else {
            self.done = true;
            return;
        };
        apply(&mut self.trial, model.action(choice.action));
        if let Some(selected) = self.selected.get_mut(choice.action.index()) {
            *selected = true;
        }
        self.worth = choice.worth;
        self.distance = choice.distance;
        self.effort = effort;
        if choice.gain.leads_to_target() {
            self.towards_targets.push(choice.action);
        }
        self.targets.record(&self.trial, Wave::from_effort(effort));
        self.add_to_wave(choice.action);
    }

    fn add_to_wave(&mut self, action: ActionIx) {
        let wave = Wave::from_effort(self.effort);
        let ai_content_after = self.trial.ai_content().unwrap_or_default();
        match self.waves.last_mut().filter(|last| last.wave == wave) {
            Some(last) => {
                last.actions.push(action);
                last.ai_content_after = ai_content_after;
                last.effort = self.effort;
            }
            None => self.waves.push(RoadmapWave {
                wave,
                actions: vec![action],
                ai_content_after,
                effort: self.effort,
            }),
        }
    }

    fn is_selected(&self, action: ActionIx) -> bool {
        self.selected.get(action.index()).copied() == Some(true)
    }
}

/// Returns the objective: AI content plus fit of the path minus its shortfall, in percentage
/// points.
fn worth(trial: &TrialScore, path: PathId) -> Option<f64> {
    let state = trial.path_state(path);
    Some(trial.ai_content()? + state.fit? - 100.0 * state.shortfall)
}

/// Raises every answer to which an action applies. Returns whether there is one.
fn apply(trial: &mut TrialScore, action: &Action) -> bool {
    // The raises are selected before any is applied.
    let raises: Vec<_> = action
        .raises
        .iter()
        .filter(|raise| {
            trial
                .level(raise.question)
                .is_some_and(|level| level >= raise.from && level < raise.to)
        })
        .collect();
    for raise in &raises {
        trial.set_level(raise.question, raise.to);
    }
    !raises.is_empty()
}

/// Returns whether all visible, applicable questions of an action have at least its target levels.
fn reached(trial: &TrialScore, action: &Action) -> bool {
    let (reached, of) = count_targets(trial, action);
    reached == of
}
