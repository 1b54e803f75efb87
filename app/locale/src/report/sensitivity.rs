//! The most sensitive answers (tornado diagram).

use assay_core::{PathId, Sensitivity};

use super::Report;
use crate::{Messages, format_tenth};

/// Effect of one level less or more of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Swing {
    /// Text of the question.
    pub question: String,
    /// Change of the AI content in points, one level lower and one level higher.
    pub changes: [f64; 2],
    /// The changes with a sign, formatted.
    pub figures: [String; 2],
    /// The recommendation one level lower and one level higher, if it changes.
    pub path_changes: [Option<String>; 2],
}

/// Greatest number of answers shown.
const MAX_SWINGS: usize = 10;

impl Report<'_> {
    /// The answers with the greatest effect on the AI content, largest first, then by id.
    #[must_use]
    pub fn swings(&self, sensitivity: &[Sensitivity]) -> Vec<Swing> {
        let moves = sensitivity
            .iter()
            .filter(|answer| answer.max_content_change() > 0.0);
        let mut most: Vec<&Sensitivity> = moves.collect();
        assay_core::sorting::sort_by(&mut most, |a, b| {
            b.max_content_change().total_cmp(&a.max_content_change())
        });
        let now = self.score.recommendation.path();
        most.into_iter()
            .take(MAX_SWINGS)
            .map(|answer| {
                let changes = answer.ai_content.map(|change| change.unwrap_or(0.0));
                let [lower, higher] = answer.path;
                Swing {
                    question: self.question_text(answer.question).to_owned(),
                    changes,
                    figures: changes.map(|points| format_signed(self.messages, points)),
                    path_changes: [
                        (lower != now).then(|| self.path_change_lower(lower)),
                        (higher != now).then(|| self.path_change_higher(higher)),
                    ],
                }
            })
            .collect()
    }

    /// The answer with the greatest effect on the AI content.
    #[must_use]
    pub fn largest_swing(&self, swings: &[Swing]) -> String {
        match swings.first() {
            None => self.messages.tornado_none().to_owned(),
            Some(Swing {
                question,
                figures: [lower, higher],
                ..
            }) => self.messages.tornado_lead(question, lower, higher),
        }
    }

    fn path_change_lower(&self, path: Option<PathId>) -> String {
        path.map_or_else(
            || self.messages.tornado_turn_lower_none().to_owned(),
            |path| self.messages.tornado_turn_lower(self.path_name(path)),
        )
    }

    fn path_change_higher(&self, path: Option<PathId>) -> String {
        path.map_or_else(
            || self.messages.tornado_turn_higher_none().to_owned(),
            |path| self.messages.tornado_turn_higher(self.path_name(path)),
        )
    }
}

/// A change in points with one decimal and its sign; 0 has no sign.
pub(crate) fn format_signed(messages: &Messages, points: f64) -> String {
    let figure = format_tenth(messages, points.abs());
    if figure == format_tenth(messages, 0.0) {
        "0".to_owned()
    } else if points < 0.0 {
        format!("−{figure}")
    } else {
        format!("+{figure}")
    }
}

#[cfg(test)]
mod tests {
    use super::format_signed;
    use crate::Messages;

    #[test]
    fn a_change_that_rounds_to_nought_has_no_sign() {
        let english = Messages::parse(include_str!("../../texts/en.json")).unwrap();
        assert_eq!(format_signed(&english, -0.04), "0");
        assert_eq!(format_signed(&english, -1.26), "−1.3");
        assert_eq!(format_signed(&english, 0.8), "+0.8");
    }
}
