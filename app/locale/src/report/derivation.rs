//! Derivations of the simulated figures and of the roadmap.

use assay_core::certainty::SEED;
use assay_core::{Certainty, Recommendation};

use super::Report;
use super::notation::{format_factor, format_number};
use crate::{format_share, format_tenth};

impl Report<'_> {
    /// Kind of mean of the AI content and the loss to imbalance; `None` without a value.
    #[must_use]
    pub fn content_derivation(&self) -> Option<String> {
        let content = &self.score.ai_content;
        let (mean, lost) = (
            format_tenth(content.arithmetic?),
            format_tenth(content.lost_to_imbalance?),
        );
        let power = self.model.aggregation().power;
        Some(if power == 0.0 {
            self.messages.how_content(&mean, &lost)
        } else {
            self.messages
                .how_content_power(&format_number(power), &mean, &lost)
        })
    }

    /// Derivation of the plausible range; `None` if nothing is open.
    #[must_use]
    pub fn plausible_derivation(&self, certainty: &Certainty) -> Option<String> {
        let (low, high) = certainty.plausible.filter(|(low, high)| high > low)?;
        Some(self.messages.how_plausible(
            &group_thousands(certainty.draws),
            &self.format_percent(low),
            &self.format_percent(high),
        ))
    }

    /// Derivation of the confidence, or that nothing is recommended.
    #[must_use]
    pub fn confidence_derivation(&self, certainty: &Certainty) -> String {
        let Some(confidence) = certainty.confidence else {
            return self.messages.how_confidence_none().to_owned();
        };
        let share = self.format_percent(confidence * 100.0);
        let (draws, seed) = (group_thousands(certainty.draws), SEED.to_string());
        match &self.score.recommendation {
            Recommendation::Path { path, .. } => {
                self.messages
                    .how_confidence_path(&draws, self.path_name(*path), &share, &seed)
            }
            _ => self
                .messages
                .how_confidence_foundations(&draws, &share, &seed),
        }
    }

    /// What the roadmap maximizes, with the present figures; `None` if it has no target path.
    #[must_use]
    pub fn worth_derivation(&self) -> Option<String> {
        let path = self.score.path(self.score.recommendation.target_path()?);
        let (content, fit) = (self.score.ai_content.value()?, path.fit_value()?);
        let worth = content + fit - 100.0 * path.shortfall;
        let formula = format!(
            "{} + {} − 100·{}",
            format_tenth(content),
            format_tenth(fit),
            format_factor(path.shortfall)
        );
        Some(
            self.messages
                .how_worth(self.path_name(path.id), &formula, &format_tenth(worth)),
        )
    }

    /// Share of the weight on known answers, and the lower bounds of the levels.
    #[must_use]
    pub fn level_derivation(&self) -> String {
        self.messages
            .how_level(&format_share(self.score.answered.known_weight))
    }
}

/// A count with thousands separators: 10,000.
fn group_thousands(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && digits.len().saturating_sub(at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::group_thousands;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(group_thousands(999), "999");
        assert_eq!(group_thousands(10_000), "10,000");
        assert_eq!(group_thousands(1_234_567), "1,234,567");
    }
}
