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
    /// Copies an assessment from a link or file into a new one and shows its review.
    pub(crate) fn continue_with_copy(&self, assessment: Assessment) {
        let messages = self.messages();
        let text = match self.current_session().has_entries() {
            true => messages.shared_continued_after(),
            false => messages.shared_continued(),
        };
        let text = text.to_owned();
        let undo = self.switch_to_copy(assessment);
        self.notice.set(Some(Notice {
            text,
            undo,
            is_new: true,
        }));
        dom::navigate("#/review");
    }

    /// Begins to answer an invitation in a new assessment.
    pub(crate) fn answer_invitation(&self, assessment: Assessment) {
        if let Some(undo) = self.switch_to_copy(assessment) {
            self.notice.set(Some(Notice {
                text: self.messages().invitation_started().to_owned(),
                undo: Some(undo),
                is_new: true,
            }));
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
