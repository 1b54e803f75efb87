//! Changes to the current assessment: first to the draft, then to the store, then to the signals.

use assay_core::{
    ActionIx, Answer, Assessment, Depth, Draft, Evidence, PlannedAction, Profile, QuestionIx,
};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use super::signals::SignalUpdate;
use super::{Session, VisibilityChange};
use crate::state::assessment_records::AssessmentPart;

/// The pause before the counts follow an answer, in milliseconds.
const UPDATE_PAUSE: u32 = 80;

impl Session {
    /// Sets or clears an answer and stores that. The counts follow after a pause, so that the answer
    /// is painted first and several quick ones cost one update. Returns what appeared and disappeared.
    pub(crate) fn set_answer(
        &self,
        question: QuestionIx,
        answer: Option<Answer>,
    ) -> VisibilityChange {
        let before = self.before(AssessmentPart::Answer(question), None);
        let mut draft = self.draft();
        let changed = draft.set_answer(&self.0.model, question, answer);
        let shift = VisibilityChange {
            appeared: changed.change.appeared,
            disappeared: changed.change.disappeared,
        };
        drop(draft);
        let moved = shift.appeared.iter().chain(&shift.disappeared).copied();
        let changed = [question].into_iter().chain(moved);
        if self.0.signals.note_changed(changed) {
            let session = self.clone();
            Timeout::new(UPDATE_PAUSE, move || session.show_answers()).forget();
        }
        self.persist(before);
        shift
    }

    /// Brings the counts up to date with the answers that were set.
    pub(crate) fn show_answers(&self) {
        let changed = self.0.signals.take_changed();
        if changed.is_empty() {
            return;
        }
        let update = SignalUpdate::for_questions(&self.0.model, &self.draft(), changed.into_iter());
        update.apply(&self.0.signals);
    }

    /// Sets a note; an empty one is deleted.
    pub(crate) fn set_note(&self, question: QuestionIx, note: &str) {
        let before = self.before(AssessmentPart::Note(question), Some(0));
        self.draft().set_note(question, note);
        self.persist(before);
    }

    /// Sets the evidence for an answer. `text` tells which text of it is being written.
    pub(crate) fn set_evidence(&self, question: QuestionIx, evidence: Option<&Evidence>, text: u8) {
        let before = self.before(AssessmentPart::Evidence(question), Some(text));
        self.draft().set_evidence(question, evidence);
        self.persist(before);
    }

    /// Sets the profile. Another stance asks other questions.
    pub(crate) fn set_profile(&self, profile: Profile) {
        let old = self.0.signals.profile.get_untracked();
        let text = match (old.name != profile.name, old.industry != profile.industry) {
            (true, false) => Some(0),
            (false, true) => Some(1),
            _ => None,
        };
        let before = self.before(AssessmentPart::Head, text);
        self.draft().set_profile(&self.0.model, profile.clone());
        self.0.signals.profile.set(profile);
        self.show_everything();
        self.persist(before);
    }

    /// Sets the depth. Answers to questions that are not asked then are kept.
    pub(crate) fn set_depth(&self, depth: Depth) {
        let before = self.before(AssessmentPart::Head, None);
        self.draft().set_depth(&self.0.model, depth);
        self.0.signals.depth.set(depth);
        self.show_everything();
        if self.has_entries() {
            self.persist(before);
        }
    }

    /// Asks all sections from now on, also those that the invitation does not name.
    pub(crate) fn ask_all_sections(&self) {
        let before = self.before(AssessmentPart::Head, None);
        self.draft().ask_all_sections(&self.0.model);
        self.show_everything();
        self.persist(before);
    }

    /// Makes this the first measurement of a series, named by its key, unless it belongs to one. The
    /// time of its last change stays, which is the date of the measurement.
    pub(crate) fn join_series(&self) {
        let mut draft = self.draft();
        if draft.series().is_none() {
            draft.set_series(&self.0.key);
            drop(draft);
            self.persist_series();
        }
    }

    /// Sets what is planned for an action. The assessment joins a series, whose name identifies the
    /// action in calendars.
    pub(crate) fn set_planned_action(&self, action: ActionIx, planned: &PlannedAction) {
        self.join_series();
        self.draft()
            .set_planned_action(&self.0.model, action, planned);
        self.persist_head();
    }

    /// Replaces the draft by what another tab stored of this assessment, or by what an undo makes
    /// of it.
    pub(crate) fn apply_remote_change(&self, stored: Assessment) {
        self.steps().end_text();
        let draft = Draft::new(&self.0.model, stored);
        let (profile, depth) = (draft.profile().clone(), draft.depth());
        *self.draft() = draft;
        self.0.signals.profile.set(profile);
        self.0.signals.depth.set(depth);
        self.show_everything();
        self.0.signals.external_changes.update(|n| *n += 1);
    }

    pub(super) fn show_everything(&self) {
        let model = &self.0.model;
        let update = SignalUpdate::for_questions(model, &self.draft(), model.question_ixs());
        update.apply(&self.0.signals);
    }
}
