//! Reads sections and questions.

use super::graph::find_cycles;
use super::weights::{normalize_weights, read_weight};
use super::{Condition, Question, Section};
use crate::json::{Fields, Json, Node};
use crate::problem::Log;
use crate::syntax::Place;
use crate::{EntryKind, Level, ProblemKind, QuestionIx, SectionIx, Stance, Tag, VecMap};

/// Indices by id, used while a model is read.
pub(super) type Names<'j, Ix> = VecMap<&'j str, Ix>;

/// A list of entries with ids.
pub(super) struct EntryList<'j, Ix> {
    /// The entries in file order.
    pub(super) entries: &'j [Json],
    /// Indices by id; the first one of a repeated id.
    pub(super) names: Names<'j, Ix>,
}

/// Reads the ids of a list of entries.
pub(super) fn read_entry_list<'j, Ix: Copy>(
    node: &Node<'j, '_>,
    of: EntryKind,
    limit: usize,
    ix: fn(usize) -> Ix,
    log: &mut Log,
) -> EntryList<'j, Ix> {
    let entries = node.elements(log).unwrap_or(&[]);
    let mut first: VecMap<&str, usize> = VecMap::new();
    for (index, json) in entries.iter().enumerate() {
        let entry = node.element(index, json);
        if let Some(fields) = entry.fields(log)
            && let Some(id) = fields.required("id", log)
            && let Some(name) = id.text(log)
        {
            check_id(&id, name, of, log);
            if let Some(&earlier) = first.get(name) {
                let (id_text, first) = (name.to_owned(), node.place.index(earlier).to_string());
                let kind = ProblemKind::RepeatedId {
                    of,
                    id: id_text,
                    first,
                };
                log.report(&id.place, kind);
            } else {
                first.insert(name, index);
            }
        }
    }
    if entries.len() > limit {
        let count = entries.len();
        log.report(&node.place, ProblemKind::TooMany { of, count, limit });
    }
    // Inserted one by one: collecting would sort first, with another instance of the sort.
    let mut names = Names::new();
    for (name, index) in first {
        names.insert(name, ix(index));
    }
    EntryList { entries, names }
}

/// Reports an empty id.
pub(super) fn check_id(node: &Node<'_, '_>, name: &str, of: EntryKind, log: &mut Log) {
    if name.is_empty() {
        log.report(&node.place, ProblemKind::EmptyId { of });
    }
}

/// Looks up an id; reports an unknown one.
pub(super) fn resolve<Ix: Copy>(
    node: &Node<'_, '_>,
    name: &str,
    names: &Names<'_, Ix>,
    of: EntryKind,
    log: &mut Log,
) -> Option<Ix> {
    let found = names.get(name).copied();
    if found.is_none() {
        let id = name.to_owned();
        log.report(&node.place, ProblemKind::UnknownId { of, id });
    }
    found
}

/// Reads the sections.
pub(super) fn read_sections(
    node: &Node<'_, '_>,
    listed: &EntryList<'_, SectionIx>,
    log: &mut Log,
) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::with_capacity(listed.entries.len());
    for (index, json) in listed.entries.iter().enumerate() {
        let entry = node.element(index, json);
        // An entry that is not an object is reported when its id is read.
        let fields = entry.fields(&mut Log::default());
        let id = entry_id(json);
        let weight = fields
            .and_then(|fields| fields.required("weight", log))
            .map_or(1.0, |node| {
                let weight = read_weight(&node, log);
                if weight == 0.0 {
                    let id = id.clone();
                    log.report(&node.place, ProblemKind::ZeroSectionWeight { id });
                }
                weight
            });
        sections.push(Section { id, weight });
    }
    normalize_weights(sections.iter_mut().map(|section| &mut section.weight));
    check_any(node, sections.len(), EntryKind::Section, log);
    sections
}

/// Reports an empty list. A missing field or a wrong type is reported elsewhere.
fn check_any(node: &Node<'_, '_>, count: usize, of: EntryKind, log: &mut Log) {
    let is_list = matches!(node.json, Json::List(_));
    if is_list && count == 0 && !matches!(node.place, Place::Top) {
        log.report(&node.place, ProblemKind::EmptyList { of });
    }
}

/// Returns the id of an entry; empty if it has none.
pub(super) fn entry_id(json: &Json) -> String {
    json.get("id")
        .and_then(Json::as_str)
        .unwrap_or_default()
        .to_owned()
}

/// Reads the questions.
pub(super) fn read_questions(
    node: &Node<'_, '_>,
    listed: &EntryList<'_, QuestionIx>,
    sections: &Names<'_, SectionIx>,
    log: &mut Log,
) -> Vec<Question> {
    let mut starts = Vec::with_capacity(listed.entries.len());
    let questions: Vec<Question> = listed
        .entries
        .iter()
        .enumerate()
        .map(|(index, json)| {
            let entry = node.element(index, json);
            starts.push((entry.place.to_string(), log.count()));
            let mut question = Question {
                id: entry_id(json),
                section: SectionIx::NOWHERE,
                topic: String::new(),
                weight: 1.0,
                quick: false,
                tag: None,
                visible_if: None,
                stance: None,
                not_applicable: false,
            };
            if let Some(fields) = entry.fields(&mut Log::default()) {
                let names = (sections, &listed.names);
                fill(&mut question, QuestionIx::new(index), &fields, names, log);
            }
            question
        })
        .collect();
    log.merge_shared(&starts);
    check_any(node, questions.len(), EntryKind::Question, log);
    check_conditions(node, &questions, log);
    questions
}

fn fill(
    question: &mut Question,
    here: QuestionIx,
    fields: &Fields<'_, '_>,
    (sections, questions): (&Names<'_, SectionIx>, &Names<'_, QuestionIx>),
    log: &mut Log,
) {
    if let Some(node) = fields.required("section", log)
        && let Some(name) = node.text(log)
        && let Some(section) = resolve(&node, name, sections, EntryKind::Section, log)
    {
        question.section = section;
    }
    if let Some(node) = fields.required("weight", log) {
        question.weight = read_weight(&node, log);
    }
    if let Some(topic) = fields.optional("topic").and_then(|node| node.text(log)) {
        topic.clone_into(&mut question.topic);
    }
    let flag = |name, log: &mut Log| fields.optional(name).and_then(|node| node.boolean(log));
    question.quick = flag("quick", log) == Some(true);
    question.not_applicable = flag("not_applicable", log) == Some(true);
    question.tag = fields
        .optional("tag")
        .and_then(|node| node.word(Tag::parse, &Tag::WORDS, log));
    question.stance = fields
        .optional("stance")
        .and_then(|node| node.word(Stance::parse, &Stance::WORDS, log));
    question.visible_if = fields
        .optional("visible_if")
        .and_then(|node| condition(&node, here, &question.id, questions, log));
}

fn condition(
    node: &Node<'_, '_>,
    here: QuestionIx,
    id: &str,
    questions: &Names<'_, QuestionIx>,
    log: &mut Log,
) -> Option<Condition> {
    let fields = node.fields(log)?;
    let at_least: Option<Level> = fields
        .required("at_least", log)
        .and_then(|node| node.level(log));
    let on = fields.required("question", log)?;
    let question = resolve(&on, on.text(log)?, questions, EntryKind::Question, log)?;
    if question == here {
        let question = id.to_owned();
        log.report(&on.place, ProblemKind::ConditionOnItself { question });
        return None;
    }
    Some(Condition {
        question,
        at_least: at_least?,
    })
}

fn check_conditions(node: &Node<'_, '_>, questions: &[Question], log: &mut Log) {
    let needs: Vec<Vec<usize>> = questions
        .iter()
        .map(|question| {
            let condition = question.visible_if;
            condition.map(|c| c.question.index()).into_iter().collect()
        })
        .collect();
    for circle in find_cycles(&needs) {
        let names = circle.iter().filter_map(|&index| questions.get(index));
        let kind = ProblemKind::ConditionLoop {
            questions: names.map(|question| question.id.clone()).collect(),
        };
        let first = circle.first().copied().unwrap_or_default();
        log.report(&node.place.index(first).key("visible_if"), kind);
    }
}

/// Checks and normalizes the weights of the questions of each section.
pub(super) fn check_section_weights(
    node: &Node<'_, '_>,
    sections: &[Section],
    names: &Names<'_, SectionIx>,
    questions: &mut [Question],
    log: &mut Log,
) {
    let mut groups: Vec<Vec<&mut f64>> = sections.iter().map(|_| Vec::new()).collect();
    for question in questions {
        if let Some(group) = groups.get_mut(question.section.index()) {
            group.push(&mut question.weight);
        }
    }
    for (index, (section, group)) in sections.iter().zip(groups).enumerate() {
        let id = section.id.clone();
        if names.get(id.as_str()) != Some(&SectionIx::new(index)) {
            continue; // without a name of its own, which is noted, no question could belong to it
        }
        if group.is_empty() {
            let kind = ProblemKind::SectionWithoutQuestions { id };
            log.report(&node.place.index(index), kind);
        } else if group.iter().all(|weight| **weight == 0.0) {
            let of = EntryKind::Section;
            log.report(
                &node.place.index(index),
                ProblemKind::AllWeightsZero { of, id },
            );
        }
        normalize_weights(group.into_iter());
    }
}
