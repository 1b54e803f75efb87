//! The next measurement of a company: how it begins, and how it is taken back.

use std::sync::Arc;

use leptos::prelude::Set;

use super::{App, DAYS_KEPT, Notice, NoticeUndo, Session, move_to_deleted};
use crate::browser::{clock, dom};

impl App {
    /// Begins the next measurement of the company of an assessment, which stays as it is, and shows
    /// its review. A notice offers `undo`.
    pub(crate) fn measure_again(&self, last: &Session, undo: fn(&Self, Session)) {
        last.join_series();
        let model = &self.questionnaire.model;
        let next = last.assessment().next_measurement(model, &clock::now());
        let before = self.current_session();
        self.switch_to(Session::from_assessment(model, next));
        let undo = NoticeUndo {
            before,
            run: Arc::new(undo),
            takes_back_copy: false,
        };
        let text = self.messages().overtime_begun().to_owned();
        self.notice.set(Some(Notice::with_undo(text, Some(undo))));
        dom::navigate("#/review");
    }

    /// Takes back the current assessment, a measurement that was begun by mistake: it is deleted like
    /// others, so that it can be restored, `before` is the current one again, and the page `hash` shows.
    pub(crate) fn take_back_measurement(&self, before: Session, hash: &'static str) {
        // Not twice.
        self.notice.set(None);
        let app = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let messages = app.messages();
            let begun = app.current_session();
            let keys = [begun.key().to_owned()];
            if move_to_deleted(&keys).await.is_err() {
                return app.show_notice(messages.workspace_failed().to_owned());
            }
            app.show_notice(messages.overtime_undone(&DAYS_KEPT.to_string()));
            // Another one may have been opened meanwhile.
            if app.current_session().key() != begun.key() {
                return;
            }
            if before.has_entries() {
                before.make_current();
            }
            app.switch_to(before);
            dom::navigate(hash);
        });
    }
}
