//! Recording steps. Part of the starter, so it does no more than that.

use super::step::{ChangeStep, RecordChange};
use super::{MAX_STEPS, steps_prefix};
use crate::browser::store::Change;

/// The steps of an assessment that this tab knows.
#[derive(Default)]
pub(crate) struct RecordedSteps {
    /// The keys of their records, in the order of time.
    keys: Vec<String>,
    /// The text that is being written.
    text: Option<TextStep>,
    /// The time of the last step, in milliseconds since 1970.
    time: u64,
}

/// A text that is being written, with the step that undoes all of it.
struct TextStep {
    /// Which text of its record.
    text: u8,
    record: String,
    before: Option<String>,
    step_key: String,
}

/// When a change is made, in milliseconds since 1970.
pub(crate) struct Moment {
    pub(crate) now: u64,
    /// The time at which the page was opened.
    pub(crate) page_opened: u64,
}

impl RecordedSteps {
    /// Appends the record of a step to the changes of which it consists, and those of dropped steps.
    /// `text` tells which text of the record is being written, if it is one.
    pub(crate) fn record(
        &mut self,
        key: &str,
        moment: Moment,
        changed: Vec<RecordChange>,
        text: Option<u8>,
        changes: &mut Vec<Change>,
    ) {
        let mut changed = changed;
        let Some(first) = changed.first_mut() else {
            return;
        };
        let goes_on = |it: &TextStep| Some(it.text) == text && it.record == first.record;
        let step_key = match self.text.take().filter(goes_on) {
            Some(step) => {
                first.before = step.before;
                step.step_key
            }
            None => self.new_key(key, moment),
        };
        self.text = text.map(|text| TextStep {
            text,
            record: first.record.clone(),
            before: first.before.clone(),
            step_key: step_key.clone(),
        });
        let step = ChangeStep {
            is_undone: false,
            changes: changed,
        };
        changes.push((step_key, Some(step.to_text())));
        while self.keys.len() > MAX_STEPS {
            changes.push((self.keys.remove(0), None));
        }
    }

    fn new_key(&mut self, key: &str, moment: Moment) -> String {
        // Steps of the same millisecond have names of their own.
        self.time = moment.now.max(self.time + 1);
        let (prefix, time, page) = (steps_prefix(key), self.time, moment.page_opened);
        let step_key = format!("{prefix}{time}-{page}");
        self.keys.push(step_key.clone());
        step_key
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
