//! Adds lines and columns, and the exact syntax error, to the problems of a file. Runs only if
//! there are problems.

use std::collections::BTreeMap;

use super::scan::{self, EntryOffset, PlaceHash};
use crate::syntax::{Cursor, Position};
use crate::{Problem, ProblemKind, Problems};

/// The offsets of a place, one for each occurrence of its key.
#[derive(Default)]
struct Found {
    keys: Vec<usize>,
    values: Vec<usize>,
    /// The number of repeated-key problems located so far.
    repeats: usize,
}

/// The largest number of occurrences of a key that are distinguished.
const MAX_REPEATS: usize = 10_000;

impl Problems {
    /// Returns the problems with line and column in this text, and with the classified syntax error
    /// if the text is not JSON.
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

/// Returns line and column of the values at these places; `None` for a place that the text does not
/// have.
#[must_use]
pub fn locate_values(text: &str, places: &[&str]) -> Vec<Option<Position>> {
    let first = |place: &&'_ str| Wanted {
        hash: hash(place),
        repeated: false,
    };
    let wanted: Vec<Wanted> = places.iter().map(first).collect();
    search(text.trim_start_matches('\u{feff}'), &wanted)
}

/// A place to locate; `None` means the whole file.
struct Wanted {
    hash: Option<PlaceHash>,
    /// Whether a repeated occurrence of the key is wanted.
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

/// Finds the offsets of the values at these places.
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
