//! Evidence for answers: a link or file name, its date, and the person whom it came from.
//!
//! An assessment file holds it in the field `evidence`, an object by question:
//!
//! ```json
//! { "data.domain": { "source": "https://example.org/register", "date": "2026-11-23", "person": "Li Na" } }
//! ```
//!
//! An assessment keeps each entry as the JSON text of its object ([`EvidenceRecords`]), unknown fields
//! included, because the program that answers questions stores entries and does not read them.
//! [`Evidence`] is the content of an entry. [`Assessment::parse`] checks every entry.

mod merge;
mod read;

use std::borrow::Cow;

use crate::{Assessment, Day, Draft, Json, QuestionIx, VecMap};

pub(crate) use merge::merge_evidence;
pub(crate) use read::{check_evidence, read_evidence};

/// The field of the assessment file.
pub(crate) const FIELD: &str = "evidence";

/// The maximum length of a source, in characters.
pub const MAX_SOURCE_LENGTH: usize = 2000;

/// The maximum length of a person's name, in characters.
pub const MAX_PERSON_LENGTH: usize = 200;

/// Evidence by question, each as the JSON text of its object in the file.
pub type EvidenceRecords = VecMap<QuestionIx, String>;

/// The evidence for one answer. At least one of its parts is present.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evidence {
    source: EvidenceSource,
    date: Option<Day>,
    person: Person,
}

/// A link, file name or other reference: one line without spaces at its ends, of at most
/// [`MAX_SOURCE_LENGTH`] characters. May be empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct EvidenceSource(String);

/// The name of a person: one line without spaces at its ends, of at most [`MAX_PERSON_LENGTH`]
/// characters. May be empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Person(String);

impl EvidenceSource {
    /// Creates a source. Line breaks become spaces; what exceeds the maximum length is cut off.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(one_line(text, MAX_SOURCE_LENGTH))
    }

    /// Returns the text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the address if the source is one of a web page (`http` or `https`) without spaces and
    /// control characters. Any other source must be shown as text.
    #[must_use]
    pub fn web_address(&self) -> Option<&str> {
        let (scheme, rest) = self.0.split_once("://")?;
        let is_web = ["http", "https"]
            .iter()
            .any(|web| scheme.eq_ignore_ascii_case(web));
        let is_whole = |c: char| !c.is_whitespace() && !c.is_control();
        let has_host = rest.starts_with(|c: char| c.is_alphanumeric() || c == '[');
        (is_web && has_host && rest.chars().all(is_whole)).then_some(self.as_str())
    }
}

impl Person {
    /// Creates a name. Line breaks become spaces; what exceeds the maximum length is cut off.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(one_line(text, MAX_PERSON_LENGTH))
    }

    /// Returns the text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Evidence {
    /// Creates evidence; `None` if no part is present.
    #[must_use]
    pub fn new(source: EvidenceSource, date: Option<Day>, person: Person) -> Option<Self> {
        let evidence = Self {
            source,
            date,
            person,
        };
        (evidence != Self::default()).then_some(evidence)
    }

    /// Returns the link or file name.
    #[must_use]
    pub fn source(&self) -> &EvidenceSource {
        &self.source
    }

    /// Returns the date of the source.
    #[must_use]
    pub fn date(&self) -> Option<Day> {
        self.date
    }

    /// Returns the person whom it came from.
    #[must_use]
    pub fn person(&self) -> &Person {
        &self.person
    }

    /// Returns the parts as one line: `register.xlsx · 2026-11-23 · Li Na`.
    #[must_use]
    pub fn to_line(&self) -> String {
        let date = self.date.map(|date| date.to_string());
        let parts = [
            self.source.as_str(),
            date.as_deref().unwrap_or_default(),
            self.person.as_str(),
        ];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" · ")
    }

    /// Parses the text of a record; `None` if it is no evidence or has no content.
    #[must_use]
    pub fn from_record(record: &str) -> Option<Self> {
        read::read_record(&Json::parse_leniently(record).ok()?)
    }

    /// Returns the record of this evidence, with the unknown fields of the record that it replaces.
    #[must_use]
    pub fn to_record(&self, replaced: Option<&str>) -> String {
        let date = self.date.map(|date| date.to_string());
        let person = Some(self.person.as_str()).filter(|person| !person.is_empty());
        let known = [
            ("source", Some(self.source.as_str())),
            ("date", date.as_deref()),
            ("person", person),
        ];
        let known = known
            .into_iter()
            .filter_map(|(field, text)| Some((field.to_owned(), Json::text(text?))));
        let replaced = replaced.and_then(|record| Json::parse_leniently(record).ok());
        let unknown = match replaced {
            Some(Json::Object(fields)) => fields,
            _ => Vec::new(),
        };
        let unknown = unknown
            .into_iter()
            .filter(|(field, _)| !["source", "date", "person"].contains(&field.as_str()));
        Json::object(known.chain(unknown)).to_string()
    }
}

impl Assessment {
    /// Returns the evidence for the answer to a question.
    #[must_use]
    pub fn evidence(&self, question: QuestionIx) -> Option<Evidence> {
        Evidence::from_record(self.evidence_records.get(&question)?)
    }

    /// Sets the evidence for the answer to a question; `None` removes it. Unknown fields of its entry
    /// are kept where there is evidence.
    pub fn set_evidence(&mut self, question: QuestionIx, evidence: Option<&Evidence>) {
        self.rename_unread_field();
        match evidence {
            None => drop(self.evidence_records.remove(&question)),
            Some(evidence) => {
                let replaced = self.evidence_records.get(&question).map(String::as_str);
                let record = evidence.to_record(replaced);
                self.evidence_records.insert(question, record);
            }
        }
    }

    /// Renames a field of the same name that was stored before this program knew it, so that no file
    /// has two of them.
    fn rename_unread_field(&mut self) {
        if let Some(json) = self.unknown_field(FIELD).cloned() {
            self.set_unknown_field(FIELD, None);
            self.set_unknown_field("evidence_unread", Some(json));
        }
    }
}

impl Draft {
    /// Returns the evidence for the answer to a question.
    #[must_use]
    pub fn evidence(&self, question: QuestionIx) -> Option<Evidence> {
        self.without_answers().evidence(question)
    }

    /// Returns the record of the evidence for the answer to a question.
    #[must_use]
    pub fn evidence_record(&self, question: QuestionIx) -> Option<&str> {
        let records = &self.without_answers().evidence_records;
        records.get(&question).map(String::as_str)
    }

    /// Returns whether any answer has evidence.
    #[must_use]
    pub fn has_evidence(&self) -> bool {
        !self.without_answers().evidence_records.is_empty()
    }

    /// Sets the evidence for the answer to a question; `None` removes it.
    pub fn set_evidence(&mut self, question: QuestionIx, evidence: Option<&Evidence>) {
        self.without_answers_mut().set_evidence(question, evidence);
    }
}

/// Returns the beginning of a text as one line without spaces at its ends.
fn one_line(text: &str, limit: usize) -> String {
    let is_break = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let line = match text.contains(is_break) {
        true => Cow::Owned(text.replace(is_break, " ")),
        false => Cow::Borrowed(text),
    };
    let start: String = line.trim().chars().take(limit).collect();
    start.trim_end().to_owned()
}

#[cfg(test)]
mod tests;
