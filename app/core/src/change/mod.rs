//! The smallest change of answers that would make a path the recommended one.
//!
//! Only visible, known answers are raised. Up to [`MAX_EXACT_STEPS`] level steps, all combinations
//! are tried in ascending order of their number, if at most [`MAX_EXACT_QUESTIONS`] questions are
//! relevant. Otherwise a greedy search is used, and the result is marked as not exact.

mod equivalence;
mod greedy;
mod step_combinations;

use crate::score::TrialScore;
use crate::{Evaluation, Level, Model, PathId, QuestionIx, Stance};
use equivalence::group_equivalent;
use greedy::Greedy;
use step_combinations::StepCombinations;

/// The maximum number of steps of the exhaustive search.
pub const MAX_EXACT_STEPS: usize = 4;

/// The maximum number of relevant questions for the exhaustive search: those of the criteria of the
/// path, and those in conditions.
pub const MAX_EXACT_QUESTIONS: usize = 60;

/// The number of combinations tried per step of a search: a fraction of a frame.
const WAYS_A_STEP: usize = 256;

/// The smallest change that makes a path the recommended one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SmallestChange {
    /// The number of level steps; 0 if the path is recommended already, `None` if no change was
    /// found.
    pub steps: Option<u32>,
    /// Whether the change was found by the exhaustive search, and so is the smallest.
    pub exact: bool,
    /// The largest number of steps proven to be insufficient by exhaustive search.
    pub ruled_out: u32,
    /// The questions to raise with their new levels, in the order of ids.
    pub raise: Vec<(QuestionIx, Level)>,
}

/// A search for the smallest change that can be run in short steps.
#[derive(Debug, Clone)]
pub struct ChangeSearch {
    path: PathId,
    trial: TrialScore,
    /// Answers that can be raised, in the order of ids.
    candidates: Vec<(QuestionIx, Level)>,
    /// For each candidate, the position of the first equivalent one.
    alike: Vec<usize>,
    /// The largest number of steps proven to be insufficient.
    ruled_out: u32,
    stage: Stage,
}

#[derive(Debug, Clone)]
enum Stage {
    Exact(StepCombinations),
    Greedy(Greedy),
    Done(SmallestChange),
}

impl Evaluation<'_> {
    /// Finds the smallest change that makes a path the recommended one.
    ///
    /// ```
    /// # use assay_core::{Answer, Assessment, Depth, Level, Model, Stance};
    /// # let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/models/standard.json"));
    /// # let model = Model::parse(file)?.value;
    /// # let mut assessment = Assessment::new(&model, Stance::Adopt, Depth::Full);
    /// # for question in model.question_ixs() {
    /// #     assessment.answers.set(question, Level::new(2).map(Answer::Level));
    /// # }
    /// let evaluation = assessment.evaluation(&model);
    /// let recommended = evaluation.score().recommendation.path().expect("all is answered");
    /// assert_eq!(evaluation.smallest_change(recommended).steps, Some(0));
    /// # Ok::<(), assay_core::Problems>(())
    /// ```
    #[must_use]
    pub fn smallest_change(self, path: PathId) -> SmallestChange {
        ChangeSearch::new(self, path).finish()
    }
}

impl ChangeSearch {
    /// Prepares the search for one path.
    #[must_use]
    pub fn new(evaluation: Evaluation<'_>, path: PathId) -> Self {
        let Evaluation { model, stance, .. } = evaluation;
        let trial = TrialScore::new(evaluation);
        let matter = relevant_questions(model, stance, path);
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

    /// Continues the search. Returns whether it has ended.
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

    /// Runs the search to its end.
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

    /// Returns whether fewer steps are proven to be insufficient.
    #[must_use]
    pub fn is_smallest(&self) -> bool {
        self.steps
            .is_some_and(|steps| steps <= self.ruled_out.saturating_add(1))
    }
}

/// Returns the questions of the criteria of a path, and all questions in conditions, in the order
/// of ids.
fn relevant_questions(model: &Model, stance: Stance, path: PathId) -> Vec<QuestionIx> {
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
