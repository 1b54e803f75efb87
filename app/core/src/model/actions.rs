//! Reads the actions of a model.

use std::collections::BTreeSet;

use super::graph::find_cycles;
use super::questions::{EntryList, Names, entry_id, resolve};
use super::{Action, Raise};
use crate::json::{Fields, Node};
use crate::problem::Log;
use crate::{ActionIx, Effort, EntryKind, Level, ProblemKind, QuestionIx};

/// Reads the actions.
pub(super) fn read_actions(
    node: &Node<'_, '_>,
    listed: &EntryList<'_, ActionIx>,
    questions: &Names<'_, QuestionIx>,
    log: &mut Log,
) -> Vec<Action> {
    let actions: Vec<Action> = listed
        .entries
        .iter()
        .enumerate()
        .map(|(index, json)| {
            let entry = node.element(index, json);
            let mut action = Action {
                id: entry_id(json),
                raises: Vec::new(),
                effort: Effort::S,
                after: Vec::new(),
            };
            if let Some(fields) = entry.fields(&mut Log::default()) {
                fill(&mut action, &fields, questions, &listed.names, log);
            }
            action
        })
        .collect();
    check_order(node, &actions, log);
    actions
}

fn fill(
    action: &mut Action,
    fields: &Fields<'_, '_>,
    questions: &Names<'_, QuestionIx>,
    actions: &Names<'_, ActionIx>,
    log: &mut Log,
) {
    if let Some(effort) = fields
        .required("effort", log)
        .and_then(|node| node.word(Effort::parse, &Effort::WORDS, log))
    {
        action.effort = effort;
    }
    if let Some(node) = fields.required("raises", log) {
        read_raises(action, &node, questions, log);
    }
    if let Some(node) = fields.optional("after") {
        read_prerequisites(action, &node, actions, log);
    }
}

fn read_raises(
    action: &mut Action,
    node: &Node<'_, '_>,
    questions: &Names<'_, QuestionIx>,
    log: &mut Log,
) {
    let Some(fields) = node.fields(log) else {
        return;
    };
    if fields.entries.is_empty() {
        let (of, id) = (EntryKind::Action, action.id.clone());
        log.report(&node.place, ProblemKind::NoReferences { of, id });
    }
    for (name, node) in fields.nodes() {
        let question = resolve(&node, name, questions, EntryKind::Question, log);
        let levels = levels(&node, log);
        if let (Some(question), Some((from, to))) = (question, levels) {
            action.raises.push(Raise { question, from, to });
        }
    }
}

fn read_prerequisites(
    action: &mut Action,
    node: &Node<'_, '_>,
    actions: &Names<'_, ActionIx>,
    log: &mut Log,
) {
    let mut seen = BTreeSet::new();
    for (index, json) in node.elements(log).unwrap_or(&[]).iter().enumerate() {
        let node = node.element(index, json);
        if let Some(name) = node.text(log)
            && let Some(earlier) = resolve(&node, name, actions, EntryKind::Action, log)
            && seen.insert(earlier)
        {
            action.after.push(earlier);
        }
    }
}

/// Reads a pair `[from, to]`.
fn levels(node: &Node<'_, '_>, log: &mut Log) -> Option<(Level, Level)> {
    let elements = node.elements(log)?;
    let [from, to] = elements else {
        let count = elements.len();
        log.report(&node.place, ProblemKind::NotTwoLevels { count });
        return None;
    };
    let from = node.element(0, from).level(log);
    let to = node.element(1, to).level(log);
    let (from, to) = (from?, to?);
    if from < to {
        return Some((from, to));
    }
    let (from, to) = (from.get(), to.get());
    log.report(&node.place, ProblemKind::RaiseNotUpwards { from, to });
    None
}

fn check_order(node: &Node<'_, '_>, actions: &[Action], log: &mut Log) {
    let needs: Vec<Vec<usize>> = actions
        .iter()
        .map(|action| action.after.iter().map(|earlier| earlier.index()).collect())
        .collect();
    for circle in find_cycles(&needs) {
        let names = circle.iter().filter_map(|&index| actions.get(index));
        let kind = ProblemKind::ActionLoop {
            actions: names.map(|action| action.id.clone()).collect(),
        };
        let first = circle.first().copied().unwrap_or_default();
        log.report(&node.place.index(first).key("after"), kind);
    }
}
