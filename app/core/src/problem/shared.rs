//! Merges a problem that all entries of a list or an object have.

use super::{Problem, ProblemKind};

/// The minimum number of entries for merging.
const FEW: usize = 3;

/// The place of an entry and its problems.
type Entry<'p> = (&'p str, &'p [Problem]);

/// Returns the problems with shared ones merged; `None` if no problem is shared. `entries` holds
/// the place of each entry and the number of problems before it.
pub(super) fn merge(problems: &[Problem], entries: &[(String, usize)]) -> Option<Vec<Problem>> {
    if entries.len() < FEW {
        return None;
    }
    let ends = entries.iter().skip(1).map(|(_, start)| *start);
    let entries: Vec<Entry<'_>> = entries
        .iter()
        .zip(ends.chain([problems.len()]))
        .map(|((place, start), end)| Some((place.as_str(), problems.get(*start..end)?)))
        .collect::<Option<_>>()?;
    let (&(place, first), others) = entries.split_first()?;
    let is_shared =
        |one: &&Problem| (others.iter()).all(|&(other, own)| has(own, other, one, place));
    let shared: Vec<&Problem> = first.iter().filter(is_shared).collect();
    if shared.is_empty() {
        return None;
    }
    let before = problems
        .len()
        .saturating_sub(entries.iter().map(|(_, own)| own.len()).sum());
    let mut merged: Vec<Problem> = problems.iter().take(before).cloned().collect();
    merged.extend(shared.iter().map(|one| everywhere(one, entries.len())));
    for (other, own) in entries {
        let alone = |one: &&Problem| {
            !shared
                .iter()
                .any(|of_all| is_same(of_all, place, one, other))
        };
        merged.extend(own.iter().filter(alone).cloned());
    }
    Some(merged)
}

/// Returns whether an entry has the same problem.
fn has(own: &[Problem], place: &str, wanted: &Problem, of: &str) -> bool {
    own.iter().any(|one| is_same(wanted, of, one, place))
}

/// Returns whether two problems have the same kind and the same place relative to their entries.
fn is_same(one: &Problem, place: &str, other: &Problem, other_place: &str) -> bool {
    let inside = one.place.strip_prefix(place);
    one.kind == other.kind && inside.is_some() && inside == other.place.strip_prefix(other_place)
}

fn everywhere(problem: &Problem, count: usize) -> Problem {
    Problem {
        kind: ProblemKind::SharedByAll {
            count,
            each: Box::new(problem.kind.clone()),
        },
        ..problem.clone()
    }
}
