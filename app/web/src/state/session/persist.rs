//! Storing the present assessment. Everything that is stored of it goes through [`Session::persist`].

use std::sync::atomic::Ordering;

use assay_core::QuestionIx;

use super::Session;
use crate::browser::{clock, dom};
use crate::state::assessment_records;

/// What of an assessment has changed.
pub(super) enum ChangedPart {
    /// All but what belongs to single questions.
    Head,
    /// An answer; with it the name of who had given it before, if that is removed.
    Answer {
        question: QuestionIx,
        giver_removed: bool,
    },
    /// A note.
    Note(QuestionIx),
}

impl Session {
    /// Stores what has changed; where nothing of the assessment is stored, or no longer, all of it.
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

    /// Writes all of it to the store.
    pub(crate) fn store_all(&self) {
        self.0.stored.store(true, Ordering::Relaxed);
        assessment_records::write_assessment(&self.0.key, &self.0.model, &self.assessment());
        self.make_current();
    }

    /// Writes all of it to the store again, if it was stored.
    pub(crate) fn rewrite(&self) {
        if self.has_entries() {
            self.store_all();
        }
    }

    /// Makes this the assessment that is opened next time.
    pub(crate) fn make_current(&self) {
        assessment_records::write_current_key(&self.0.model, &self.0.key);
    }

    /// Another tab deleted the assessment. What shows here is stored anew with the next change.
    pub(crate) fn mark_deleted(&self) {
        self.0.stored.store(false, Ordering::Relaxed);
    }

    /// Notes what is known when the first thing is entered: the time, and the language that is
    /// answered in.
    fn begin(&self) {
        let mut draft = self.draft();
        draft.set_updated(&clock::now());
        if draft.locale().is_none()
            && let Some(language) = dom::page_language()
        {
            draft.set_locale(&language);
        }
    }

    /// Notes the time of a change, once a minute.
    fn touch(&self) {
        let now = clock::now();
        let mut draft = self.draft();
        if draft.updated().and_then(|before| before.get(..16)) != now.get(..16) {
            draft.set_updated(&now);
            assessment_records::write_updated(&self.0.key, &now);
        }
    }
}
