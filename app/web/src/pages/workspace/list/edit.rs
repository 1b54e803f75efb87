//! Editing the name or the labels in a row. Escape leaves without a change.

use std::sync::Arc;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

use super::actions;
use super::label_list::parse_labels;
use super::page_state::{EditedPart, ListPage};
use super::row_data::Row;
use super::row_focus::focus_menu;
use crate::browser::dom;
use crate::state::HeadEdit;
use crate::view::{AnyView, Handle, IntoView, view};

/// Begins to edit a part of a row.
pub(super) fn begin_edit(page: &ListPage, row: &Arc<Row>, part: EditedPart) {
    let text = match part {
        EditedPart::Name => row.entry.name.clone(),
        EditedPart::Labels => row.entry.labels.join(", "),
    };
    page.edited_text.set(text);
    page.edited.set(Some((row.entry.key.clone(), part)));
}

/// Renders the form; nothing if the row is not edited.
pub(super) fn edit_form(page: &ListPage, row: &Arc<Row>) -> Option<AnyView> {
    let (key, part) = page.edited.get()?;
    (key == row.entry.key).then(|| form(page, row, part))
}

fn form(page: &ListPage, row: &Arc<Row>, part: EditedPart) -> AnyView {
    let messages = page.app.messages();
    let name = row.name(&messages);
    let (label, field_name) = match part {
        EditedPart::Name => (messages.workspace_rename_label(name), "row-name"),
        EditedPart::Labels => (messages.workspace_labels_label(name), "row-labels"),
    };
    let typed = page.edited_text.clone();
    let type_text = move |event: Event| typed.set(event_target_value(&event));
    let (saving, edited) = (page.clone(), row.clone());
    let save = move |event: Event| {
        event.prevent_default();
        save_edit(&saving, &edited, part);
    };
    let (leaving, key) = (page.clone(), row.entry.key.clone());
    let leave = move || {
        leaving.edited.set(None);
        focus_menu(&key);
    };
    let on_escape = leave.clone();
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            on_escape();
        }
    };
    view! {
        <form class="row-edit" on:submit=save on:keydown=escape>
            <label><span>{label}</span>
                <input type="text" name=field_name autocomplete="off" maxlength="200" prop:value=page.edited_text.get_untracked() on:input=type_text node_ref=focused_field()/>
            </label>
            <button class="button" data-action="save-edit">{messages.workspace_save().to_owned()}</button>
            <button type="button" class="plain" data-action="cancel-edit" on:click=move |_| leave()>{messages.dialog_cancel().to_owned()}</button>
        </form>
    }
    .into_any()
}

/// A handle whose field is focused when it is in the document, with its text selected.
fn focused_field() -> Handle {
    let handle = Handle::new();
    handle.on_load(|field: HtmlInputElement| {
        Timeout::new(0, move || {
            dom::focus(&field);
            field.select();
        })
        .forget();
    });
    handle
}

fn save_edit(page: &ListPage, row: &Arc<Row>, part: EditedPart) {
    // A second press finds nothing to save.
    if page.edited.get_untracked().is_none() {
        return;
    }
    let entry = &row.entry;
    let text = page.edited_text.get_untracked();
    page.edited.set(None);
    let (edit, back) = match part {
        EditedPart::Name => (
            HeadEdit::Name(text.trim().to_owned()),
            HeadEdit::Name(entry.name.clone()),
        ),
        EditedPart::Labels => (
            HeadEdit::Labels(parse_labels(&text)),
            HeadEdit::Labels(entry.labels.clone()),
        ),
    };
    if edit == back {
        return focus_menu(&entry.key);
    }
    let messages = page.app.messages();
    let done = match &edit {
        HeadEdit::Name(name) if name.is_empty() => messages.workspace_unnamed_now().to_owned(),
        HeadEdit::Name(name) => messages.workspace_renamed(name),
        _ => messages.workspace_labelled(row.name(&messages)),
    };
    let key = entry.key.clone();
    actions::edit(page, vec![(key.clone(), edit)], vec![(key, back)], |_| done);
}
