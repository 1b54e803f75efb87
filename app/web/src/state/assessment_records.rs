//! How an assessment is stored: a head, and a record for each answer, note and evidence, so that an answer
//! costs one small write and two tabs never overwrite each other's.
//!
//! | key | value |
//! | --- | --- |
//! | `a/KEY/head` | the assessment file without entries by question and time of the last change |
//! | `a/KEY/updated` | time of the last change |
//! | `a/KEY/q/QUESTION` | the answer: `0` to `4`, `unknown`, `not_applicable` |
//! | `a/KEY/n/QUESTION` | the note |
//! | `a/KEY/e/QUESTION` | the evidence for the answer, as JSON |
//! | `a/KEY/g/QUESTION` | who gave the answer, where several people answered |
//! | `a/KEY/copied` | the version of the questionnaire that a copy was made for last |
//! | `current/MODEL@VERSION` | the KEY that is being filled in |
//! | `undo/KEY/STEP` | a change that can be undone ([`undo`](super::undo)) |

use assay_core::{Answer, Assessment, Draft, Model, QuestionIx, timestamp};

use super::undo;
pub(crate) use crate::browser::store::assessment_key;
use crate::browser::store::{self, PartialRead, ReadResult, StorageError};
use crate::browser::tabs;

/// The records of an assessment with their keys.
pub(super) fn to_records(key: &str, model: &Model, assessment: &Assessment) -> store::Entries {
    let mut entries = vec![(head_key(key), assessment.head().to_json(model))];
    if let Some(updated) = &assessment.updated {
        entries.push((format!("a/{key}/updated"), updated.clone()));
    }
    let mut of_question = |kind: &str, question: QuestionIx, value: &str| {
        let id = &model.question(question).id;
        entries.push((format!("a/{key}/{kind}/{id}"), value.to_owned()));
    };
    for (question, answer) in assessment.answers.iter() {
        of_question("q", question, answer.as_str());
    }
    for (kind, texts) in [
        ("n", &assessment.notes),
        ("e", &assessment.evidence_records),
        ("g", &assessment.given_by),
    ] {
        for (question, text) in texts.iter() {
            of_question(kind, *question, text);
        }
    }
    entries
}

/// Writes all records of an assessment in one transaction, so that there is never a head without
/// its answers.
pub(crate) fn write_assessment(key: &str, model: &Model, assessment: &Assessment) {
    let entries = to_records(key, model, assessment).into_iter();
    let changes = entries.map(|(key, value)| (key, Some(value))).collect();
    write_changes(key, String::new(), changes);
}

/// A part of an assessment with records of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AssessmentPart {
    /// Everything that does not belong to a single question.
    Head,
    /// An answer and its author.
    Answer(QuestionIx),
    /// A note.
    Note(QuestionIx),
    /// The evidence for an answer.
    Evidence(QuestionIx),
}

impl AssessmentPart {
    /// The keys of the part's records behind `a/KEY/`, with their values; `None` where there is no
    /// record.
    pub(super) fn records(self, model: &Model, draft: &Draft) -> Vec<store::Change> {
        let of_question = |kind: &str, question: QuestionIx, value: Option<&str>| {
            let id = &model.question(question).id;
            (format!("{kind}/{id}"), value.map(str::to_owned))
        };
        match self {
            Self::Head => vec![("head".to_owned(), Some(draft.head().to_json(model)))],
            Self::Answer(question) => {
                let answer = draft.sheet().answer(question).map(Answer::as_str);
                vec![
                    of_question("q", question, answer),
                    of_question("g", question, draft.author(question)),
                ]
            }
            Self::Note(question) => vec![of_question("n", question, draft.note(question))],
            Self::Evidence(question) => {
                vec![of_question("e", question, draft.evidence_record(question))]
            }
        }
    }
}

/// The records of answer, note and evidence of several questions, as of a part.
pub(super) fn question_records(
    model: &Model,
    draft: &Draft,
    questions: &[QuestionIx],
) -> Vec<store::Change> {
    let parts = questions.iter().flat_map(|&question| {
        [
            AssessmentPart::Answer(question),
            AssessmentPart::Note(question),
            AssessmentPart::Evidence(question),
        ]
    });
    parts.flat_map(|part| part.records(model, draft)).collect()
}

/// Makes changes to the records of an assessment in one transaction. They are of no use without the
/// `owner`, the head of the assessment; empty where the head is among the changes.
pub(super) fn write_changes(key: &str, owner: String, changes: Vec<store::Change>) {
    let changed_key = head_key(key);
    store::write_changes(changes, owner, move |_| tabs::announce_change(&changed_key));
}

/// An assessment that was read from the store.
pub(crate) struct StoredAssessment {
    pub(crate) key: String,
    pub(crate) assessment: Assessment,
    /// The records that could not be read; they stay in the store.
    pub(crate) unreadable: Vec<String>,
}

pub(super) fn head_key(key: &str) -> String {
    format!("a/{key}/head")
}

pub(crate) fn write_current_key(model: &Model, key: &str) {
    let current = current_key(model);
    tabs::set_item(&current, key);
    store::write_key(&current, Some(key), |_| ());
}

/// Loads the current assessment of this questionnaire: that of this tab, else that of the tab that was
/// used last.
///
/// # Errors
/// What local storage has of it, if the database cannot be read at present.
pub(crate) async fn load_current(model: &Model) -> ReadResult<Option<StoredAssessment>> {
    let key = current_key(model);
    let mut whole = true;
    if let Some(own) = tabs::get_item(&key) {
        match load_assessment(model, &own).await {
            Ok(None) => {}
            Err(PartialRead(None)) => whole = false,
            found => return found,
        }
    }
    let last = store::read_key(&key).await;
    whole &= last.is_ok();
    let found = match last.unwrap_or_else(|PartialRead(part)| part) {
        Some(last) => load_assessment(model, &last).await,
        None => Ok(None),
    };
    match found {
        Ok(found) if !whole => Err(PartialRead(found)),
        found => found,
    }
}

/// Loads the assessment under a key, if it belongs to this questionnaire.
///
/// # Errors
/// What local storage has of it, if the database cannot be read at present.
pub(crate) async fn load_assessment(
    model: &Model,
    key: &str,
) -> ReadResult<Option<StoredAssessment>> {
    let one = |records| collect_assessments(model, records).pop();
    let read = store::read_prefix(&format!("a/{key}/")).await;
    read.map(one)
        .map_err(|PartialRead(part)| PartialRead(one(part)))
}

/// Loads all assessments of this questionnaire, the last changed first.
///
/// # Errors
/// Those that local storage has, if the database cannot be read at present.
pub(crate) async fn load_assessments(model: &Model) -> ReadResult<Vec<StoredAssessment>> {
    let all = |records| {
        let mut found = collect_assessments(model, records);
        assay_core::sorting::sort_by(&mut found, |a, b| {
            let place = |record: &StoredAssessment| {
                let updated = record.assessment.updated.as_deref();
                updated.and_then(timestamp::seconds_since_2020)
            };
            place(b).cmp(&place(a))
        });
        found
    };
    let read = store::read_prefix("a/").await;
    read.map(all)
        .map_err(|PartialRead(part)| PartialRead(all(part)))
}

/// Deletes an assessment.
///
/// # Errors
/// If the database does not answer; then nothing was deleted.
pub(crate) async fn delete_assessment(key: &str) -> Result<(), StorageError> {
    store::delete_prefix(&undo::steps_prefix(key)).await?;
    store::delete_prefix(&format!("a/{key}/")).await?;
    store::write_summary(key, None).await;
    tabs::announce_change(&head_key(key));
    Ok(())
}

fn current_key(model: &Model) -> String {
    format!("current/{}@{}", model.id(), model.version())
}

/// Assembles assessments from records. A head that is not one of this questionnaire is skipped and
/// stays in the store.
pub(super) fn collect_assessments(model: &Model, records: store::Entries) -> Vec<StoredAssessment> {
    let mut found: Vec<StoredAssessment> = Vec::new();
    for (key, head) in records
        .iter()
        .filter_map(|(key, value)| Some((key.strip_prefix("a/")?.strip_suffix("/head")?, value)))
    {
        if let Some(assessment) = Assessment::parse_head(model, head) {
            found.push(StoredAssessment {
                key: key.to_owned(),
                assessment,
                unreadable: Vec::new(),
            });
        }
    }
    for (stored, value) in &records {
        let key = assessment_key(stored);
        let of_key = |record: &&mut StoredAssessment| key == Some(&record.key);
        if let Some(record) = found.iter_mut().find(of_key) {
            add(model, record, stored, value);
        }
    }
    found
}

fn add(model: &Model, record: &mut StoredAssessment, stored: &str, value: &str) {
    let mut parts = stored.splitn(4, '/').skip(2);
    match (parts.next(), parts.next()) {
        (Some("updated"), None) => record.assessment.updated = Some(value.to_owned()),
        (Some("q"), Some(id)) => match (model.find_question(id), Answer::parse(value)) {
            (Some(question), Some(answer)) => record.assessment.answers.set(question, Some(answer)),
            _ => record.unreadable.push(format!("{id}: {value}")),
        },
        (Some(kind), Some(id)) => {
            let texts = match kind {
                "n" => &mut record.assessment.notes,
                "e" => &mut record.assessment.evidence_records,
                "g" => &mut record.assessment.given_by,
                _ => return,
            };
            match model.find_question(id) {
                Some(question) => drop(texts.insert(question, value.to_owned())),
                None if kind == "g" => {}
                None => record.unreadable.push(id.to_owned()),
            }
        }
        _ => {}
    }
}
