//! Keeps the current assessment and the browser's storage in step.

use assay_core::{Depth, Stance};

use crate::browser::store::{self, PartialRead};
use crate::browser::{tabs, teardown};
use crate::state::{App, Questionnaire, Session, assessment_key, load_assessment, load_current};

/// The stored assessment as far as it can be read, or a new one.
pub(super) async fn stored_session(questionnaire: &Questionnaire) -> Session {
    let model = &questionnaire.model;
    let found = load_current(model).await;
    match found.unwrap_or_else(|PartialRead(part)| part) {
        Some(stored) => Session::open(model, stored.key, stored.assessment, true),
        None => Session::new_assessment(model, Stance::Provide, Depth::Full),
    }
}

/// Has the current assessment written again after a loss, and opens the stored one when a late
/// database answers and nothing was entered meanwhile.
pub(super) fn keep_stored(app: &App) {
    let live = app.clone();
    let rewrite = store::register_rewrite(move || live.current_session().rewrite());
    teardown::keep_alive(rewrite);
    let app = app.clone();
    store::on_late_database(move || {
        let app = app.clone();
        wasm_bindgen_futures::spawn_local(async move {
            if !app.current_session().has_entries() {
                let stored = stored_session(&app.questionnaire).await;
                if stored.has_entries() && !app.current_session().has_entries() {
                    app.switch_to(stored);
                }
            }
        });
    });
}

/// Applies what other tabs store of the current assessment.
pub(super) fn follow_other_tabs(app: &App) {
    let app = app.clone();
    tabs::on_change(move |key| {
        let session = app.current_session();
        if key != tabs::ALL_KEYS && assessment_key(&key) != Some(session.key()) {
            return;
        }
        wasm_bindgen_futures::spawn_local(async move {
            match load_assessment(session.model(), session.key()).await {
                Ok(Some(stored)) => session.apply_remote_change(stored.assessment),
                Ok(None) => session.mark_deleted(),
                // What cannot be read is not deleted.
                Err(PartialRead(_)) => {}
            }
        });
    });
}
