//! The other side of the business: what it would be recommended, and what it would be asked.

use assay_core::{Answers, Evaluation, Recommendation, Stance, Visibility};

use super::Report;
use crate::format_whole;

impl Report<'_> {
    /// What the other stance would recommend, as a sentence.
    #[must_use]
    pub fn other_stance_recommendation(&self) -> String {
        match &self.score.recommendation {
            Recommendation::Path { path, tied, .. } if tied.is_empty() => {
                let fit = self
                    .score
                    .path(*path)
                    .fit_value()
                    .map_or_else(String::new, format_whole);
                self.words
                    .path_other_stance_path(self.path_name(*path), &fit)
            }
            Recommendation::Path { path, tied, .. } => {
                let mut equal = vec![*path];
                equal.extend(tied);
                self.words.path_other_stance_tied(&self.path_list(&equal))
            }
            Recommendation::FoundationsFirst { nearest } => self
                .words
                .path_other_stance_foundations(self.path_name(*nearest)),
            Recommendation::NotEnoughAnswers => {
                self.words.path_other_stance_not_enough().to_owned()
            }
        }
    }

    /// How many questions that only the other side is asked are open, as a sentence.
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
            0 => self.words.path_other_stance_adds_none().to_owned(),
            added => self.words.path_other_stance_adds(added),
        }
    }

    /// What a look at the other side asks: what if it were that one?
    #[must_use]
    pub fn other_stance_heading(&self, there: Stance) -> &str {
        match there {
            Stance::Provide => self.words.path_other_stance_provide(),
            Stance::Adopt => self.words.path_other_stance_adopt(),
        }
    }
}
