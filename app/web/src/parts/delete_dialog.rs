//! Deletion of a stored assessment.

use leptos::prelude::*;

use crate::state::{App, ConfirmDialog, delete_assessment};

/// Asks for a confirmation, deletes the assessment under `key` from the store, and shows the outcome in
/// a notice. Calls `on_deleted` once it is deleted.
pub(crate) fn confirm_deletion(
    app: &App,
    key: &str,
    name: &str,
    on_deleted: impl Fn() + Clone + Send + Sync + 'static,
) {
    let messages = app.messages();
    let (deleting, key, name) = (app.clone(), key.to_owned(), name.to_owned());
    app.confirm_dialog.set(Some(ConfirmDialog {
        text: messages.workspace_delete_ask(&name),
        confirm_label: messages.workspace_delete().to_owned(),
        cancel_label: messages.dialog_cancel().to_owned(),
        on_confirm: Callback::new(move |()| {
            let (app, key, name) = (deleting.clone(), key.clone(), name.clone());
            let on_deleted = on_deleted.clone();
            wasm_bindgen_futures::spawn_local(async move {
                let messages = app.messages();
                if delete_assessment(&key).await.is_err() {
                    return app.show_notice(messages.workspace_delete_failed(&name));
                }
                on_deleted();
                app.show_notice(messages.workspace_deleted(&name));
            });
        }),
    }));
}
