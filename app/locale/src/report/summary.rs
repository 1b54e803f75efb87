//! A result as a few lines of plain text for a chat or a mail.

use assay_core::link::ConfidenceSummary;
use assay_core::{Certainty, Recommendation, Stance};

use super::Report;
use crate::{format_whole, sanitize_line, self_assessment_line};

/// Data of a summary beyond the score.
#[derive(Clone, Copy, Debug)]
pub struct SummaryDetails<'a> {
    /// Name of the assessed company; may be empty.
    pub name: &'a str,
    /// Stance of the result.
    pub stance: Stance,
    /// Time of the assessment, as in an assessment file.
    pub moment: Option<&'a str>,
    /// The certainty, if it is computed.
    pub certainty: Option<&'a Certainty>,
    /// The confidence that a link without answers holds.
    pub received_confidence: Option<ConfidenceSummary>,
    /// Link to the result.
    pub link: Option<&'a str>,
}

/// Longest name in characters.
const MAX_NAME_LENGTH: usize = 120;

impl Report<'_> {
    /// The summary: one line per fact, the link last.
    #[must_use]
    pub fn summary(&self, about: &SummaryDetails<'_>) -> String {
        let name = sanitize_line(about.name);
        let name: String = name.chars().take(MAX_NAME_LENGTH).collect();
        let origin = self_assessment_line(self.messages, &name, about.moment);
        let lines = [
            Some(name).filter(|name| !name.is_empty()),
            Some(self.content_line()),
            self.range_line(about.certainty),
            Some(self.sections_sentence()),
            Some(self.path_line(about)),
            Some(origin),
            about.link.map(str::to_owned),
        ];
        lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }

    fn content_line(&self) -> String {
        let content = &self.score.ai_content;
        let value = content.value().map(|_| self.content_figure());
        match (value, content.level) {
            (Some(value), Some(level)) => self
                .messages
                .message_content(&value, self.level_name(level)),
            (Some(value), None) => self.messages.message_content_no_level(&value),
            (None, _) => self.messages.message_content_none().to_owned(),
        }
    }

    fn range_line(&self, certainty: Option<&Certainty>) -> Option<String> {
        if self.score.precision.is_in_steps() {
            return None;
        }
        let open = self.score.answered.open;
        let possible = self.score.ai_content.range.filter(|_| open > 0)?;
        let plausible = certainty.and_then(|certainty| certainty.plausible);
        Some(match plausible {
            Some((low, high)) => {
                self.messages
                    .message_range_plausible(&format_whole(low), &format_whole(high), open)
            }
            None => self.messages.message_range(
                &format_whole(possible.low),
                &format_whole(possible.high),
                open,
            ),
        })
    }

    /// The path with its confidence, or why there is none.
    fn path_line(&self, about: &SummaryDetails<'_>) -> String {
        match &self.score.recommendation {
            Recommendation::Path { path, tied, .. } if tied.is_empty() => {
                let path = self.messages.message_path(self.path_name(*path));
                let computed = about.certainty.and_then(|known| self.confidence(known));
                match computed.or_else(|| self.received_confidence(about.received_confidence?)) {
                    Some(confidence) => self.messages.list_sentences(&path, &confidence),
                    None => path,
                }
            }
            _ => {
                let verdict = self.describe_recommendation(about.stance);
                verdict.sentences.into_iter().next().unwrap_or(verdict.name)
            }
        }
    }
}
