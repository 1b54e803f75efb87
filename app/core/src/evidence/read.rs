//! Reads the evidence in an assessment file.

use super::{
    Evidence, EvidenceRecords, EvidenceSource, MAX_PERSON_LENGTH, MAX_SOURCE_LENGTH, Person,
};
use crate::assessment::entries::unknown_question;
use crate::json::{Json, Node};
use crate::problem::Log;
use crate::{Day, LostEntry, Model, ProblemKind};

/// Reads the evidence of an assessment file. Entries without a question in the model are added to
/// `lost`, or reported if it is `None`.
pub(crate) fn read_evidence(
    model: &Model,
    node: &Node<'_, '_>,
    mut lost: Option<&mut Vec<LostEntry>>,
    log: &mut Log,
) -> EvidenceRecords {
    let mut records = EvidenceRecords::new();
    let Some(fields) = node.fields(log) else {
        return records;
    };
    for (id, node) in fields.nodes() {
        let entry = read_entry(&node, log);
        match (model.find_question(id), &mut lost) {
            (Some(question), _) => drop(records.insert(question, node.json.to_string())),
            (None, Some(lost)) => lose(lost, id, entry.unwrap_or_default()),
            (None, None) => log.report(&node.place, unknown_question(id)),
        }
    }
    records
}

/// Returns whether [`read_evidence`] reads a value without a problem.
pub(crate) fn check_evidence(model: &Model, json: &Json) -> bool {
    let mut log = Log::default();
    read_evidence(model, &Node::top(json), None, &mut log);
    log.is_empty()
}

/// Reads the object of a record; `None` if it is faulty or without content.
pub(super) fn read_record(json: &Json) -> Option<Evidence> {
    let mut log = Log::default();
    read_entry(&Node::top(json), &mut log).filter(|_| log.is_empty())
}

fn read_entry(entry: &Node<'_, '_>, log: &mut Log) -> Option<Evidence> {
    let fields = entry.fields(log)?;
    let source = fields
        .required("source", log)
        .and_then(|node| text_within(&node, MAX_SOURCE_LENGTH, log));
    let date = fields
        .optional("date")
        .and_then(|node| read_date(&node, log));
    let person = fields
        .optional("person")
        .and_then(|node| text_within(&node, MAX_PERSON_LENGTH, log));
    let source = EvidenceSource::new(source.unwrap_or_default());
    Evidence::new(source, date, Person::new(person.unwrap_or_default()))
}

fn text_within<'j>(node: &Node<'j, '_>, limit: usize, log: &mut Log) -> Option<&'j str> {
    let text = node.text(log)?;
    let length = text.chars().count();
    if length > limit {
        log.report(&node.place, ProblemKind::TextTooLong { length, limit });
        return None;
    }
    Some(text)
}

/// Reads a date without a time.
fn read_date(node: &Node<'_, '_>, log: &mut Log) -> Option<Day> {
    let text = node.text(log)?;
    let day = Day::parse(text).filter(|_| text.len() == 10);
    if day.is_none() {
        let found = node.json.quote();
        log.report(&node.place, ProblemKind::NotADate { found });
    }
    day
}

/// Adds evidence to the lost answer or note of the same question.
fn lose(lost: &mut Vec<LostEntry>, id: &str, evidence: Evidence) {
    match lost.iter_mut().find(|entry| entry.question == id) {
        Some(entry) => entry.evidence = Some(evidence),
        None => lost.push(LostEntry {
            evidence: Some(evidence),
            ..LostEntry::of_question(id)
        }),
    }
}
