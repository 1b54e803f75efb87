//! The result file: all computed figures under stable names.
//!
//! A [`ResultCalculator`] creates a [`ResultFile`] from answers; the file serializes itself.

mod build;
mod entries;
mod file;
mod targets;

pub use entries::Entries;
pub use file::{
    AiContentPart, AnsweredPart, AskPart, ChangePart, Figure, LiftPart, ModelName, PathPart,
    RecommendationPart, ResultFile, SensitivityPart, WavePart,
};
pub use targets::{OutlookPart, QuestionTargetPart, SectionTargetPart, TargetsPart};

use crate::{Answers, Certainty, Evaluation, Model, Scorer, Simulation, Stance, Targets};

/// The format of result files.
pub const FORMAT: &str = "assay.result/1";

/// The maximum number of questions to ask next in a result.
pub const MAX_ASK_NEXT: usize = 10;

/// The content of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Extent {
    /// The figures without plans.
    #[default]
    Plain,
    /// Also the questions to ask next, the smallest changes, the sensitivities and the roadmap.
    Full,
}

/// A model prepared for both stances, to compute many results.
#[derive(Debug, Clone)]
pub struct ResultCalculator<'m> {
    model: &'m Model,
    provide: Scorer,
    adopt: Scorer,
}

impl<'m> ResultCalculator<'m> {
    /// Prepares a model.
    #[must_use]
    pub fn new(model: &'m Model) -> Self {
        Self {
            model,
            provide: Scorer::new(model, Stance::Provide),
            adopt: Scorer::new(model, Stance::Adopt),
        }
    }

    /// The model.
    #[must_use]
    pub fn model(&self) -> &'m Model {
        self.model
    }

    /// Computes the result of a set of answers without targets.
    #[must_use]
    pub fn result(
        &self,
        stance: Stance,
        answers: &Answers,
        draws: usize,
        extent: Extent,
    ) -> ResultFile<'m> {
        self.result_towards(stance, answers, &Targets::default(), draws, extent)
    }

    /// Computes the result of a set of answers with targets, which change no figure but the roadmap.
    #[must_use]
    pub fn result_towards(
        &self,
        stance: Stance,
        answers: &Answers,
        targets: &Targets,
        draws: usize,
        extent: Extent,
    ) -> ResultFile<'m> {
        let scorer = match stance {
            Stance::Provide => &self.provide,
            Stance::Adopt => &self.adopt,
        };
        let score = scorer.score(answers);
        let evaluation = Evaluation::new(self.model, stance, answers);
        let certainty = if draws == 0 {
            Certainty::without_draws(&score)
        } else {
            let states = scorer.question_states(answers);
            let mut simulation = Simulation::from_score(evaluation, &states, &score, draws);
            if extent == Extent::Plain {
                simulation = simulation.without_ask_next();
            }
            simulation.run(draws);
            simulation.finish()
        };
        let mut file = ResultFile::new(self.model, stance, &score, &certainty);
        file.targets = TargetsPart::new(self.model, targets, evaluation);
        if extent == Extent::Full {
            file.add_plans(self.model, evaluation, &score, &certainty);
            file.add_roadmap(self.model, &evaluation.roadmap_towards(targets));
        }
        file
    }
}

impl<'a> Evaluation<'a> {
    /// Computes the result file. Use a [`ResultCalculator`] to compute many results.
    ///
    /// ```
    /// # use assay_core::{Answer, Assessment, Depth, Level, Model, Stance};
    /// # let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/models/standard.json"));
    /// # let model = Model::parse(file)?.value;
    /// # let mut assessment = Assessment::new(&model, Stance::Adopt, Depth::Full);
    /// # for question in model.question_ixs() {
    /// #     assessment.answers.set(question, Level::new(2).map(Answer::Level));
    /// # }
    /// use assay_core::Extent;
    ///
    /// let result = assessment.evaluation(&model).result(100, Extent::Plain);
    /// assert_eq!(result.format, "assay.result/1");
    /// let json = result.to_json();
    /// # assert!(json.contains("\"draws\": 100"));
    /// # Ok::<(), assay_core::Problems>(())
    /// ```
    #[must_use]
    pub fn result(self, draws: usize, extent: Extent) -> ResultFile<'a> {
        ResultCalculator::new(self.model).result(self.stance, self.answers, draws, extent)
    }
}

impl ResultFile<'_> {
    /// Formats the file on several lines.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Formats the file on one line, without a line end.
    #[must_use]
    pub fn to_line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}
