//! The result file: everything that was computed about a company, under the names that scripts
//! hold on to.
//!
//! A [`ResultCalculator`] makes a [`ResultFile`] from answers; the file serializes itself.

mod build;
mod entries;
mod file;

pub use entries::Entries;
pub use file::{
    AiContentPart, AnsweredPart, AskPart, ChangePart, Figure, LiftPart, ModelName, PathPart,
    RecommendationPart, ResultFile, SensitivityPart, WavePart,
};

use crate::{Answers, Certainty, Model, Scorer, Simulation, Stance};

/// The format of a result file.
pub const FORMAT: &str = "assay.result/1";

/// A result lists at most so many questions to ask next.
pub const MAX_ASK_NEXT: usize = 10;

/// How much a result says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Extent {
    /// What is the case.
    #[default]
    Plain,
    /// Also what to ask, what would change it, and what to do.
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

    /// Computes the result of one set of answers from so many draws.
    #[must_use]
    pub fn result(
        &self,
        stance: Stance,
        answers: &Answers,
        draws: usize,
        extent: Extent,
    ) -> ResultFile<'m> {
        let scorer = match stance {
            Stance::Provide => &self.provide,
            Stance::Adopt => &self.adopt,
        };
        let score = scorer.score(answers);
        let certainty = if draws == 0 {
            Certainty::without_draws(&score)
        } else {
            let states = scorer.question_states(answers);
            let mut simulation = Simulation::from_score(self.model, stance, &states, &score, draws);
            if extent == Extent::Plain {
                simulation = simulation.without_ask_next();
            }
            simulation.run(draws);
            simulation.finish()
        };
        let mut file = ResultFile::new(self.model, stance, &score, &certainty);
        if extent == Extent::Full {
            file.add_plans(self.model, stance, answers, &score, &certainty);
        }
        file
    }
}

/// Computes the result of one set of answers.
#[must_use]
pub fn result<'m>(
    model: &'m Model,
    stance: Stance,
    answers: &Answers,
    draws: usize,
    extent: Extent,
) -> ResultFile<'m> {
    ResultCalculator::new(model).result(stance, answers, draws, extent)
}

impl ResultFile<'_> {
    /// The file, over more than one line.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// The file on one line, without the line's end.
    #[must_use]
    pub fn to_line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}
