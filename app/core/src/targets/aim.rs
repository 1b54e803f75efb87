//! How far trial answers are from the targets, for the roadmap.

use super::{TargetState, Targets};
use crate::score::TrialScore;
use crate::{Level, QuestionIx, SectionIx, Wave, near};

/// Percentage points that a level of a question counts in the distance: level 4 is 100.
const POINTS_PER_LEVEL: f64 = 25.0;

/// A target of a section or of a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Aim {
    /// The score of a section, in percent.
    Section(SectionIx, f64),
    /// The level of a question.
    Question(QuestionIx, Level),
}

/// What becomes of a target with the actions of a roadmap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TargetOutcome {
    /// It is reached without an action.
    Reached,
    /// It is reached with the actions up to those of this wave.
    ReachedIn(Wave),
    /// The actions do not reach it; the state after them.
    NotReached(TargetState),
}

/// A target with what becomes of it.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct TargetOutlook {
    /// The target.
    pub aim: Aim,
    /// What becomes of it.
    pub outcome: TargetOutcome,
}

/// The targets of a roadmap, each with the wave in which it is reached.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct RoadmapTargets(Vec<TargetOutlook>);

impl RoadmapTargets {
    pub(crate) fn new(targets: &Targets, trial: &TrialScore) -> Self {
        let sections = targets.sections.iter();
        let sections = sections.map(|(&section, it)| Aim::Section(section, it.score.percent()));
        let questions = targets.questions.iter();
        let questions = questions.map(|(&question, it)| Aim::Question(question, it.level));
        let outlooks = sections.chain(questions).map(|aim| TargetOutlook {
            aim,
            outcome: match state(aim, trial) {
                TargetState::Reached => TargetOutcome::Reached,
                other => TargetOutcome::NotReached(other),
            },
        });
        Self(outlooks.collect())
    }

    /// Returns the sum of what is missing to the targets, in percentage points. A target without a
    /// present value is not counted.
    pub(crate) fn distance(&self, trial: &TrialScore) -> f64 {
        let distances = self.0.iter().map(|outlook| {
            let gap = state(outlook.aim, trial).gap().unwrap_or_default();
            match outlook.aim {
                Aim::Section(..) => gap,
                Aim::Question(..) => gap * POINTS_PER_LEVEL,
            }
        });
        distances.sum()
    }

    /// Records which targets are reached after an action of a wave.
    pub(crate) fn record(&mut self, trial: &TrialScore, wave: Wave) {
        for outlook in &mut self.0 {
            if !matches!(outlook.outcome, TargetOutcome::NotReached(_)) {
                continue;
            }
            outlook.outcome = match state(outlook.aim, trial) {
                TargetState::Reached => TargetOutcome::ReachedIn(wave),
                other => TargetOutcome::NotReached(other),
            };
        }
    }

    /// Returns the targets with what becomes of them.
    pub(crate) fn into_outlooks(self) -> Vec<TargetOutlook> {
        self.0
    }
}

fn state(aim: Aim, trial: &TrialScore) -> TargetState {
    match aim {
        Aim::Section(section, percent) => TargetState::of(percent, trial.section(section)),
        Aim::Question(question, level) => {
            let present = trial.level(question).map(|level| f64::from(level.get()));
            TargetState::of(f64::from(level.get()), present)
        }
    }
}

/// The gain of an action, by which a roadmap chooses: first what it brings the targets nearer per
/// effort, then the gain of the objective per effort.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Gain {
    /// Percentage points of distance to the targets per effort; 0 without targets.
    pub(crate) towards_targets: f64,
    /// Percentage points of the objective per effort.
    pub(crate) objective: f64,
}

impl Gain {
    /// Returns whether the action brings a target nearer.
    pub(crate) fn leads_to_target(self) -> bool {
        near::less_than(0.0, self.towards_targets)
    }

    /// Returns whether this gain is preferred to another one.
    pub(crate) fn is_better_than(self, other: Self) -> bool {
        near::less_than(other.towards_targets, self.towards_targets)
            || near::equal(other.towards_targets, self.towards_targets)
                && near::less_than(other.objective, self.objective)
    }
}
