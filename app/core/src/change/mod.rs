//! The smallest change that would make a path the recommended one.
//!
//! Only visible, known answers are raised. Up to [`MAX_EXACT_STEPS`] steps in all the answer is found
//! by trying every way, fewest steps first, while at most [`MAX_EXACT_QUESTIONS`] questions matter;
//! beyond that by going, step by step, where the path gains most, and labelled so.

mod equivalence;
mod greedy;
mod step_combinations;

use crate::score::TrialScore;
use crate::{Answers, Level, Model, PathId, QuestionIx, Stance};
use equivalence::group_equivalent;
use greedy::Greedy;
use step_combinations::StepCombinations;

/// So many steps are searched in full.
pub const MAX_EXACT_STEPS: usize = 4;

/// The search is full while at most so many questions matter for the path: those of its criteria,
/// and all that are conditions in the model.
pub const MAX_EXACT_QUESTIONS: usize = 60;

/// How many ways are tried in one step of a search: a small part of a frame.
const WAYS_A_STEP: usize = 256;

/// What would make a path the recommended one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmallestChange {
    /// Level steps in all; 0 for the path recommended already, `None` if no way was found.
    pub steps: Option<u32>,
    /// Whether the steps were found by a search in full: fewer cannot do.
    pub exact: bool,
    /// So many steps, or fewer, cannot do: every way to take them was tried.
    pub ruled_out: u32,
    /// The answers to raise, and to what, by id.
    pub raise: Vec<(QuestionIx, Level)>,
}

/// A search for the smallest change, in steps short enough for a page to breathe between them.
#[derive(Debug, Clone)]
pub struct ChangeSearch {
    path: PathId,
    trial: TrialScore,
    /// Answers that can be raised, by id.
    candidates: Vec<(QuestionIx, Level)>,
    /// For each candidate, the first one whose steps do the same.
    alike: Vec<usize>,
    /// So many steps, or fewer, cannot do.
    ruled_out: u32,
    stage: Stage,
}

#[derive(Debug, Clone)]
enum Stage {
    Exact(StepCombinations),
    Greedy(Greedy),
    Done(SmallestChange),
}

/// Searches to the end.
#[must_use]
pub fn smallest_change(
    model: &Model,
    stance: Stance,
    answers: &Answers,
    path: PathId,
) -> SmallestChange {
    ChangeSearch::new(model, stance, answers, path).finish()
}

impl ChangeSearch {
    /// Prepares the search for one path.
    #[must_use]
    pub fn new(model: &Model, stance: Stance, answers: &Answers, path: PathId) -> Self {
        let trial = TrialScore::new(model, stance, answers);
        let matter = that_matter(model, stance, path);
        let stage = if trial.recommended() == Some(path) {
            Stage::Done(SmallestChange::exact(0, Vec::new()))
        } else if matter.len() <= MAX_EXACT_QUESTIONS {
            Stage::Exact(StepCombinations::default())
        } else {
            Stage::Greedy(Greedy::default())
        };
        let candidates: Vec<_> = matter
            .into_iter()
            .filter_map(|question| Some((question, trial.level(question)?)))
            .filter(|(_, level)| *level < Level::HIGHEST)
            .collect();
        Self {
            path,
            trial,
            alike: group_equivalent(model, &candidates),
            candidates,
            ruled_out: 0,
            stage,
        }
    }

    /// Searches on for a moment; says whether it is over.
    pub fn step(&mut self) -> bool {
        match &mut self.stage {
            Stage::Exact(ways) => {
                for _ in 0..WAYS_A_STEP {
                    if !ways.next(&mut self.trial, &self.candidates) {
                        self.ruled_out = MAX_EXACT_STEPS as u32;
                        self.stage = Stage::Greedy(Greedy::default());
                        break;
                    }
                    if self.trial.recommended() == Some(self.path) {
                        let found = SmallestChange::exact(self.steps_taken(), self.raised());
                        self.stage = Stage::Done(found);
                        break;
                    }
                }
                false
            }
            Stage::Greedy(greedy) => {
                if let Some(found) =
                    greedy.step(&mut self.trial, self.path, &self.candidates, &self.alike)
                {
                    let steps = found.then(|| self.steps_taken());
                    self.stage = Stage::Done(SmallestChange {
                        steps,
                        exact: false,
                        ruled_out: self.ruled_out,
                        raise: steps.map(|_| self.raised()).unwrap_or_default(),
                    });
                }
                false
            }
            Stage::Done(_) => true,
        }
    }

    /// Searches to the end.
    #[must_use]
    pub fn finish(mut self) -> SmallestChange {
        while !self.step() {}
        match self.stage {
            Stage::Done(found) => found,
            Stage::Exact(_) | Stage::Greedy(_) => SmallestChange {
                steps: None,
                exact: false,
                ruled_out: self.ruled_out,
                raise: Vec::new(),
            },
        }
    }

    fn raised(&self) -> Vec<(QuestionIx, Level)> {
        self.candidates
            .iter()
            .filter_map(|&(question, before)| {
                let level = self.trial.level(question)?;
                (level > before).then_some((question, level))
            })
            .collect()
    }

    fn steps_taken(&self) -> u32 {
        self.candidates
            .iter()
            .filter_map(|&(question, before)| {
                let level = self.trial.level(question)?;
                Some(u32::from(level.get().saturating_sub(before.get())))
            })
            .sum()
    }
}

impl SmallestChange {
    fn exact(steps: u32, raise: Vec<(QuestionIx, Level)>) -> Self {
        Self {
            steps: Some(steps),
            exact: true,
            ruled_out: steps.saturating_sub(1),
            raise,
        }
    }

    /// Whether fewer steps cannot do, however they were found.
    #[must_use]
    pub fn is_smallest(&self) -> bool {
        self.steps
            .is_some_and(|steps| steps <= self.ruled_out.saturating_add(1))
    }
}

/// The questions of a path's criteria, and all that are conditions, by id.
fn that_matter(model: &Model, stance: Stance, path: PathId) -> Vec<QuestionIx> {
    let mut matters = vec![false; model.questions().len()];
    let criteria = model.path(stance, path).iter();
    let terms = criteria.flat_map(|term| &model.criterion(term.criterion).terms);
    let conditions = model.questions().iter().filter_map(|q| q.visible_if);
    let questions = terms
        .map(|&(question, _)| question)
        .chain(conditions.map(|condition| condition.question));
    for question in questions {
        if let Some(slot) = matters.get_mut(question.index()) {
            *slot = true;
        }
    }
    let by_id = model.questions_by_id().iter().copied();
    by_id
        .filter(|question| matters.get(question.index()).copied() == Some(true))
        .collect()
}
