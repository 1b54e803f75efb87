//! The result of the median answers of a team.

use super::AnswerDistribution;
use crate::{Answer, Answers, Model, Score, Scorer, SectionIx};

/// The results of the median and the quartile answers.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Outcome {
    /// The median answer to each question.
    pub answers: Answers,
    /// The score of the median answers.
    pub score: Score,
    /// The score of the lower quartiles.
    pub low: Score,
    /// The score of the upper quartiles.
    pub high: Score,
}

impl Outcome {
    /// Scores the median and the quartile answers.
    pub(super) fn new(model: &Model, scorer: &Scorer, spreads: &[AnswerDistribution]) -> Self {
        let answers = |of: fn(&AnswerDistribution) -> Option<Answer>| {
            let mut answers = Answers::empty(model);
            for (question, spread) in model.question_ixs().zip(spreads) {
                answers.set(question, of(spread));
            }
            answers
        };
        let middle = answers(AnswerDistribution::median_answer);
        Self {
            score: scorer.score(&middle),
            low: scorer.score(&answers(AnswerDistribution::lower_quartile_answer)),
            high: scorer.score(&answers(AnswerDistribution::upper_quartile_answer)),
            answers: middle,
        }
    }

    /// Returns the range of the AI content over the three scores, in percent.
    ///
    /// Higher answers can make further questions visible and so lower the score. The bounds are
    /// therefore the minimum and maximum of the three.
    #[must_use]
    pub fn ai_content(&self) -> Option<(f64, f64)> {
        self.range(|score| score.ai_content.value())
    }

    /// Returns the range of a section score over the three scores, in percent.
    #[must_use]
    pub fn section(&self, section: SectionIx) -> Option<(f64, f64)> {
        self.range(|score| {
            score
                .sections
                .get(section.index())
                .copied()
                .flatten()?
                .value
        })
    }

    fn range(&self, of: impl Fn(&Score) -> Option<f64>) -> Option<(f64, f64)> {
        let middle = of(&self.score)?;
        let ends = [of(&self.low), of(&self.high)];
        let ends = ends.into_iter().flatten();
        Some(ends.fold((middle, middle), |(low, high), end| {
            (low.min(end), high.max(end))
        }))
    }
}
