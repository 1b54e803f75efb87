//! Line and column of what is wrong with a file, and what is wrong with its syntax: looked for only
//! when there is something to tell.

use std::collections::BTreeMap;

use super::position::{Cursor, Position};
use super::scan::{self, EntryOffset, PlaceHash};
use crate::{Problem, ProblemKind, Problems};

/// Where a value stands; one for each time that its key is given.
#[derive(Default)]
struct Found {
    keys: Vec<usize>,
    values: Vec<usize>,
    /// How many problems say that the key is repeated.
    repeats: usize,
}

/// So many times the same key are told apart.
const MAX_REPEATS: usize = 10_000;

impl Problems {
    /// The same problems of this text with line and column, and with what is wrong where the text
    /// is not JSON.
    #[must_use]
    pub fn locate(mut self, text: &str) -> Self {
        let text = text.trim_start_matches('\u{feff}');
        for problem in &mut self.0 {
            if let ProblemKind::NotJson { at, fault } = &mut problem.kind
                && let Some((position, found)) = scan::find_fault(text)
            {
                (*at, *fault) = (position, found);
            }
        }
        let wanted: Vec<Wanted> = self.0.iter().map(wanted).collect();
        let found = search(text, &wanted);
        for (problem, position) in self.0.iter_mut().zip(found) {
            problem.position = position;
        }
        self
    }
}

/// Line and column of the values at these places in a file, as far as it has them.
#[must_use]
pub fn locate_values(text: &str, places: &[&str]) -> Vec<Option<Position>> {
    let first = |place: &&'_ str| Wanted {
        hash: hash(place),
        repeated: false,
    };
    let wanted: Vec<Wanted> = places.iter().map(first).collect();
    search(text.trim_start_matches('\u{feff}'), &wanted)
}

/// A place that is looked for; nothing for the file as a whole.
struct Wanted {
    hash: Option<PlaceHash>,
    /// Whether it is where a key stands again.
    repeated: bool,
}

fn wanted(problem: &Problem) -> Wanted {
    Wanted {
        hash: hash(&problem.place),
        repeated: matches!(problem.kind, ProblemKind::RepeatedKey { .. }),
    }
}

fn hash(place: &str) -> Option<PlaceHash> {
    (!place.is_empty()).then(|| PlaceHash::of(place))
}

fn search(text: &str, wanted: &[Wanted]) -> Vec<Option<Position>> {
    let mut found = find(text, wanted);
    let mut offsets: Vec<Option<usize>> = Vec::with_capacity(wanted.len());
    for Wanted { hash, repeated } in wanted {
        let entry = hash.as_ref().and_then(|hash| found.get_mut(hash));
        offsets.push(entry.and_then(|entry| {
            if !*repeated {
                return entry.values.first().copied();
            }
            entry.repeats = entry.repeats.saturating_add(1);
            entry.keys.get(entry.repeats).or(entry.keys.last()).copied()
        }));
    }
    let mut order: Vec<(usize, usize)> = offsets
        .iter()
        .enumerate()
        .filter_map(|(index, offset)| offset.map(|offset| (offset, index)))
        .collect();
    order.sort_unstable();
    let mut positions = vec![None; wanted.len()];
    let mut cursor = Cursor::new(text);
    for (offset, index) in order {
        let position = cursor.advance(offset);
        if let Some(slot) = positions.get_mut(index) {
            *slot = Some(position);
        }
    }
    positions
}

/// Where the values of these places begin.
fn find(text: &str, wanted: &[Wanted]) -> BTreeMap<PlaceHash, Found> {
    let hashes = wanted.iter().filter_map(|wanted| wanted.hash);
    let mut found: BTreeMap<PlaceHash, Found> =
        hashes.map(|hash| (hash, Found::default())).collect();
    if found.is_empty() {
        return found;
    }
    scan::visit(text, &mut |place, seen| {
        let Some(entry) = found.get_mut(&place) else {
            return;
        };
        let (offsets, offset) = match seen {
            EntryOffset::Key(offset) => (&mut entry.keys, offset),
            EntryOffset::Value(offset) => (&mut entry.values, offset),
        };
        if offsets.len() <= MAX_REPEATS {
            offsets.push(offset);
        }
    });
    found
}
