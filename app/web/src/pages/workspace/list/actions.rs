//! What can be done with assessments of the list. Each action shows its outcome with its undo.

use std::future::Future;
use std::sync::Arc;

use assay_locale::Messages;
use assay_locale::versions::describe_copy;
use leptos::prelude::*;

use super::outcome::{Outcome, Undo};
use super::page_state::ListPage;
use super::reading::with_records_of;
use super::row_data::Row;
use crate::browser::store::StorageError;
use crate::browser::{dom, files, net};
use crate::parts::chosen_assessments;
use crate::state::{
    self, App, ConfirmDialog, DAYS_KEPT, HeadEdit, KnownModel, Session, StoredRecords, edit_heads,
    load_assessment, mark_copied, move_to_deleted, restore_deleted, write_current_key,
};

/// Runs an action, shows its outcome and reads the store again.
pub(super) fn perform(
    page: &ListPage,
    action: impl Future<Output = Result<Outcome, StorageError>> + 'static,
) {
    let page = page.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let outcome = action.await.unwrap_or_else(|StorageError| Outcome {
            text: page.app.messages().workspace_failed().to_owned(),
            undo: None,
        });
        page.show_outcome(outcome.text, outcome.undo);
        page.reload();
    });
}

/// Opens an assessment, in a page of its questionnaire.
pub(super) fn open(page: &ListPage, row: &Arc<Row>) {
    let Some(known) = page.model_of(row) else {
        return;
    };
    if known.parameter.is_some() {
        write_current_key(&known.model, &row.entry.key);
        return go_to(&known, "#/review");
    }
    with_records_of(page, row, move |page, row, records| {
        let Some(stored) = records.read(&known.model) else {
            return refuse_to_open(page, row);
        };
        let session = Session::open(&known.model, stored.key, stored.assessment, true);
        session.make_current();
        page.app.switch_to(session);
        dom::navigate("#/review");
    });
}

/// Says that what is stored does not fit its questionnaire.
fn refuse_to_open(page: &ListPage, row: &Row) {
    let messages = page.app.messages();
    page.show_outcome(messages.workspace_not_opened(row.name(&messages)), None);
}

/// Goes to a page of the app with a questionnaire.
pub(super) fn go_to(known: &KnownModel, hash: &str) {
    match &known.parameter {
        None => dom::navigate(hash),
        Some(parameter) => {
            dom::load_address(&format!("{}{hash}", net::address_with_model(parameter)));
        }
    }
}

/// Begins a new assessment. The present one stays in the list, so nothing has to be asked.
pub(super) fn begin_new(app: &App) {
    let stance = app.current_session().stance();
    let depth = App::default_depth(&app.questionnaire, stance, app.site.config.default_depth);
    let model = &app.questionnaire.model;
    app.switch_to(Session::new_assessment(model, stance, depth));
    dom::navigate("#/profile");
}

/// Saves an assessment as a file, or says why that is not possible.
pub(super) fn export(page: &ListPage, row: &Arc<Row>) {
    with_records_of(page, row, |page, row, records| {
        let (known, messages) = (page.model_of(row), page.app.messages());
        let Some(file) = records.to_file(known.as_ref().map(|it| &*it.model)) else {
            let text = messages.workspace_not_saved(1, row.name(&messages));
            return page.show_outcome(text, None);
        };
        let name = files::assessment_file_name(&row.entry.name);
        page.app.save_text(name, file, "application/json");
    });
}

/// Begins the next measurement of the company of an assessment, and shows its review.
pub(super) fn measure_again(page: &ListPage, row: &Arc<Row>) {
    with_records_of(page, row, |page, row, records| {
        let model = &page.app.questionnaire.model;
        let Some(stored) = records.read(model) else {
            return refuse_to_open(page, row);
        };
        let current = page.app.current_session();
        let last = match current.key() == stored.key {
            true => current,
            false => Session::open(model, stored.key, stored.assessment, true),
        };
        let undo: fn(&App, Session) =
            |app, before| app.take_back_measurement(before, "#/workspace");
        page.app.measure_again(&last, undo);
    });
}

/// Copies an assessment under another name.
pub(super) fn duplicate(page: &ListPage, row: &Arc<Row>) {
    let (row, messages) = (row.clone(), page.app.messages());
    perform(page, async move {
        let name = messages.workspace_copy_name(row.name(&messages));
        let key = state::duplicate(&row.entry.key, &name).await?;
        Ok(Outcome {
            text: match key {
                Some(_) => messages.workspace_duplicated(&name),
                None => messages.workspace_left_out(1),
            },
            undo: key.map(|key| Undo::Delete(vec![key])),
        })
    });
}

/// Archives assessments, or brings them back.
pub(super) fn archive(page: &ListPage, rows: &[Arc<Row>], is_archived: bool) {
    let rows = rows
        .iter()
        .filter(|row| row.entry.is_archived != is_archived);
    let keys: Vec<String> = rows.map(|row| row.entry.key.clone()).collect();
    let edits = |edit: &HeadEdit| keys.iter().map(|key| (key.clone(), edit.clone())).collect();
    let (edits, back): (Vec<_>, Vec<_>) = (
        edits(&HeadEdit::archive(is_archived)),
        edits(&HeadEdit::archive(!is_archived)),
    );
    let messages = page.app.messages();
    edit(page, edits, back, move |count| match is_archived {
        true => messages.workspace_archived(count),
        false => messages.workspace_unarchived(count),
    });
}

/// Changes heads; `back` undoes that. `text` describes so many changes.
pub(super) fn edit(
    page: &ListPage,
    edits: Vec<(String, HeadEdit)>,
    back: Vec<(String, HeadEdit)>,
    text: impl FnOnce(usize) -> String + 'static,
) {
    let app = page.app.clone();
    perform(page, async move {
        let wanted = edits.len();
        let count = edit_heads(&app, edits).await?;
        Ok(Outcome {
            text: with_left_out(
                &app.messages(),
                (count > 0).then(|| text(count)),
                wanted,
                count,
            ),
            undo: (count > 0).then_some(Undo::Edit(back)),
        })
    });
}

/// What was done, and how many of the `wanted` assessments were left out.
fn with_left_out(messages: &Messages, done: Option<String>, wanted: usize, count: usize) -> String {
    let left_out = match wanted.saturating_sub(count) {
        0 => None,
        some => Some(messages.workspace_left_out(some)),
    };
    match (done, left_out) {
        (Some(done), Some(left_out)) => messages.list_sentences(&done, &left_out),
        (done, left_out) => done.or(left_out).unwrap_or_default(),
    }
}

/// Deletes assessments, which can be undone for 30 days.
pub(super) fn delete(page: &ListPage, rows: &[Arc<Row>]) {
    let keys: Vec<String> = rows.iter().map(|row| row.entry.key.clone()).collect();
    let messages = page.app.messages();
    let days = DAYS_KEPT.to_string();
    let name = match rows {
        [one] => Some(one.name(&messages).to_owned()),
        _ => None,
    };
    let acting = page.clone();
    perform(page, async move {
        let count = move_to_deleted(&keys).await?;
        let done = (count > 0).then(|| match name {
            Some(name) => messages.workspace_deleted_undoable(&name, &days),
            None => messages.workspace_deleted_several(count, &days),
        });
        let text = with_left_out(&messages, done, keys.len(), count);
        let current = acting.app.current_session().key().to_owned();
        let current = keys.contains(&current).then_some(current);
        if let Some(current) = &current {
            acting.hold();
            acting.app.reset_if_current(current);
        }
        Ok(Outcome {
            text,
            undo: (count > 0).then_some(Undo::Restore { keys, current }),
        })
    });
}

/// Restores deleted assessments. `current` becomes the current assessment, unless another one was
/// begun.
pub(super) fn restore(page: &ListPage, keys: Vec<String>, current: Option<String>) {
    let acting = page.clone();
    perform(page, async move {
        let restored = restore_deleted(&keys).await?;
        let app = &acting.app;
        let model = &app.questionnaire.model;
        if let Some(key) = current.filter(|key| restored.contains(key))
            && !app.current_session().has_entries()
            && let Ok(Some(stored)) = load_assessment(model, &key).await
        {
            let session = Session::open(model, stored.key, stored.assessment, true);
            session.make_current();
            acting.hold();
            app.switch_to(session);
        }
        Ok(Outcome {
            text: with_left_out(
                &app.messages(),
                (!restored.is_empty()).then(|| app.messages().workspace_restored(restored.len())),
                keys.len(),
                restored.len(),
            ),
            undo: None,
        })
    });
}

/// Undoes an action.
pub(super) fn undo(page: &ListPage, undo: Undo) {
    match undo {
        Undo::Restore { keys, current } => restore(page, keys, current),
        Undo::Edit(back) => {
            let (app, messages) = (page.app.clone(), page.app.messages());
            perform(page, async move {
                let wanted = back.len();
                let count = edit_heads(&app, back).await?;
                let done = (count > 0).then(|| messages.workspace_undone().to_owned());
                Ok(Outcome {
                    text: with_left_out(&messages, done, wanted, count),
                    undo: None,
                })
            });
        }
        Undo::Delete(keys) => {
            let rows: Vec<Arc<Row>> = keys.iter().filter_map(|key| page.row(key)).collect();
            delete(page, &rows);
        }
    }
}

/// Offers a copy for the page's questionnaire, and names what it loses.
pub(super) fn copy_to_this_version(page: &ListPage, row: &Arc<Row>) {
    with_records_of(page, row, confirm_copy);
}

fn confirm_copy(page: &ListPage, row: &Row, records: &StoredRecords) {
    let app = page.app.clone();
    let (messages, model) = (app.messages(), app.questionnaire.model.clone());
    let Some(Ok(adapted)) = records.adapt(&model) else {
        let name = row.name(&messages);
        return page.show_outcome(messages.workspace_copy_refused(name), None);
    };
    let effect = describe_copy(&messages, &model, &adapted);
    let label = messages.versions_copy(model.version());
    let key = row.entry.key.clone();
    let doing = app.clone();
    app.confirm_dialog.set(Some(ConfirmDialog {
        text: effect.to_paragraph(&messages),
        confirm_label: label,
        cancel_label: messages.dialog_cancel().to_owned(),
        on_confirm: Callback::new(move |()| {
            mark_copied(&key, &model);
            let text = doing.messages().versions_made(model.version());
            doing.continue_with_adapted(adapted.assessment.clone(), text);
        }),
    }));
}

/// Hands the chosen assessments to another page of the app, which adds them.
pub(super) fn hand_over(known: &KnownModel, rows: &[Arc<Row>], hash: &str) {
    let keys: Vec<&str> = rows.iter().map(|row| row.entry.key.as_str()).collect();
    chosen_assessments::hand_over(&keys);
    go_to(known, hash);
}
