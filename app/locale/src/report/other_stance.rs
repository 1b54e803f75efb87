//! The other stance: its recommendation and its questions.

use assay_core::{Answers, Evaluation, Recommendation, Stance, Visibility};

use super::Report;
use crate::format_whole;

impl Report<'_> {
    /// The other stance's recommendation in a sentence.
    #[must_use]
    pub fn other_stance_recommendation(&self) -> String {
        match &self.score.recommendation {
            Recommendation::Path { path, tied, .. } if tied.is_empty() => {
                let fit = self
                    .score
                    .path(*path)
                    .fit_value()
                    .map_or_else(String::new, format_whole);
                self.messages
                    .path_other_stance_path(self.path_name(*path), &fit)
            }
            Recommendation::Path { path, tied, .. } => {
                let mut equal = vec![*path];
                equal.extend(tied);
                self.messages
                    .path_other_stance_tied(&self.path_list(&equal))
            }
            Recommendation::FoundationsFirst { nearest } => self
                .messages
                .path_other_stance_foundations(self.path_name(*nearest)),
            Recommendation::NotEnoughAnswers => {
                self.messages.path_other_stance_not_enough().to_owned()
            }
        }
    }

    /// How many questions of the other stance alone are open, in a sentence.
    #[must_use]
    pub fn other_stance_added_questions(
        &self,
        here: Stance,
        there: Stance,
        answers: &Answers,
    ) -> String {
        let (here, there) = (
            Visibility::new(Evaluation::new(self.model, here, answers)),
            Visibility::new(Evaluation::new(self.model, there, answers)),
        );
        let added = self
            .model
            .question_ixs()
            .filter(|q| there.is_visible(*q) && !here.is_visible(*q) && answers.level(*q).is_none())
            .count();
        match added {
            0 => self.messages.path_other_stance_adds_none().to_owned(),
            added => self.messages.path_other_stance_adds(added),
        }
    }

    /// The heading of the other stance: "What if …?"
    #[must_use]
    pub fn other_stance_heading(&self, there: Stance) -> &str {
        match there {
            Stance::Provide => self.messages.path_other_stance_provide(),
            Stance::Adopt => self.messages.path_other_stance_adopt(),
        }
    }
}
