//! What the list shows of an assessment, as one stored text: its parts, each with its length in front.
//!
//! A summary is of use as long as the records have the revision that it names. Its figures are of use
//! with the questionnaire whose digest it names.

use std::str::FromStr;
use std::sync::Arc;

use assay_core::{Maturity, ModelRef, PathId, Progress, Range, Stance};

use super::length_prefix::{read_part, write_part};
use super::list_figures::{ListFigures, Recommended};
use super::listed_assessment::{ListedAssessment, Revision};

/// The form of the text and the version of the app, whose method computed the figures.
const FORMAT: &str = concat!("1 ", env!("CARGO_PKG_VERSION"));

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
    if from.0.is_empty() {
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
            self.optional(part.map(|number| number.to_string()).as_deref());
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
                let percent = text.parse::<f64>().ok()?;
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
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use assay_core::{Maturity, ModelRef, PathId, Progress, Range, Stance};
    use proptest::prelude::*;

    use super::{StoredFigures, read_summary, write_summary};
    use crate::state::list_figures::{ListFigures, Recommended};
    use crate::state::listed_assessment::{ListedAssessment, Revision};

    fn range() -> impl Strategy<Value = Option<Range>> {
        let percent = || 0.0..=100.0_f64;
        proptest::option::of((percent(), proptest::option::of(percent()), percent()))
            .prop_map(|range| range.map(|(low, value, high)| Range { low, value, high }))
    }

    fn texts() -> impl Strategy<Value = Vec<String>> {
        proptest::collection::vec(any::<String>(), 0..3)
    }

    fn recommended() -> impl Strategy<Value = Recommended> {
        prop_oneof![
            Just(Recommended::NotEnoughAnswers),
            Just(Recommended::FoundationsFirst),
            proptest::sample::subsequence(PathId::ALL.to_vec(), 1..=4).prop_map(Recommended::Paths),
        ]
    }

    fn figures() -> impl Strategy<Value = ListFigures> {
        (
            any::<(usize, usize)>(),
            range(),
            proptest::option::of(proptest::sample::select(Maturity::ALL.to_vec())),
            proptest::collection::vec(range(), 0..5),
            recommended(),
            texts(),
        )
            .prop_map(
                |((answered, asked), content, level, sections, recommended, unreadable)| {
                    ListFigures {
                        progress: Progress { answered, asked },
                        content,
                        level,
                        sections,
                        recommended,
                        unreadable,
                    }
                },
            )
    }

    fn entry() -> impl Strategy<Value = ListedAssessment> {
        let stance = proptest::option::of(proptest::sample::select(Stance::ALL.to_vec()));
        (
            any::<(Option<(String, String)>, String, bool, Option<String>)>(),
            (stance, texts(), any::<Option<String>>()),
            any::<(usize, usize, usize, String)>(),
        )
            .prop_map(|(head, (stance, labels, changed), counts)| {
                let (model, name, is_archived, copied_to) = head;
                let (answers, notes, records, revision) = counts;
                ListedAssessment {
                    key: "k1".to_owned(),
                    model: model.map(|(id, version)| ModelRef { id, version }),
                    name,
                    stance,
                    labels,
                    is_archived,
                    changed,
                    answers,
                    notes,
                    copied_to,
                    records,
                    revision: Revision::Stored(revision),
                }
            })
    }

    fn stored() -> impl Strategy<Value = Option<StoredFigures>> {
        let figures = proptest::option::of(figures().prop_map(std::sync::Arc::new));
        let stored = (any::<u32>(), figures);
        proptest::option::of(stored.prop_map(|(digest, figures)| StoredFigures { digest, figures }))
    }

    fn revision(entry: &ListedAssessment) -> &str {
        match &entry.revision {
            Revision::Stored(revision) => revision,
            Revision::Contents(_) => "",
        }
    }

    proptest! {
        #[test]
        fn a_summary_is_read_as_it_was_written(entry in entry(), figures in stored()) {
            let text = write_summary(&entry, figures.as_ref()).unwrap();
            let read = read_summary("k1", revision(&entry), &text);
            prop_assert_eq!(read, Some((entry, figures)));
        }

        #[test]
        fn a_summary_of_another_revision_is_not_used(entry in entry(), other in any::<String>()) {
            prop_assume!(other != revision(&entry));
            let text = write_summary(&entry, None).unwrap();
            prop_assert_eq!(read_summary("k1", &other, &text), None);
        }

        #[test]
        fn a_damaged_summary_is_read_as_none_or_another_but_never_ends_the_app(
            entry in entry(), figures in stored(), at in any::<prop::sample::Index>(), text in any::<String>()
        ) {
            let whole = write_summary(&entry, figures.as_ref()).unwrap();
            let place = (0..=at.index(whole.len())).rev().find(|at| whole.is_char_boundary(*at));
            let (before, after) = whole.split_at(place.unwrap_or_default());
            drop(read_summary("k1", revision(&entry), &text));
            drop(read_summary("k1", revision(&entry), &format!("{before}{text}{after}")));
            if !after.is_empty() {
                // Only figures may be missing at the end.
                let cut = read_summary("k1", revision(&entry), before);
                prop_assert!(cut.is_none_or(|(read, _)| read == entry));
            }
        }
    }

    #[test]
    fn without_a_revision_there_is_no_summary_and_a_long_list_that_is_not_there_is_not_awaited() {
        let entry = ListedAssessment {
            key: "k1".to_owned(),
            model: None,
            name: String::new(),
            stance: None,
            labels: Vec::new(),
            is_archived: false,
            changed: None,
            answers: 0,
            notes: 0,
            copied_to: None,
            records: 1,
            revision: Revision::Contents(7),
        };
        assert_eq!(write_summary(&entry, None), None);
        let entry = ListedAssessment {
            revision: Revision::Stored(String::new()),
            ..entry
        };
        let text = write_summary(&entry, None).unwrap();
        assert!(read_summary("k1", "", &text).is_some());
        let claimed = text.strip_suffix("1\n0").unwrap().to_owned() + "9\n999999999";
        assert_eq!(read_summary("k1", "", &claimed), None);
    }
}
