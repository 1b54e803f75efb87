//! Storing the current assessment. Every change is stored by [`Session::persist`].

use std::sync::atomic::Ordering;

use assay_core::QuestionIx;

use super::Session;
use crate::browser::{clock, dom};
use crate::state::assessment_records;

/// The part of an assessment that has changed.
pub(super) enum ChangedPart {
    /// Everything that does not belong to a single question.
    Head,
    /// An answer, and whether the name of its author is removed.
    Answer {
        question: QuestionIx,
        giver_removed: bool,
    },
    /// A note.
    Note(QuestionIx),
}

impl Session {
    /// Stores the changed part, or the whole assessment where it is not stored, or no longer.
    pub(super) fn persist(&self, part: ChangedPart) {
        let (key, model) = (&self.0.key, &self.0.model);
        if !self.0.stored.load(Ordering::Relaxed) {
            self.begin();
            return self.store_all();
        }
        match part {
            ChangedPart::Head => assessment_records::write_head(key, model, &self.draft().head()),
            ChangedPart::Answer {
                question,
                giver_removed,
            } => {
                let answer = self.draft().sheet().answer(question);
                assessment_records::write_answer(key, model, question, answer);
                if giver_removed {
                    assessment_records::write_giver(key, model, question, None);
                }
                self.touch();
            }
            ChangedPart::Note(question) => {
                let note = self.draft().note(question).map(str::to_owned);
                assessment_records::write_note(key, model, question, note.as_deref());
                self.touch();
            }
        }
    }

    /// Writes the whole assessment to the store.
    pub(crate) fn store_all(&self) {
        self.0.stored.store(true, Ordering::Relaxed);
        assessment_records::write_assessment(&self.0.key, &self.0.model, &self.assessment());
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

    /// Sets the time of the last change, at most once a minute.
    fn touch(&self) {
        let now = clock::now();
        let mut draft = self.draft();
        if draft.updated().and_then(|before| before.get(..16)) != now.get(..16) {
            draft.set_updated(&now);
            assessment_records::write_updated(&self.0.key, &now);
        }
    }
}
