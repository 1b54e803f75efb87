//! Derivations of the simulated figures and of the roadmap.

use assay_core::certainty::SEED;
use assay_core::{Certainty, Recommendation};

use super::Report;
use super::notation::format_factor;
use crate::numbers::format_count;
use crate::{format_share, format_tenth, localize_decimals};

impl Report<'_> {
    /// Kind of mean of the AI content and the loss to imbalance; `None` without a value.
    #[must_use]
    pub fn content_derivation(&self) -> Option<String> {
        let content = &self.score.ai_content;
        let (mean, lost) = (
            format_tenth(self.messages, content.arithmetic?),
            format_tenth(self.messages, content.lost_to_imbalance?),
        );
        let power = self.model.aggregation().power;
        Some(if power == 0.0 {
            self.messages.how_content(&mean, &lost)
        } else {
            self.messages
                .how_content_power(&self.number(power), &mean, &lost)
        })
    }

    /// Derivation of the plausible range; `None` if nothing is open.
    #[must_use]
    pub fn plausible_derivation(&self, certainty: &Certainty) -> Option<String> {
        let (low, high) = certainty.plausible.filter(|(low, high)| high > low)?;
        Some(self.messages.how_plausible(
            &format_count(self.messages, certainty.draws),
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
        let (draws, seed) = (
            format_count(self.messages, certainty.draws),
            SEED.to_string(),
        );
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
            format_tenth(self.messages, content),
            format_tenth(self.messages, fit),
            localize_decimals(self.messages, &format_factor(path.shortfall))
        );
        Some(self.messages.how_worth(
            self.path_name(path.id),
            &formula,
            &format_tenth(self.messages, worth),
        ))
    }

    /// Share of the weight on known answers, and the lower bounds of the levels.
    #[must_use]
    pub fn level_derivation(&self) -> String {
        self.messages
            .how_level(&format_share(self.score.answered.known_weight))
    }
}
