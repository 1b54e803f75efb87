//! Reads criteria and paths.

use super::questions::{Names, check_id, resolve};
use super::weights::{normalize_weights, read_weight};
use super::{Criterion, Term};
use crate::json::Node;
use crate::problem::Log;
use crate::{CriterionIx, EntryKind, PathId, ProblemKind, QuestionIx, Stance};

/// Reads the criteria and their ids.
pub(super) fn read_criteria<'j>(
    node: &Node<'j, '_>,
    questions: &Names<'_, QuestionIx>,
    log: &mut Log,
) -> (Vec<Criterion>, Names<'j, CriterionIx>) {
    let mut criteria: Vec<Criterion> = Vec::new();
    let mut names = Names::new();
    let Some(fields) = node.fields(log) else {
        return (criteria, names);
    };
    for (id, node) in fields.nodes() {
        if names.contains_key(id) {
            continue; // noted as a repeated key
        }
        check_id(&node, id, EntryKind::Criterion, log);
        names.insert(id, CriterionIx::new(criteria.len()));
        let mut terms = Vec::new();
        if let Some(fields) = node.fields(log) {
            for (name, node) in fields.nodes() {
                let question = resolve(&node, name, questions, EntryKind::Question, log);
                let weight = read_weight(&node, log);
                // An unknown question is reported; the entry is kept, so that weights can be
                // checked.
                terms.push((question.unwrap_or(QuestionIx::NOWHERE), weight));
            }
            let weights = terms.iter().map(|&(_, weight)| weight);
            check_weights(&node, EntryKind::Criterion, id, weights, log);
        }
        normalize_weights(terms.iter_mut().map(|(_, weight)| weight));
        let id = id.to_owned();
        criteria.push(Criterion { id, terms });
    }
    let count = criteria.len();
    let limit = super::limits::MAX_ENTRIES;
    if count > limit {
        let of = EntryKind::Criterion;
        log.report(&node.place, ProblemKind::TooMany { of, count, limit });
    }
    (criteria, names)
}

fn check_weights(
    node: &Node<'_, '_>,
    of: EntryKind,
    id: &str,
    mut weights: impl Iterator<Item = f64>,
    log: &mut Log,
) {
    let id = id.to_owned();
    match weights.next() {
        None => log.report(&node.place, ProblemKind::NoReferences { of, id }),
        Some(first) if first == 0.0 && weights.all(|weight| weight == 0.0) => {
            log.report(&node.place, ProblemKind::AllWeightsZero { of, id });
        }
        Some(_) => {}
    }
}

/// Reads the four paths of each stance.
pub(super) fn read_paths(
    node: &Node<'_, '_>,
    criteria: &Names<'_, CriterionIx>,
    log: &mut Log,
) -> [[Vec<Term>; 4]; 2] {
    let Some(fields) = node.fields(log) else {
        return Default::default();
    };
    for (word, node) in fields.nodes() {
        if Stance::parse(word).is_none() {
            not_one_of(&node, word, &Stance::WORDS, log);
        }
    }
    Stance::ALL.map(|stance| {
        let Some(node) = fields.required(stance.as_str(), log) else {
            return Default::default();
        };
        let Some(fields) = node.fields(log) else {
            return Default::default();
        };
        for (word, node) in fields.nodes() {
            if PathId::parse(word).is_none() {
                not_one_of(&node, word, &PathId::WORDS, log);
            }
        }
        PathId::ALL.map(|path| {
            if let Some(node) = fields.optional(path.as_str()) {
                terms(&node, path, criteria, log)
            } else {
                log.report(&node.place, ProblemKind::MissingPath { stance, path });
                Vec::new()
            }
        })
    })
}

fn not_one_of(node: &Node<'_, '_>, word: &str, allowed: &'static [&'static str], log: &mut Log) {
    let found = word.to_owned();
    log.report(&node.place, ProblemKind::NotOneOf { found, allowed });
}

fn terms(
    node: &Node<'_, '_>,
    path: PathId,
    criteria: &Names<'_, CriterionIx>,
    log: &mut Log,
) -> Vec<Term> {
    let Some(fields) = node.fields(log) else {
        return Vec::new();
    };
    let mut terms: Vec<Term> = fields
        .nodes()
        .map(|(name, node)| term(&node, name, criteria, log))
        .collect();
    let weights = terms.iter().map(|term| term.weight);
    check_weights(node, EntryKind::Path, path.as_str(), weights, log);
    normalize_weights(terms.iter_mut().map(|term| &mut term.weight));
    terms
}

fn term(node: &Node<'_, '_>, name: &str, criteria: &Names<'_, CriterionIx>, log: &mut Log) -> Term {
    let criterion = resolve(node, name, criteria, EntryKind::Criterion, log);
    let mut term = Term {
        criterion: criterion.unwrap_or(CriterionIx::NOWHERE),
        weight: 1.0,
        veto_below: None,
    };
    let Some(fields) = node.fields(log) else {
        return term;
    };
    if let Some(node) = fields.required("weight", log) {
        term.weight = read_weight(&node, log);
    }
    if let Some(node) = fields.optional("veto_below") {
        term.veto_below = read_number_in_range(&node, 0.0, 1.0, log);
    }
    term
}

/// Reads a number within inclusive bounds.
pub(super) fn read_number_in_range(
    node: &Node<'_, '_>,
    low: f64,
    high: f64,
    log: &mut Log,
) -> Option<f64> {
    let found = node.number(log)?;
    if (low..=high).contains(&found) {
        return Some(found);
    }
    log.report(&node.place, ProblemKind::OutsideRange { found, low, high });
    None
}
