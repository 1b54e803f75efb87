//! Changes to the current assessment: first to the draft, then to the store, then to the signals.

use assay_core::{ActionIx, Answer, Assessment, Depth, Draft, PlannedAction, Profile, QuestionIx};
use leptos::prelude::*;

use super::persist::ChangedPart;
use super::signals::SignalUpdate;
use super::{Session, VisibilityChange};

impl Session {
    /// Sets or clears an answer and stores that. Returns what appeared and disappeared.
    pub(crate) fn set_answer(
        &self,
        question: QuestionIx,
        answer: Option<Answer>,
    ) -> VisibilityChange {
        let model = &self.0.model;
        let mut draft = self.draft();
        let changed = draft.set_answer(model, question, answer);
        let shift = VisibilityChange {
            appeared: changed.change.appeared,
            disappeared: changed.change.disappeared,
        };
        let moved = shift.appeared.iter().chain(&shift.disappeared).copied();
        let update =
            SignalUpdate::for_questions(model, &draft, [question].into_iter().chain(moved));
        drop(draft);
        self.persist(ChangedPart::Answer {
            question,
            giver_removed: changed.author_removed,
        });
        update.apply(&self.0.signals);
        shift
    }

    /// Sets a note; an empty one is deleted.
    pub(crate) fn set_note(&self, question: QuestionIx, note: &str) {
        self.draft().set_note(question, note);
        self.persist(ChangedPart::Note(question));
    }

    /// Sets the profile. Another stance asks other questions.
    pub(crate) fn set_profile(&self, profile: Profile) {
        self.draft().set_profile(&self.0.model, profile.clone());
        self.0.signals.profile.set(profile);
        self.show_everything();
        self.persist(ChangedPart::Head);
    }

    /// Sets the depth. Answers to questions that are not asked then are kept.
    pub(crate) fn set_depth(&self, depth: Depth) {
        self.draft().set_depth(&self.0.model, depth);
        self.0.signals.depth.set(depth);
        self.show_everything();
        if self.has_entries() {
            self.persist(ChangedPart::Head);
        }
    }

    /// Asks all sections from now on, also those that the invitation does not name.
    pub(crate) fn ask_all_sections(&self) {
        self.draft().ask_all_sections(&self.0.model);
        self.show_everything();
        self.persist(ChangedPart::Head);
    }

    /// Makes this the first measurement of a series, named by its key, unless it belongs to one.
    pub(crate) fn join_series(&self) {
        let mut draft = self.draft();
        if draft.series().is_none() {
            draft.set_series(&self.0.key);
            drop(draft);
            self.persist(ChangedPart::Head);
        }
    }

    /// Sets what is planned for an action. The assessment joins a series, whose name identifies the
    /// action in calendars.
    pub(crate) fn set_planned_action(&self, action: ActionIx, planned: &PlannedAction) {
        self.join_series();
        self.draft()
            .set_planned_action(&self.0.model, action, planned);
        self.persist(ChangedPart::Head);
    }

    /// Replaces the draft by what another tab stored of this assessment.
    pub(crate) fn apply_remote_change(&self, stored: Assessment) {
        let draft = Draft::new(&self.0.model, stored);
        let (profile, depth) = (draft.profile().clone(), draft.depth());
        *self.draft() = draft;
        self.0.signals.profile.set(profile);
        self.0.signals.depth.set(depth);
        self.show_everything();
        self.0.signals.external_changes.update(|n| *n += 1);
    }

    fn show_everything(&self) {
        let model = &self.0.model;
        let update = SignalUpdate::for_questions(model, &self.draft(), model.question_ixs());
        update.apply(&self.0.signals);
    }
}
