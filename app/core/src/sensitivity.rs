//! Sensitivity of the result to single answers: the effect of one level less or more (the data of a
//! tornado diagram).

use crate::score::TrialScore;
use crate::{Evaluation, Level, PathId, QuestionIx};

/// The effect of lowering (first element) and raising (second element) one answer by one level.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Sensitivity {
    /// The question.
    pub question: QuestionIx,
    /// The change of the AI content in percentage points; `None` if it has no value. A step below
    /// level 0 or above level 4 has no effect.
    pub ai_content: [Option<f64>; 2],
    /// The change of the margin between the recommended path and the runner-up in percentage
    /// points, for the pair recommended before the change; `None` without such a pair or without a
    /// fit value.
    pub margin: [Option<f64>; 2],
    /// The recommended path after the change.
    pub path: [Option<PathId>; 2],
}

impl Sensitivity {
    /// Returns the larger absolute change of the AI content, in percentage points.
    #[must_use]
    pub fn max_content_change(&self) -> f64 {
        let [lower, higher] = self.ai_content.map(|change| change.unwrap_or(0.0).abs());
        lower.max(higher)
    }
}

/// A computation of sensitivities that can be run one answer at a time.
#[derive(Debug, Clone)]
pub struct SensitivityRun {
    trial: TrialScore,
    /// The visible, known answers still to be evaluated, in descending order of their ids.
    left: Vec<QuestionIx>,
    pair: Option<(PathId, PathId)>,
    before: Figures,
    found: Vec<Sensitivity>,
}

#[derive(Debug, Clone, Copy)]
struct Figures {
    ai_content: Option<f64>,
    margin: Option<f64>,
    path: Option<PathId>,
}

impl Evaluation<'_> {
    /// Computes the sensitivity of every visible, known answer, in ascending order of ids.
    ///
    /// ```
    /// # use assay_core::{Answer, Assessment, Depth, Level, Model, Stance};
    /// # let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/models/standard.json"));
    /// # let model = Model::parse(file)?.value;
    /// # let mut assessment = Assessment::new(&model, Stance::Adopt, Depth::Full);
    /// # for question in model.question_ixs() {
    /// #     assessment.answers.set(question, Level::new(2).map(Answer::Level));
    /// # }
    /// let sensitivities = assessment.evaluation(&model).sensitivity();
    /// assert!(sensitivities.iter().any(|one| one.max_content_change() > 0.0));
    /// # Ok::<(), assay_core::Problems>(())
    /// ```
    #[must_use]
    pub fn sensitivity(self) -> Vec<Sensitivity> {
        SensitivityRun::new(self).finish()
    }
}

impl SensitivityRun {
    /// Prepares the computation.
    #[must_use]
    pub fn new(evaluation: Evaluation<'_>) -> Self {
        use crate::Recommendation::Path;
        let trial = TrialScore::new(evaluation);
        let pair = match evaluation.score().recommendation {
            Path {
                path,
                runner_up: Some(runner_up),
                ..
            } => Some((path, runner_up)),
            _ => None,
        };
        let by_id = evaluation.model.questions_by_id().iter().rev().copied();
        Self {
            left: by_id.filter(|&ix| trial.level(ix).is_some()).collect(),
            before: Figures::of(&trial, pair),
            trial,
            pair,
            found: Vec::new(),
        }
    }

    /// Evaluates the next answer. Returns whether all answers have been evaluated.
    pub fn step(&mut self) -> bool {
        if let Some(question) = self.left.pop()
            && let Some(level) = self.trial.level(question)
        {
            let lower = self.with(question, level.next_lower());
            let higher = self.with(question, level.next_higher());
            let before = self.before;
            let changes = |of: fn(&Figures) -> Option<f64>| {
                [&lower, &higher].map(|after| Some(of(after)? - of(&before)?))
            };
            self.found.push(Sensitivity {
                question,
                ai_content: changes(|figures| figures.ai_content),
                margin: changes(|figures| figures.margin),
                path: [lower.path, higher.path],
            });
        }
        self.left.is_empty()
    }

    /// Evaluates the remaining answers and returns all sensitivities.
    #[must_use]
    pub fn finish(mut self) -> Vec<Sensitivity> {
        while !self.step() {}
        self.found
    }

    fn with(&mut self, question: QuestionIx, level: Option<Level>) -> Figures {
        let Some(level) = level else {
            return self.before;
        };
        let mark = self.trial.checkpoint();
        self.trial.set_level(question, level);
        let figures = Figures::of(&self.trial, self.pair);
        self.trial.roll_back_to(mark);
        figures
    }
}

impl Figures {
    fn of(trial: &TrialScore, pair: Option<(PathId, PathId)>) -> Self {
        Self {
            ai_content: trial.ai_content(),
            margin: pair.and_then(|(path, runner_up)| {
                Some(trial.path_state(path).fit? - trial.path_state(runner_up).fit?)
            }),
            path: trial.recommended(),
        }
    }
}
