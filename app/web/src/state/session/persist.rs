//! Storing the current assessment. Every change is stored by [`Session::persist`], in one
//! transaction with the step that undoes it.

use std::sync::atomic::Ordering;

use super::Session;
use crate::browser::store::Change;
use crate::browser::{clock, dom};
use crate::state::assessment_records::{self, AssessmentPart, head_key, to_records};

/// A part of an assessment as it is before a change.
pub(super) struct PartBefore {
    part: AssessmentPart,
    records: Vec<Change>,
    /// Which text is being written. Writing it in several changes is one step.
    text: Option<u8>,
}

impl Session {
    /// The part as it is, to be passed to [`persist`](Self::persist) after the change. `text` tells
    /// which text of the part is being written, if it is one.
    pub(super) fn before(&self, part: AssessmentPart, text: Option<u8>) -> PartBefore {
        PartBefore {
            part,
            records: part.records(&self.0.model, &self.draft()),
            text,
        }
    }

    /// Stores the changed part, or the whole assessment where it is not stored, or no longer.
    pub(super) fn persist(&self, before: PartBefore) {
        let after = before.part.records(&self.0.model, &self.draft());
        let mut steps = self.steps();
        let (key, moment) = (&self.0.key, clock::moment());
        let changes = steps.record(key, &moment, before.records, after, before.text);
        drop(steps);
        if !changes.is_empty() || !self.has_entries() {
            self.write(changes);
        }
    }

    /// Stores the head after a change that has no step, such as a plan for an action or a target.
    pub(super) fn persist_head(&self) {
        self.write(self.head_records());
    }

    /// Stores the head after the assessment joined a series. That is no change of what it states, so
    /// the time of its last change stays. What is not stored yet is stored with its first entry.
    pub(super) fn persist_series(&self) {
        if self.has_entries() {
            let key = &self.0.key;
            assessment_records::write_changes(key, head_key(key), self.head_records());
        }
    }

    fn head_records(&self) -> Vec<Change> {
        let records = AssessmentPart::Head.records(&self.0.model, &self.draft());
        let key = &self.0.key;
        let whole_key = |(record, value)| (format!("a/{key}/{record}"), value);
        records.into_iter().map(whole_key).collect()
    }

    /// Writes changed records, or the whole assessment where it is not stored, or no longer.
    pub(in crate::state) fn write(&self, mut changes: Vec<Change>) {
        if !self.has_entries() {
            self.begin();
            return self.write_whole(changes);
        }
        changes.extend(self.touch());
        let owner = head_key(&self.0.key);
        assessment_records::write_changes(&self.0.key, owner, changes);
    }

    /// Writes the whole assessment to the store.
    pub(crate) fn store_all(&self) {
        self.write_whole(Vec::new());
    }

    /// Writes the whole assessment and other changes.
    fn write_whole(&self, mut changes: Vec<Change>) {
        for (key, value) in to_records(&self.0.key, &self.0.model, &self.assessment()) {
            changes.push((key, Some(value)));
        }
        assessment_records::write_changes(&self.0.key, String::new(), changes);
        self.0.stored.store(true, Ordering::Relaxed);
        self.make_current();
    }

    /// Writes the whole assessment to the store again, if it was stored.
    pub(crate) fn rewrite(&self) {
        if self.has_entries() {
            self.store_all();
        }
    }

    /// Makes this the assessment that the next visit opens.
    pub(crate) fn make_current(&self) {
        assessment_records::write_current_key(&self.0.model, &self.0.key);
    }

    /// Notes that another tab deleted the assessment. The next change stores it again.
    pub(crate) fn mark_deleted(&self) {
        self.0.stored.store(false, Ordering::Relaxed);
    }

    /// Sets what is known at the first entry: the time and the language.
    fn begin(&self) {
        let mut draft = self.draft();
        draft.set_updated(&clock::now());
        if draft.locale().is_none()
            && let Some(language) = dom::page_language()
        {
            draft.set_locale(&language);
        }
    }

    /// Sets the time of the last change, at most once a minute. Returns its record then.
    fn touch(&self) -> Option<Change> {
        let now = clock::now();
        let mut draft = self.draft();
        let is_due = draft.updated().and_then(|before| before.get(..16)) != now.get(..16);
        is_due.then(|| {
            draft.set_updated(&now);
            (format!("a/{}/updated", self.0.key), Some(now))
        })
    }
}
