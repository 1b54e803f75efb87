//! Storing the present assessment. Everything that is stored of it goes through [`Session::persist`].

use std::sync::atomic::Ordering;

use assay_core::QuestionIx;

use super::Session;
use crate::browser::{clock, dom};
use crate::state::records;

/// What of an assessment has changed.
pub(super) enum Part {
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
    pub(super) fn persist(&self, part: Part) {
        let (key, model) = (&self.0.key, &self.0.model);
        if !self.0.stored.load(Ordering::Relaxed) {
            self.begin();
            return self.store_everything();
        }
        match part {
            Part::Head => records::write_head(key, model, &self.draft().head()),
            Part::Answer {
                question,
                giver_removed,
            } => {
                let answer = self.draft().sheet().get(question);
                records::write_answer(key, model, question, answer);
                if giver_removed {
                    records::write_giver(key, model, question, None);
                }
                self.touch();
            }
            Part::Note(question) => {
                let note = self.draft().note(question).map(str::to_owned);
                records::write_note(key, model, question, note.as_deref());
                self.touch();
            }
        }
    }

    /// Writes all of it to the store.
    pub(crate) fn store_everything(&self) {
        self.0.stored.store(true, Ordering::Relaxed);
        records::write_all(&self.0.key, &self.0.model, &self.assessment());
        self.make_current();
    }

    /// Writes all of it to the store again, if it was stored.
    pub(crate) fn store_again(&self) {
        if self.is_touched() {
            self.store_everything();
        }
    }

    /// Makes this the assessment that is opened next time.
    pub(crate) fn make_current(&self) {
        records::write_current(&self.0.model, &self.0.key);
    }

    /// Another tab deleted the assessment. What shows here is stored anew with the next change.
    pub(crate) fn lose_store(&self) {
        self.0.stored.store(false, Ordering::Relaxed);
    }

    /// Notes what is known when the first thing is entered: the time, and the language that is
    /// answered in.
    fn begin(&self) {
        let mut draft = self.draft();
        draft.set_updated(&clock::now());
        if draft.locale().is_none()
            && let Some(language) = dom::language()
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
            records::write_updated(&self.0.key, &now);
        }
    }
}
