//! Recording steps. Part of the starter, so it does no more than that.

use super::step::write_change;
use super::{MAX_STEPS, steps_prefix};
use crate::browser::store::Change;
use crate::state::length_prefix::write_part;

/// The steps that were recorded.
#[derive(Default)]
pub(crate) struct RecordedSteps {
    /// The key of the last step.
    last: String,
    /// The number of steps.
    count: u32,
    /// The text that is being written by the last step.
    text: Option<WrittenText>,
    /// Drops the oldest steps; set by the full app.
    limit: Option<StepLimit>,
}

/// The keys of the steps of an assessment, in the order of time, with the function that appends a
/// key and returns those to drop.
struct StepLimit {
    keys: Vec<String>,
    add: fn(&mut Vec<String>, &str) -> Vec<Change>,
}

/// A text that is being written.
struct WrittenText {
    /// Which text of its record.
    text: u8,
    record: String,
    /// The record before the first letter.
    before: Option<String>,
}

impl WrittenText {
    fn is(&self, text: Option<u8>, record: &str) -> bool {
        Some(self.text) == text && self.record == record
    }
}

impl RecordedSteps {
    /// Compares the same records before and after a change. Returns the changed ones with the record
    /// of the step that undoes the change, and those of dropped steps; nothing without a change.
    /// `text` tells which text of the record is being written, if it is one; `moment` is the name of
    /// the step ([`clock::moment`](crate::browser::clock::moment)).
    pub(crate) fn record(
        &mut self,
        key: &str,
        moment: &str,
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
            if let Some(written) = written.take().filter(|it| it.is(text, &record)) {
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
            changes.extend(self.begin_step(key, moment));
        }
        changes.push((self.last.clone(), Some(step)));
        changes
    }

    /// Begins a step. Returns the records of the steps that are dropped for it.
    fn begin_step(&mut self, key: &str, moment: &str) -> Vec<Change> {
        // Steps of the same millisecond have names of their own.
        self.count += 1;
        self.last = format!("{}{moment}-{}", steps_prefix(key), self.count);
        match &mut self.limit {
            Some(limit) => (limit.add)(&mut limit.keys, &self.last),
            None => Vec::new(),
        }
    }

    /// Limits the number of steps from now on, given the keys of those that are stored.
    pub(crate) fn limit(&mut self, stored: Vec<String>) {
        let mut keys = stored;
        assay_core::sorting::sort(&mut keys);
        let add = |keys: &mut Vec<String>, key: &str| {
            keys.push(key.to_owned());
            let excess = keys.len().saturating_sub(MAX_STEPS);
            keys.drain(..excess).map(|key| (key, None)).collect()
        };
        self.limit = Some(StepLimit { keys, add });
    }

    /// Ends the step of the text that is being written.
    pub(crate) fn end_text(&mut self) {
        self.text = None;
    }
}
