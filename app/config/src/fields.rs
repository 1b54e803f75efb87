//! Limits of a configuration's values, on top of the core's typed access to JSON. Every fault is
//! recorded with its place.

use assay_core::json::{Fields, Node, Place, ProblemSink};
use assay_core::{Json, ProblemKind};

use crate::{Fault, FaultKind};

/// The faults found so far.
#[derive(Debug, Default)]
pub(crate) struct FaultLog(pub(crate) Vec<Fault>);

impl FaultLog {
    pub(crate) fn record(&mut self, place: &Place<'_>, kind: FaultKind) {
        self.0.push(Fault {
            place: place.to_string(),
            position: None,
            kind,
        });
    }
}

impl ProblemSink for FaultLog {
    fn report(&mut self, place: &Place<'_>, kind: ProblemKind) {
        self.record(place, FaultKind::File(kind));
    }
}

/// The fields of an object, all of which must be `known`.
pub(crate) fn known_fields<'j, 's>(
    node: &'s Node<'j, '_>,
    known: &'static [&'static str],
    log: &mut FaultLog,
) -> Option<Fields<'j, 's>> {
    let fields = node.fields(log)?;
    for (name, node) in fields.nodes().filter(|(name, _)| !known.contains(name)) {
        let (found, allowed) = (name.to_owned(), known);
        log.report(&node.place, ProblemKind::NotOneOf { found, allowed });
    }
    Some(fields)
}

/// A text of `low` to `high` characters, trimmed.
pub(crate) fn bounded_text<'j>(
    node: &Node<'j, '_>,
    low: usize,
    high: usize,
    log: &mut FaultLog,
) -> Option<&'j str> {
    let text = node.text(log)?.trim();
    let found = text.chars().count();
    if found < low || found > high {
        log.record(&node.place, FaultKind::Length { found, low, high });
        return None;
    }
    Some(text)
}

/// A number from `low` to `high`.
pub(crate) fn bounded_number(
    node: &Node<'_, '_>,
    low: f64,
    high: f64,
    log: &mut FaultLog,
) -> Option<f64> {
    let found = node.number(log)?;
    if found >= low && found <= high {
        return Some(found);
    }
    log.report(&node.place, ProblemKind::OutsideRange { found, low, high });
    None
}

/// The elements of a list with `low` to `high` distinct elements.
pub(crate) fn distinct_elements<'j, 's>(
    node: &'s Node<'j, '_>,
    low: usize,
    high: usize,
    log: &mut FaultLog,
) -> Option<Vec<Node<'j, 's>>> {
    let list = node.elements(log)?;
    let found = list.len();
    if found < low || found > high {
        log.record(&node.place, FaultKind::Count { found, low, high });
        return None;
    }
    let nodes = list.iter().enumerate();
    let nodes: Vec<Node<'j, 's>> = nodes.map(|(at, json)| node.element(at, json)).collect();
    for (at, node) in nodes.iter().enumerate() {
        if is_repeated(node.json, list.iter().take(at)) {
            let found = node.json.to_string();
            log.record(&node.place, FaultKind::Repeated { found });
        }
    }
    Some(nodes)
}

fn is_repeated<'j>(json: &Json, mut before: impl Iterator<Item = &'j Json>) -> bool {
    before.any(|one| one == json)
}
