//! Recording steps. Part of the starter, so it does no more than that.

use super::step::write_change;
use super::{MAX_STEPS, steps_prefix};
use crate::browser::store::Change;
use crate::state::length_prefix::write_part;

/// The steps of an assessment that this tab knows.
#[derive(Default)]
pub(crate) struct RecordedSteps {
    /// The keys of their records, in the order of time.
    keys: Vec<String>,
    /// The key of the last step of this tab.
    last: String,
    /// The text that is being written by the last step.
    text: Option<WrittenText>,
    /// The time of the last step, in milliseconds since 1970.
    time: u64,
}

/// A text that is being written.
struct WrittenText {
    /// Which text of its record.
    text: u8,
    record: String,
    /// The record before the first letter.
    before: Option<String>,
}

/// When a change is made, in milliseconds since 1970.
pub(crate) struct Moment {
    pub(crate) now: u64,
    /// The time at which the page was opened.
    pub(crate) page_opened: u64,
}

impl RecordedSteps {
    /// Compares the same records before and after a change. Returns the changed ones with the record
    /// of the step that undoes the change, and those of dropped steps; nothing without a change.
    /// `text` tells which text of the record is being written, if it is one.
    pub(crate) fn record(
        &mut self,
        key: &str,
        moment: Moment,
        before: Vec<Change>,
        after: Vec<Change>,
        text: Option<u8>,
    ) -> Vec<Change> {
        let mut changes = Vec::new();
        let mut step = String::new();
        write_part(&mut step, None);
        let mut written = self.text.take();
        let mut is_new = true;
        for ((record, mut old), (_, new)) in before.into_iter().zip(after) {
            if old == new {
                continue;
            }
            if let Some(written) = written.take()
                && Some(written.text) == text
                && written.record == record
            {
                old = written.before;
                is_new = false;
            }
            write_change(&mut step, &record, old.as_deref(), new.as_deref());
            changes.push((format!("a/{key}/{record}"), new));
            self.text = text.map(|text| WrittenText {
                text,
                record,
                before: old,
            });
        }
        if changes.is_empty() {
            return changes;
        }
        if is_new {
            self.begin_step(key, moment);
        }
        changes.push((self.last.clone(), Some(step)));
        while self.keys.len() > MAX_STEPS {
            changes.push((self.keys.remove(0), None));
        }
        changes
    }

    fn begin_step(&mut self, key: &str, moment: Moment) {
        // Steps of the same millisecond have names of their own.
        self.time = moment.now.max(self.time + 1);
        let (prefix, time, page) = (steps_prefix(key), self.time, moment.page_opened);
        self.last = format!("{prefix}{time}-{page}");
        self.keys.push(self.last.clone());
    }

    /// Adds the keys of stored steps.
    pub(crate) fn add_stored(&mut self, mut keys: Vec<String>) {
        keys.append(&mut self.keys);
        assay_core::sorting::sort(&mut keys);
        keys.dedup();
        self.keys = keys;
    }

    /// Ends the step of the text that is being written.
    pub(crate) fn end_text(&mut self) {
        self.text = None;
    }
}
