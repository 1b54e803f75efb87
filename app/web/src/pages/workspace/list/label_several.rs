//! Adding labels to several assessments, or removing them.

use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent, MouseEvent};

use super::actions;
use super::label_list::{parse_labels, with_labels, without_labels};
use super::page_state::ListPage;
use crate::parts::focus::focus_later;
use crate::state::HeadEdit;
use crate::view::{AnyView, IntoView, view};

/// What is done with the typed labels.
type Change = fn(&[String], &[String]) -> Vec<String>;

/// Renders the button that opens the form.
pub(super) fn labels_button(page: &ListPage) -> AnyView {
    let messages = page.app.messages();
    let opening = page.clone();
    let open = move |_: MouseEvent| {
        opening.chosen_labels.set(Some(String::new()));
        focus_later(["input[name=chosen-labels]".to_owned()]);
    };
    view! { <button class="plain" data-action="label-chosen" on:click=open>{messages.workspace_labels().to_owned()}</button> }
        .into_any()
}

/// Renders the form while it is open. The typed text outlives a rebuilt bar.
pub(super) fn labels_form(page: &ListPage, count: usize) -> impl IntoView + use<> {
    let page = page.clone();
    let is_open = {
        let text = page.chosen_labels.clone();
        crate::view::Derived::new(move || text.with(Option::is_some))
    };
    move || is_open.get().then(|| form(&page, count))
}

fn form(page: &ListPage, count: usize) -> AnyView {
    let messages = page.app.messages();
    let typed = page.chosen_labels.clone();
    let type_text = move |event: Event| typed.set(Some(event_target_value(&event)));
    let value = page.chosen_labels.get_untracked().unwrap_or_default();
    let (adding, removing) = (page.clone(), page.clone());
    let add = move |event: Event| {
        event.prevent_default();
        change_labels(&adding, with_labels);
    };
    let remove = move |_: MouseEvent| change_labels(&removing, without_labels);
    let leaving = page.clone();
    let leave = move || {
        leaving.chosen_labels.set(None);
        focus_later([
            "[data-action=label-chosen]".to_owned(),
            "main h1".to_owned(),
        ]);
    };
    let on_escape = leave.clone();
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            on_escape();
        }
    };
    view! {
        <form class="row-edit" on:submit=add on:keydown=escape>
            <label><span>{messages.workspace_labels_several(count)}</span>
                <input type="text" name="chosen-labels" autocomplete="off" maxlength="200" value=value on:input=type_text/>
            </label>
            <button class="button" data-action="add-labels">{messages.workspace_labels_add().to_owned()}</button>
            <button type="button" class="button quiet" data-action="remove-labels" on:click=remove>{messages.workspace_labels_remove().to_owned()}</button>
            <button type="button" class="plain" data-action="cancel-labels" on:click=move |_| leave()>{messages.dialog_cancel().to_owned()}</button>
        </form>
    }
    .into_any()
}

/// Changes the labels of the chosen rows that are not so already. The rows are read now: the form may
/// be older than their labels.
fn change_labels(page: &ListPage, change: Change) {
    // A second press finds no text.
    let Some(text) = page.chosen_labels.get_untracked() else {
        return;
    };
    let labels = parse_labels(&text);
    if labels.is_empty() {
        return focus_later(["input[name=chosen-labels]".to_owned()]);
    }
    page.chosen_labels.set(None);
    let (mut edits, mut back) = (Vec::new(), Vec::new());
    for row in untrack(|| page.chosen_rows()) {
        let before = &row.entry.labels;
        let after = change(before, &labels);
        if after != *before {
            edits.push((row.entry.key.clone(), HeadEdit::Labels(after)));
            back.push((row.entry.key.clone(), HeadEdit::Labels(before.clone())));
        }
    }
    let messages = page.app.messages();
    if edits.is_empty() {
        return page.show_outcome(messages.workspace_labels_same().to_owned(), None);
    }
    actions::edit(page, edits, back, move |count| {
        messages.workspace_labelled_several(count)
    });
}
