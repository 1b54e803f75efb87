//! Which step is undone or redone next.

use super::step::{ChangeStep, Direction};
use crate::browser::store::Entries;

/// A step with the key of its record.
pub(super) struct StoredStep {
    pub(super) key: String,
    pub(super) step: ChangeStep,
}

/// Returns the step that is next, of the records of an assessment's steps, for the page that was
/// opened at `page_opened`, in milliseconds since 1970, base 36.
pub(super) fn next_step(
    records: Entries,
    direction: Direction,
    page_opened: &str,
) -> Option<StoredStep> {
    let page_opened = number(page_opened)?;
    let mut steps: Vec<((u64, u64), StoredStep)> = records
        .into_iter()
        .filter_map(|(key, text)| {
            let [time, page, count] = numbers(&key)?;
            let step = ChangeStep::parse(&text)?;
            let is_own = page == page_opened || time <= page_opened;
            (is_own && step.has_effect()).then_some(((time, count), StoredStep { key, step }))
        })
        .collect();
    assay_core::sorting::sort_by(&mut steps, |a, b| a.0.cmp(&b.0));
    let last_done = steps.iter().rposition(|(_, it)| !it.step.is_undone);
    let place = match direction {
        Direction::Undo => last_done?,
        // What was undone before the last change is not redone.
        Direction::Redo => last_done.map_or(0, |last| last + 1),
    };
    (place < steps.len()).then(|| steps.swap_remove(place).1)
}

/// The time of a step, that of its page, and its count there, from its key.
fn numbers(key: &str) -> Option<[u64; 3]> {
    let mut parts = key.rsplit('/').next()?.split('-');
    let (time, page, count) = (parts.next()?, parts.next()?, parts.next()?);
    Some([number(time)?, number(page)?, count.parse().ok()?])
}

fn number(digits: &str) -> Option<u64> {
    u64::from_str_radix(digits, 36).ok()
}
