//! Reads and writes the targets of an assessment file.

use super::{FIELD, QuestionTarget, SectionTarget, TargetScore, Targets};
use crate::assessment::read_date;
use crate::json::{Fields, Json, Node};
use crate::problem::Log;
use crate::{Assessment, Day, Model, ProblemKind, QuestionIx, SectionIx};

/// The targets of sections, by section.
const SECTIONS: &str = "sections";
/// The targets of questions, by question.
const QUESTIONS: &str = "questions";
/// The score of a section's target.
const SCORE: &str = "score";
/// The level of a question's target.
pub(super) const LEVEL: &str = "level";
/// The date of a target.
const DATE: &str = "date";

impl Assessment {
    /// Returns the targets. An entry that [`check_follow_up`](Assessment::check_follow_up) reports is
    /// left out.
    #[must_use]
    pub fn targets(&self, model: &Model) -> Targets {
        let mut targets = Targets::default();
        let Some(json) = self.unknown_field(FIELD) else {
            return targets;
        };
        for (id, json) in entries(json, SECTIONS) {
            let target = read_section_target(&Node::top(json), &mut Log::default());
            if let Some((section, target)) = model.find_section(id).zip(target) {
                targets.sections.insert(section, target);
            }
        }
        for (id, json) in entries(json, QUESTIONS) {
            let target = read_question_target(&Node::top(json), &mut Log::default());
            if let Some((question, target)) = model.find_question(id).zip(target) {
                targets.questions.insert(question, target);
            }
        }
        targets
    }

    /// Sets the target of a section; `None` removes it. Unknown fields of its entry are kept.
    pub fn set_section_target(
        &mut self,
        model: &Model,
        section: SectionIx,
        target: Option<SectionTarget>,
    ) {
        let value = target.map(|target| (SCORE, score_json(target.score)));
        let date = target.and_then(|target| target.date);
        self.set_target(SECTIONS, &model.section(section).id, value, date);
    }

    /// Sets the target of a question; `None` removes it. Unknown fields of its entry are kept.
    pub fn set_question_target(
        &mut self,
        model: &Model,
        question: QuestionIx,
        target: Option<QuestionTarget>,
    ) {
        let value = target.map(|target| (LEVEL, Json::from(target.level.get())));
        let date = target.and_then(|target| target.date);
        self.set_target(QUESTIONS, &model.question(question).id, value, date);
    }

    fn set_target(
        &mut self,
        kind: &'static str,
        id: &str,
        value: Option<(&'static str, Json)>,
        date: Option<Day>,
    ) {
        let mut targets = object(self.unknown_field(FIELD));
        let mut of_kind = object(find(&targets, kind));
        let mut entry = object(find(&of_kind, id));
        entry.retain(|(field, _)| ![SCORE, LEVEL, DATE].contains(&field.as_str()));
        let date = date.map(|date| (DATE, Json::Text(date.to_string())));
        let fields = value.into_iter().chain(date);
        entry.splice(0..0, fields.map(|(field, value)| (field.to_owned(), value)));
        put(&mut of_kind, id, entry);
        put(&mut targets, kind, of_kind);
        let field = (!targets.is_empty()).then_some(Json::Object(targets));
        self.set_unknown_field(FIELD, field);
    }
}

/// Returns the score as a number, without decimals if it is a whole one.
fn score_json(score: TargetScore) -> Json {
    let percent = score.percent();
    let whole = percent as u8;
    match serde_json::Number::from_f64(percent) {
        Some(number) if f64::from(whole) != percent => Json::Number(number),
        _ => Json::from(whole),
    }
}

/// Checks the targets: reports every value that has a wrong type or is out of range, and every entry
/// without a score or level.
pub(crate) fn check(fields: &Fields<'_, '_>, log: &mut Log) {
    let Some(node) = fields.optional(FIELD) else {
        return;
    };
    let Some(targets) = node.fields(log) else {
        return;
    };
    if let Some(node) = targets.optional(SECTIONS)
        && let Some(entries) = node.fields(log)
    {
        for (_, entry) in entries.nodes() {
            read_section_target(&entry, log);
        }
    }
    if let Some(node) = targets.optional(QUESTIONS)
        && let Some(entries) = node.fields(log)
    {
        for (_, entry) in entries.nodes() {
            read_question_target(&entry, log);
        }
    }
}

fn read_section_target(entry: &Node<'_, '_>, log: &mut Log) -> Option<SectionTarget> {
    let fields = entry.fields(log)?;
    let score = fields.required(SCORE, log);
    let score = score.and_then(|node| read_score(&node, log));
    let date = read_optional_date(&fields, log);
    Some(SectionTarget {
        score: score?,
        date: date?,
    })
}

fn read_question_target(entry: &Node<'_, '_>, log: &mut Log) -> Option<QuestionTarget> {
    let fields = entry.fields(log)?;
    let level = fields.required(LEVEL, log);
    let level = level.and_then(|node| node.level(log));
    let date = read_optional_date(&fields, log);
    Some(QuestionTarget {
        level: level?,
        date: date?,
    })
}

fn read_score(node: &Node<'_, '_>, log: &mut Log) -> Option<TargetScore> {
    let found = node.number(log)?;
    let score = TargetScore::new(found);
    if score.is_none() {
        let (low, high) = (TargetScore::LOWEST, TargetScore::HIGHEST);
        log.report(&node.place, ProblemKind::OutsideRange { found, low, high });
    }
    score
}

/// Returns the date, if there is one; `None` if it is faulty.
fn read_optional_date(fields: &Fields<'_, '_>, log: &mut Log) -> Option<Option<Day>> {
    match fields.optional(DATE) {
        None => Some(None),
        Some(node) => read_date(&node, log).map(Some),
    }
}

/// Returns the entries of one kind of targets.
pub(super) fn entries<'j>(targets: &'j Json, kind: &str) -> &'j [(String, Json)] {
    match targets.get(kind) {
        Some(Json::Object(entries)) => entries,
        _ => &[],
    }
}

/// Returns the fields of an object; none for any other value.
fn object(json: Option<&Json>) -> Vec<(String, Json)> {
    match json {
        Some(Json::Object(entries)) => entries.clone(),
        _ => Vec::new(),
    }
}

fn find<'j>(entries: &'j [(String, Json)], key: &str) -> Option<&'j Json> {
    entries
        .iter()
        .find_map(|(other, value)| (other == key).then_some(value))
}

/// Replaces an entry at its place, or adds it; an empty one is removed.
fn put(entries: &mut Vec<(String, Json)>, key: &str, value: Vec<(String, Json)>) {
    let entry = (!value.is_empty()).then(|| (key.to_owned(), Json::Object(value)));
    match entries.iter().position(|(other, _)| other == key) {
        Some(at) => drop(entries.splice(at..=at, entry)),
        None => entries.extend(entry),
    }
}
