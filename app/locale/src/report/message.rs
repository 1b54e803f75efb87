//! A result as a few lines of plain text, for a chat or a mail.

use assay_core::link::Sureness;
use assay_core::{Certainty, Recommendation, Stance};

use super::Report;
use crate::{plain, rounded, self_assessed};

/// What a message tells beside the figures.
#[derive(Clone, Copy, Debug)]
pub struct Message<'a> {
    /// Whose result it is; may be empty.
    pub name: &'a str,
    /// For which side of the business.
    pub stance: Stance,
    /// When it was assessed, as in an assessment file.
    pub moment: Option<&'a str>,
    /// How sure it is, if that is computed.
    pub certainty: Option<&'a Certainty>,
    /// How sure it is, as a link without answers tells it.
    pub sureness: Option<Sureness>,
    /// Where the result can be looked at, if there is a link.
    pub link: Option<&'a str>,
}

/// A name may be longer than a chat bears.
const LONGEST_NAME: usize = 120;

impl Report<'_> {
    /// The result in a message: a line for each thing, the link last.
    #[must_use]
    pub fn message(&self, about: &Message<'_>) -> String {
        let name = plain(about.name);
        let name: String = name.chars().take(LONGEST_NAME).collect();
        let origin = self_assessed(self.words, &name, about.moment);
        let lines = [
            Some(name).filter(|name| !name.is_empty()),
            Some(self.content_line()),
            self.range_line(about.certainty),
            Some(self.sections()),
            Some(self.path_line(about)),
            Some(origin),
            about.link.map(str::to_owned),
        ];
        lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }

    fn content_line(&self) -> String {
        let content = &self.score.ai_content;
        let value = content.value().map(|_| self.content());
        match (value, content.level) {
            (Some(value), Some(level)) => {
                self.words.message_content(&value, self.level_name(level))
            }
            (Some(value), None) => self.words.message_content_no_level(&value),
            (None, _) => self.words.message_content_none().to_owned(),
        }
    }

    fn range_line(&self, certainty: Option<&Certainty>) -> Option<String> {
        if self.score.precision.is_in_steps() {
            return None;
        }
        let open = self.score.answered.open;
        let possible = self.score.ai_content.range.filter(|_| open > 0)?;
        let plausible = certainty.and_then(|certainty| certainty.plausible);
        let (low, high) = plausible.unwrap_or((possible.low, possible.high));
        Some(
            self.words
                .message_range(&rounded(low), &rounded(high), open),
        )
    }

    /// The path with how sure it is, or why there is none.
    fn path_line(&self, about: &Message<'_>) -> String {
        match &self.score.recommendation {
            Recommendation::Path { path, tied, .. } if tied.is_empty() => {
                let path = self.words.message_path(self.path(*path));
                let sure = about.certainty.and_then(|known| self.confidence(known));
                match sure.or_else(|| self.told_confidence(about.sureness?)) {
                    Some(sure) => self.words.list_sentences(&path, &sure),
                    None => path,
                }
            }
            _ => {
                let verdict = self.verdict(about.stance);
                verdict.sentences.into_iter().next().unwrap_or(verdict.name)
            }
        }
    }
}
