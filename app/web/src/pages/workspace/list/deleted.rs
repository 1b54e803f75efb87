//! The assessments that were deleted and can still be restored.

use assay_locale::{Messages, format_date};
use leptos::prelude::*;

use super::actions::{perform, restore};
use super::outcome::Outcome;
use super::page_state::ListPage;
use crate::browser::clock;
use crate::state::{ConfirmDialog, DAYS_KEPT, DeletedAssessment, days_left, delete_for_good};
use crate::view::{AnyView, CollectView, IntoView, view};

/// Renders the list; nothing if it is empty.
pub(super) fn deleted_list(page: &ListPage) -> impl IntoView + use<> {
    let page = page.clone();
    move || {
        let deleted = page.deleted.get();
        (!deleted.is_empty()).then(|| list(&page, &deleted))
    }
}

fn list(page: &ListPage, deleted: &[DeletedAssessment]) -> AnyView {
    let messages = page.app.messages();
    let now = clock::now();
    let rows = deleted.iter().map(|one| row(page, one, &now));
    view! {
        <section class="stack" aria-labelledby="deleted" data-deleted=deleted.len().to_string()>
            <h2 id="deleted" tabindex="-1">{messages.workspace_deleted_heading().to_owned()}</h2>
            <p class="small">{messages.workspace_deleted_text(&DAYS_KEPT.to_string())}</p>
            <ul class="deleted-rows">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// The name of a deleted assessment.
fn name<'a>(messages: &'a Messages, one: &'a DeletedAssessment) -> &'a str {
    match one.name.as_str() {
        "" => messages.workspace_unnamed(),
        name => name,
    }
}

fn row(page: &ListPage, one: &DeletedAssessment, now: &str) -> AnyView {
    let messages = page.app.messages();
    let name = name(&messages, one).to_owned();
    let days = usize::try_from(days_left(&one.deleted, now)).unwrap_or_default();
    let date = format_date(&messages, Some(&clock::to_local_time(&one.deleted)));
    let line = messages.workspace_deleted_line(&date, days);
    let (restoring, key) = (page.clone(), one.key.clone());
    let bring_back = move |_| restore(&restoring, vec![key.clone()], None);
    let (deleting, key, deleted_name) = (page.clone(), one.key.clone(), name.clone());
    let delete = move |_| confirm_deletion(&deleting, &key, &deleted_name);
    let restore_label = messages.workspace_restore_label(&name);
    let delete_label = messages.workspace_delete_for_good_label(&name);
    view! {
        <li data-deleted-assessment=one.key.clone()>
            <strong dir="auto">{name}</strong>
            <span class="small">{line}</span>
            <div class="row">
                <button class="plain" data-action="restore-deleted" aria-label=restore_label on:click=bring_back>{messages.workspace_restore().to_owned()}</button>
                <button class="plain" data-action="delete-for-good" aria-label=delete_label on:click=delete>{messages.workspace_delete_for_good().to_owned()}</button>
            </div>
        </li>
    }
    .into_any()
}

/// Asks before the deletion, which cannot be undone.
fn confirm_deletion(page: &ListPage, key: &str, name: &str) {
    let messages = page.app.messages();
    let (doing, key, name) = (page.clone(), key.to_owned(), name.to_owned());
    page.app.confirm_dialog.set(Some(ConfirmDialog {
        text: messages.workspace_delete_ask(&name),
        confirm_label: messages.workspace_delete_for_good().to_owned(),
        cancel_label: messages.dialog_cancel().to_owned(),
        on_confirm: Callback::new(move |()| {
            let (key, messages, name) = (key.clone(), doing.app.messages(), name.clone());
            perform(&doing, async move {
                delete_for_good(&key).await?;
                Ok(Outcome {
                    text: messages.workspace_deleted_for_good(&name),
                    undo: None,
                })
            });
        }),
    }));
}
