//! What the list shows of an assessment, as one stored text: its parts, each with its length in front.
//!
//! A summary is of use as long as the records have the revision that it names. Its figures are of use
//! with the version of the app and the questionnaire that it names.

use std::str::FromStr;
use std::sync::Arc;

use assay_core::{Maturity, ModelRef, PathId, Progress, Range, Stance};

use super::length_prefix::{read_part, write_part};
use super::list_figures::{ListFigures, Recommended};
use super::listed_assessment::{ListedAssessment, Revision};

/// The form of the text without the figures.
const FORMAT: &str = "2";

/// The version of the app, whose method computed the figures in their present form.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The figures of an assessment with the questionnaire of which they were computed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct StoredFigures {
    /// The digest of the questionnaire.
    pub(crate) digest: u32,
    /// `None` if the assessment does not fit the questionnaire.
    pub(crate) figures: Option<Arc<ListFigures>>,
}

/// The text of a summary; `None` if the revision of the records is not known. Without the questionnaire
/// there are no figures.
pub(crate) fn write_summary(
    entry: &ListedAssessment,
    figures: Option<&StoredFigures>,
) -> Option<String> {
    let Revision::Stored(revision) = &entry.revision else {
        return None;
    };
    let mut to = SummaryWriter::default();
    to.text(FORMAT);
    to.text(revision);
    to.optional(entry.model.as_ref().map(|of| of.id.as_str()));
    to.optional(entry.model.as_ref().map(|of| of.version.as_str()));
    to.text(&entry.name);
    to.optional(entry.stance.map(Stance::as_str));
    to.optional(entry.is_archived.then_some("archived"));
    to.optional(entry.changed.as_deref());
    to.optional(entry.copied_to.as_deref());
    for count in [entry.answers, entry.notes, entry.records] {
        to.number(count);
    }
    to.texts(&entry.labels);
    if let Some(stored) = figures {
        to.text(VERSION);
        to.number(stored.digest);
        if let Some(figures) = &stored.figures {
            to.figures(figures);
        }
    }
    Some(to.0)
}

/// Reads the summary of an assessment, if it was computed from this revision of its records.
pub(crate) fn read_summary(
    key: &str,
    revision: &str,
    text: &str,
) -> Option<(ListedAssessment, Option<StoredFigures>)> {
    let mut from = SummaryReader(text);
    if from.text()? != FORMAT || from.text()? != revision {
        return None;
    }
    let model = from.optional()?.zip(from.optional()?);
    let entry = ListedAssessment {
        key: key.to_owned(),
        model: model.map(|(id, version)| ModelRef { id, version }),
        name: from.text()?,
        stance: from.word(Stance::parse)?,
        is_archived: from.optional()?.is_some(),
        changed: from.optional()?,
        copied_to: from.optional()?,
        answers: from.number()?,
        notes: from.number()?,
        records: from.number()?,
        labels: from.texts()?,
        revision: Revision::Stored(revision.to_owned()),
    };
    if from.0.is_empty() || from.text()? != VERSION {
        return Some((entry, None));
    }
    let digest = from.number()?;
    let figures = match from.0.is_empty() {
        true => None,
        false => Some(Arc::new(from.figures()?)),
    };
    from.0
        .is_empty()
        .then_some((entry, Some(StoredFigures { digest, figures })))
}

#[derive(Default)]
struct SummaryWriter(String);

impl SummaryWriter {
    fn text(&mut self, text: &str) {
        write_part(&mut self.0, Some(text));
    }

    fn optional(&mut self, text: Option<&str>) {
        write_part(&mut self.0, text);
    }

    fn number(&mut self, number: impl ToString) {
        self.text(&number.to_string());
    }

    fn texts(&mut self, texts: &[String]) {
        self.number(texts.len());
        for text in texts {
            self.text(text);
        }
    }

    fn range(&mut self, range: Option<Range>) {
        let parts = range.map(|range| [Some(range.low), range.value, Some(range.high)]);
        for part in parts.unwrap_or_default() {
            // The bits, which are read as they were and need no code that parses decimals.
            self.optional(part.map(|number| number.to_bits().to_string()).as_deref());
        }
    }

    fn figures(&mut self, figures: &ListFigures) {
        self.number(figures.progress.answered);
        self.number(figures.progress.asked);
        self.range(figures.content);
        self.optional(figures.level.map(Maturity::as_str));
        self.number(figures.sections.len());
        for range in &figures.sections {
            self.range(*range);
        }
        match &figures.recommended {
            Recommended::NotEnoughAnswers => self.text("not_enough_answers"),
            Recommended::FoundationsFirst => self.text("foundations_first"),
            Recommended::Paths(paths) => {
                let names: Vec<&str> = paths.iter().map(|path| path.as_str()).collect();
                self.text(&names.join(" "));
            }
        }
        self.texts(&figures.unreadable);
    }
}

/// Each function returns `None` if the text is none that was written here.
struct SummaryReader<'a>(&'a str);

impl SummaryReader<'_> {
    fn optional(&mut self) -> Option<Option<String>> {
        read_part(&mut self.0)
    }

    fn text(&mut self) -> Option<String> {
        self.optional()?
    }

    fn number<T: FromStr>(&mut self) -> Option<T> {
        self.text()?.parse().ok()
    }

    fn word<T>(&mut self, parse: fn(&str) -> Option<T>) -> Option<Option<T>> {
        match self.optional()? {
            Some(word) => parse(&word).map(Some),
            None => Some(None),
        }
    }

    fn texts(&mut self) -> Option<Vec<String>> {
        (0..self.number::<usize>()?).map(|_| self.text()).collect()
    }

    fn percent(&mut self) -> Option<Option<f64>> {
        match self.optional()? {
            Some(text) => {
                let percent = f64::from_bits(text.parse().ok()?);
                (0.0..=100.0).contains(&percent).then_some(Some(percent))
            }
            None => Some(None),
        }
    }

    fn range(&mut self) -> Option<Option<Range>> {
        let (low, value, high) = (self.percent()?, self.percent()?, self.percent()?);
        Some(low.zip(high).map(|(low, high)| Range { low, value, high }))
    }

    fn recommended(&mut self) -> Option<Recommended> {
        match self.text()?.as_str() {
            "not_enough_answers" => Some(Recommended::NotEnoughAnswers),
            "foundations_first" => Some(Recommended::FoundationsFirst),
            names => {
                let paths: Option<Vec<PathId>> = names.split(' ').map(PathId::parse).collect();
                paths.map(Recommended::Paths)
            }
        }
    }

    fn figures(&mut self) -> Option<ListFigures> {
        Some(ListFigures {
            progress: Progress {
                answered: self.number()?,
                asked: self.number()?,
            },
            content: self.range()?,
            level: self.word(Maturity::parse)?,
            sections: (0..self.number::<usize>()?)
                .map(|_| self.range())
                .collect::<Option<_>>()?,
            recommended: self.recommended()?,
            unreadable: self.texts()?,
        })
    }
}

#[cfg(test)]
mod tests;
