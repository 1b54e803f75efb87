//! Reads the entries of an assessment file by question: answers, notes and authors.

use super::{AnswerAuthors, LostEntry, Notes};
use crate::json::{Json, Node};
use crate::problem::Log;
use crate::{Answer, Answers, EntryKind, Model, ProblemKind, QuestionIx, VecMap};

/// Reads answers. Entries without a question in the model are added to `lost`, or reported if it is
/// `None`.
pub(crate) fn read_answers(
    model: &Model,
    node: &Node<'_, '_>,
    mut lost: Option<&mut Vec<LostEntry>>,
    log: &mut Log,
) -> Answers {
    let mut answers = Answers::empty(model);
    let Some(fields) = node.fields(log) else {
        return answers;
    };
    for (id, node) in fields.nodes() {
        let question = model.find_question(id);
        // Data frames write open answers as `null`. An unknown question is reported nevertheless.
        if *node.json == Json::Null && (question.is_some() || lost.is_some()) {
            continue;
        }
        let answer = match node.json {
            Json::Null => None,
            _ => read_answer(&node, log),
        };
        let Some(kind) = refusal(model, id, question, answer) else {
            if let Some(question) = question.filter(|_| answer.is_some()) {
                answers.set(question, answer);
            }
            continue;
        };
        match &mut lost {
            Some(lost) => lost.push(LostEntry {
                answer: Some(node.json.clone()),
                ..LostEntry::of_question(id)
            }),
            None => log.report(&node.place, kind),
        }
    }
    answers
}

/// Returns why an answer has no place in the model.
fn refusal(
    model: &Model,
    id: &str,
    question: Option<QuestionIx>,
    answer: Option<Answer>,
) -> Option<ProblemKind> {
    let Some(question) = question else {
        return Some(unknown_question(id));
    };
    let refused = answer == Some(Answer::NotApplicable) && !model.question(question).not_applicable;
    refused.then(|| ProblemKind::NotApplicableNotAllowed {
        question: id.to_owned(),
    })
}

fn read_answer(node: &Node<'_, '_>, log: &mut Log) -> Option<Answer> {
    let answer = match node.json {
        Json::Text(word) if word == "unknown" => Some(Answer::Unknown),
        Json::Text(word) if word == "not_applicable" => Some(Answer::NotApplicable),
        other => other.as_level().map(Answer::Level),
    };
    if answer.is_none() {
        let (found, fault) = (node.json.quote(), node.json.level_fault());
        log.report(&node.place, ProblemKind::NotAnAnswer { found, fault });
    }
    answer
}

/// Reads notes. Entries without a question are handled as in [`read_answers`].
pub(super) fn read_notes(
    model: &Model,
    node: &Node<'_, '_>,
    lost: Option<&mut Vec<LostEntry>>,
    log: &mut Log,
) -> Notes {
    let mut notes = Notes::new();
    let mut orphans = Vec::new();
    let Some(fields) = node.fields(log) else {
        return notes;
    };
    for (id, node) in fields.nodes() {
        let text = node.text(log).unwrap_or_default();
        if let Some(question) = model.find_question(id) {
            notes.insert(question, text.to_owned());
        } else if lost.is_none() {
            log.report(&node.place, unknown_question(id));
        } else {
            orphans.push((id, text));
        }
    }
    if let Some(lost) = lost {
        lose_notes(lost, &orphans);
    }
    notes
}

/// Reads the authors of answers. While adapting, entries without a question are skipped: the answer
/// itself is reported as lost.
pub(super) fn read_authors(
    model: &Model,
    node: &Node<'_, '_>,
    adapting: bool,
    log: &mut Log,
) -> AnswerAuthors {
    let mut authors = AnswerAuthors::new();
    let Some(fields) = node.fields(log) else {
        return authors;
    };
    for (id, node) in fields.nodes() {
        let name = node.text(log).unwrap_or_default();
        match model.find_question(id) {
            Some(question) => drop(authors.insert(question, name.to_owned())),
            None if adapting => {}
            None => log.report(&node.place, unknown_question(id)),
        }
    }
    authors
}

pub(crate) fn unknown_question(id: &str) -> ProblemKind {
    ProblemKind::UnknownId {
        of: EntryKind::Question,
        id: id.to_owned(),
    }
}

/// Adds notes to the lost answers of the same questions.
fn lose_notes(lost: &mut Vec<LostEntry>, orphans: &[(&str, &str)]) {
    let mut notes: VecMap<&str, &str> = VecMap::new();
    for &(id, note) in orphans {
        notes.insert(id, note);
    }
    for entry in lost.iter_mut() {
        entry.note = notes.remove(entry.question.as_str()).map(str::to_owned);
    }
    let alone = orphans.iter().filter(|(id, _)| notes.contains_key(id));
    lost.extend(alone.map(|&(id, note)| LostEntry {
        note: Some(note.to_owned()),
        ..LostEntry::of_question(id)
    }));
}
