//! Sorting with small code size.
//!
//! The sort of the standard library is instantiated for each element type and each comparison, 5 kB
//! each in the wasm download. The functions here sort a list of indices, so that one instance
//! serves all types.

use std::cmp::Ordering;

/// Sorts with a comparison function; stable.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let at = |place: &u32| items.get(*place as usize);
    let mut places: Vec<u32> = (0..).take(items.len()).collect();
    sort_places(&mut places, &|a, b| match (at(a), at(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    arrange(items, &mut places);
}

/// Sorts by a key; stable.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts in ascending order; stable.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

#[cfg(not(target_arch = "wasm32"))]
#[inline(never)]
fn sort_places(places: &mut [u32], compare: &dyn Fn(&u32, &u32) -> Ordering) {
    places.sort_by(compare);
}

/// A merge sort with a tenth of the code size of the standard one.
#[cfg(target_arch = "wasm32")]
#[inline(never)]
fn sort_places(places: &mut [u32], compare: &dyn Fn(&u32, &u32) -> Ordering) {
    merge_sort(places, compare);
}

/// Merges runs of doubling length.
#[cfg(any(test, target_arch = "wasm32"))]
fn merge_sort(places: &mut [u32], compare: &dyn Fn(&u32, &u32) -> Ordering) {
    let mut runs = places.to_vec();
    let mut merged = Vec::with_capacity(places.len());
    let mut width = 1_usize;
    while width < places.len() {
        let both = width.saturating_mul(2);
        merged.clear();
        for run in runs.chunks(both) {
            let (mut left, mut right) = run.split_at(width.min(run.len()));
            while let (Some((a, after_a)), Some((b, after_b))) =
                (left.split_first(), right.split_first())
            {
                if compare(b, a) == Ordering::Less {
                    merged.push(*b);
                    right = after_b;
                } else {
                    merged.push(*a);
                    left = after_a;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut runs, &mut merged);
        width = both;
    }
    for (place, sorted) in places.iter_mut().zip(runs) {
        *place = sorted;
    }
}

/// Permutes the items in place, following the cycles of the permutation.
fn arrange<T>(items: &mut [T], from: &mut [u32]) {
    for start in 0..from.len() {
        let mut here = start;
        while let Some(source) = from.get(here).map(|place| *place as usize) {
            if let Some(place) = from.get_mut(here) {
                *place = u32::try_from(here).unwrap_or(u32::MAX);
            }
            if source == start || source == here {
                break;
            }
            items.swap(here, source);
            here = source;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(items: Vec<(u8, u16)>) {
            let (mut ours, mut theirs) = (items.clone(), items);
            super::sort_by(&mut ours, |a, b| a.0.cmp(&b.0));
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn the_small_sort_gives_the_same(keys: Vec<u8>) {
            let key = |place: &u32| keys.get(*place as usize);
            let compare = |a: &u32, b: &u32| key(a).cmp(&key(b));
            let mut ours: Vec<u32> = (0..).take(keys.len()).collect();
            let mut theirs = ours.clone();
            super::merge_sort(&mut ours, &compare);
            theirs.sort_by(compare);
            prop_assert_eq!(ours, theirs);
        }
    }
}
