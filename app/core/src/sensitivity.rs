//! Which answers the result hangs on: what one level less or more would do (a tornado diagram).

use crate::score::{TrialScore, score};
use crate::{Answers, Level, Model, PathId, QuestionIx, Stance};

/// What becomes of the result with one answer one level lower (first) and higher (second).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sensitivity {
    /// The question.
    pub question: QuestionIx,
    /// How many points the AI content changes by; `None` where it has no value. A step beyond
    /// level 0 or 4 changes nothing.
    pub ai_content: [Option<f64>; 2],
    /// How many points the lead of the recommended path over the runner-up changes by, both held;
    /// `None` where there are not both, or a fit has no value.
    pub margin: [Option<f64>; 2],
    /// The path that is recommended then.
    pub path: [Option<PathId>; 2],
}

impl Sensitivity {
    /// The greatest change of the AI content in either direction, in points.
    #[must_use]
    pub fn max_content_change(&self) -> f64 {
        let [lower, higher] = self.ai_content.map(|change| change.unwrap_or(0.0).abs());
        lower.max(higher)
    }
}

/// Looks at one answer after the other.
#[derive(Debug, Clone)]
pub struct SensitivityRun {
    trial: TrialScore,
    /// The visible, known answers still to be looked at, by id, the last first.
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

/// Looks at every visible, known answer, by id.
#[must_use]
pub fn sensitivity(model: &Model, stance: Stance, answers: &Answers) -> Vec<Sensitivity> {
    SensitivityRun::new(model, stance, answers).finish()
}

impl SensitivityRun {
    /// Prepares for a set of answers.
    #[must_use]
    pub fn new(model: &Model, stance: Stance, answers: &Answers) -> Self {
        use crate::Recommendation::Path;
        let trial = TrialScore::new(model, stance, answers);
        let pair = match score(model, stance, answers).recommendation {
            Path {
                path,
                runner_up: Some(runner_up),
                ..
            } => Some((path, runner_up)),
            _ => None,
        };
        let by_id = model.questions_by_id().iter().rev().copied();
        Self {
            left: by_id.filter(|&ix| trial.level(ix).is_some()).collect(),
            before: Figures::of(&trial, pair),
            trial,
            pair,
            found: Vec::new(),
        }
    }

    /// Looks at the next answer; says whether it was the last.
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

    /// Looks at the rest.
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
