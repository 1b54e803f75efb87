//! Continuing with a copy of an assessment that came from elsewhere, and taking the copy back.

use std::sync::Arc;

use assay_core::Assessment;
use leptos::prelude::Set;

use super::{App, DAYS_KEPT, Notice, NoticeUndo, Session, move_to_deleted};
use crate::browser::dom;

impl NoticeUndo {
    /// Takes back a copy that is the current assessment; one that is changed from now on stays in the
    /// list.
    pub(crate) fn of_copy(before: Session, copy: Session) -> Self {
        let made = copy.assessment();
        let run = move |app: &App, before| match copy.assessment() == made {
            true => app.take_back_copy(before, &copy),
            false => app.restore_session(before),
        };
        Self {
            before,
            run: Arc::new(run),
            takes_back_copy: true,
        }
    }
}

impl App {
    /// Copies an assessment from a link or file into a new one, and shows its review. A copy that is the
    /// current assessment already is continued.
    pub(crate) fn continue_with_copy(&self, assessment: Assessment) {
        let session = self.current_session();
        if has_same_content(&session.assessment(), &assessment) {
            self.repeat_copy_notice();
        } else {
            let messages = self.messages();
            let text = match session.has_entries() {
                true => messages.shared_continued_after(),
                false => messages.shared_continued(),
            };
            let text = text.to_owned();
            let undo = self.switch_to_copy(assessment);
            self.notice.set(Some(Notice::with_undo(text, undo)));
        }
        dom::navigate("#/review");
    }

    /// Shows again that the current assessment is a copy, if that can be undone: another notice may have
    /// replaced it since the review could not be loaded.
    fn repeat_copy_notice(&self) {
        let undo = self.current_notice().and_then(|notice| notice.undo);
        let undo = undo.filter(|undo| undo.takes_back_copy);
        let text = self.messages().shared_continued_after().to_owned();
        self.notice
            .set(undo.map(|undo| Notice::with_undo(text, Some(undo))));
    }

    /// Begins to answer an invitation in a new assessment.
    pub(crate) fn answer_invitation(&self, assessment: Assessment) {
        if let Some(undo) = self.switch_to_copy(assessment) {
            let text = self.messages().invitation_started().to_owned();
            self.notice.set(Some(Notice::with_undo(text, Some(undo))));
        }
        dom::navigate("#/profile");
    }

    /// Makes a copy the current assessment. Returns how to undo that, if there was one before.
    fn switch_to_copy(&self, assessment: Assessment) -> Option<NoticeUndo> {
        let before = self.current_session();
        let copy = Session::start_from(&self.questionnaire.model, assessment);
        self.switch_to(copy.clone());
        before
            .has_entries()
            .then(|| NoticeUndo::of_copy(before, copy))
    }

    /// Makes the assessment before a copy the current one again, and deletes the copy like others, so
    /// that it can be restored.
    fn take_back_copy(&self, before: Session, copy: &Session) {
        self.restore_session(before);
        let (app, keys) = (self.clone(), [copy.key().to_owned()]);
        wasm_bindgen_futures::spawn_local(async move {
            let messages = app.messages();
            app.show_notice(match move_to_deleted(&keys).await {
                Ok(_) => messages.shared_undone(&DAYS_KEPT.to_string()),
                Err(_) => messages.workspace_failed().to_owned(),
            });
        });
    }
}

/// Whether two assessments have the same answers with all that belongs to them.
fn has_same_content(one: &Assessment, other: &Assessment) -> bool {
    one.depth == other.depth
        && one.profile == other.profile
        && one.answers == other.answers
        && one.notes == other.notes
        && one.evidence_records == other.evidence_records
        && one.given_by == other.given_by
}
