//! Choosing the actions, one after the other.

use super::{MAX_EFFORT, Roadmap, RoadmapWave};
use crate::score::{QuestionState, TrialScore, score};
use crate::{Action, ActionIx, Answers, Model, PathId, Stance, Wave, near};

/// How many actions are weighed in one step: a small part of a frame.
const ACTIONS_A_STEP: usize = 64;

/// A roadmap in the making. Always used with the model it was made for.
#[derive(Debug, Clone)]
pub struct RoadmapRun {
    trial: TrialScore,
    aim: Option<PathId>,
    /// By action: whether it was taken.
    taken: Vec<bool>,
    /// The worth of the answers as raised so far.
    worth: f64,
    effort: u32,
    /// The action to be weighed next, in the order by id.
    at: usize,
    best: Option<Choice>,
    done: bool,
    waves: Vec<RoadmapWave>,
}

/// An action with what it adds.
#[derive(Debug, Clone, Copy)]
struct Choice {
    action: ActionIx,
    worth: f64,
    per_effort: f64,
}

impl RoadmapRun {
    /// Prepares for a set of answers.
    #[must_use]
    pub fn new(model: &Model, stance: Stance, answers: &Answers) -> Self {
        let trial = TrialScore::new(model, stance, answers);
        let aim = score(model, stance, answers).recommendation.target_path();
        let worth = aim.and_then(|path| worth(&trial, path));
        Self {
            trial,
            aim,
            taken: vec![false; model.actions().len()],
            worth: worth.unwrap_or_default(),
            effort: 0,
            at: 0,
            best: None,
            done: worth.is_none(),
            waves: Vec::new(),
        }
    }

    /// Plans on for a moment; says whether the plan is made.
    pub fn step(&mut self, model: &Model) -> bool {
        for _ in 0..ACTIONS_A_STEP {
            if self.done {
                break;
            }
            match model.actions_by_id().get(self.at).copied() {
                Some(action) => {
                    self.at = self.at.saturating_add(1);
                    self.weigh(model, action);
                }
                None => self.take(model),
            }
        }
        self.done
    }

    /// Plans to the end.
    #[must_use]
    pub fn finish(mut self, model: &Model) -> Roadmap {
        while !self.step(model) {}
        Roadmap {
            target: self.aim,
            waves: self.waves,
        }
    }

    /// Keeps an action if it adds more per effort than the best so far.
    fn weigh(&mut self, model: &Model, ix: ActionIx) {
        let action = model.action(ix);
        let ready = |&before: &ActionIx| {
            self.is_taken(before) || reached(&self.trial, model.action(before))
        };
        if self.is_taken(ix) || !action.after.iter().all(ready) {
            return;
        }
        let mark = self.trial.checkpoint();
        let applies = apply(&mut self.trial, action);
        let worth = self.aim.and_then(|path| worth(&self.trial, path));
        self.trial.roll_back_to(mark);
        let Some(worth) = worth.filter(|&worth| applies && near::less_than(self.worth, worth))
        else {
            return;
        };
        let per_effort = (worth - self.worth) / f64::from(action.effort.cost());
        if self
            .best
            .is_none_or(|best| near::less_than(best.per_effort, per_effort))
        {
            self.best = Some(Choice {
                action: ix,
                worth,
                per_effort,
            });
        }
    }

    /// Ends a round with its best action, if it fits.
    fn take(&mut self, model: &Model) {
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
        if let Some(taken) = self.taken.get_mut(choice.action.index()) {
            *taken = true;
        }
        self.worth = choice.worth;
        self.effort = effort;
        self.note(choice.action);
    }

    fn note(&mut self, action: ActionIx) {
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

    fn is_taken(&self, action: ActionIx) -> bool {
        self.taken.get(action.index()).copied() == Some(true)
    }
}

/// AI content and fit of the path, less what it lacks to its thresholds, in points.
fn worth(trial: &TrialScore, path: PathId) -> Option<f64> {
    let stand = trial.path_state(path);
    Some(trial.ai_content()? + stand.fit? - 100.0 * stand.shortfall)
}

/// Raises every answer that an action applies to; says whether there is one.
fn apply(trial: &mut TrialScore, action: &Action) -> bool {
    // Whether an answer is there to be raised is looked at before any is raised.
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

/// Whether all its visible questions that apply are where it would bring them, or above.
fn reached(trial: &TrialScore, action: &Action) -> bool {
    action
        .raises
        .iter()
        .all(|raise| match trial.state(raise.question) {
            QuestionState::Known(level) => level >= raise.to,
            QuestionState::Open => false,
            QuestionState::NotApplicable | QuestionState::Hidden => true,
        })
}
