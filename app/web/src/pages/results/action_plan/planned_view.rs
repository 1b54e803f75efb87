//! What is planned for an action, and the fields that change it.

use std::sync::Arc;

use assay_core::{ActionIx, Day, MAX_OWNER_LENGTH};
use assay_locale::{Messages, planned_lines};
use leptos::prelude::*;
use web_sys::Event;

use super::super::result_view::ResultView;
use super::plan_editor::PlanEditor;
use crate::browser::clock;

use crate::parts::focus::focus_later;
use crate::view::{AnyView, CollectView, IntoView, view};

/// Renders what is planned for an action, and the button that opens the fields.
pub(super) fn planned_view(result: &ResultView, editor: &PlanEditor, action: ActionIx) -> AnyView {
    let is_open = RwSignal::new(false);
    let title = result.texts.action(action).title.clone();
    let fields = {
        let (messages, editor, title) = (result.messages.clone(), editor.clone(), title.clone());
        move || {
            let is_open = is_open.get();
            is_open.then(|| fields(&messages, &editor, action, &title))
        }
    };
    let id = result.model.action(action).id.clone();
    let first_field = format!("[data-planned='{id}'] input[name=owner]");
    let toggle = move |_| {
        is_open.update(|open| *open = !*open);
        if is_open.get_untracked() {
            focus_later([first_field.clone()]);
        }
    };
    let label = button_label(&result.messages, editor, action, is_open);
    let name = {
        let (messages, label) = (result.messages.clone(), label.clone());
        move || messages.plan_label(&label(), &title)
    };
    view! {
        <div class="planned" data-planned=id>
            {lines(&result.messages, editor, action)}
            <button class="plain" data-action="plan" aria-expanded=move || is_open.get().to_string() aria-label=name on:click=toggle>{label}</button>
            {fields}
        </div>
    }
}

/// Renders what is planned, a line each; nothing where nothing is planned.
fn lines(messages: &Arc<Messages>, editor: &PlanEditor, action: ActionIx) -> AnyView {
    let (messages, editor) = (messages.clone(), editor.clone());
    (move || {
        let lines = planned_lines(&messages, &editor.planned(action)).into_iter();
        let lines: Vec<AnyView> = lines.map(|line| view! { <li>{line}</li> }).collect();
        (!lines.is_empty())
            .then(|| view! { <ul class="small planned-lines">{lines.collect_view()}</ul> })
    })
    .into_any()
}

/// Returns the label of the button (reactive).
fn button_label(
    messages: &Arc<Messages>,
    editor: &PlanEditor,
    action: ActionIx,
    is_open: RwSignal<bool>,
) -> impl Fn() -> String + Clone + 'static + use<> {
    let (messages, editor) = (messages.clone(), editor.clone());
    move || match (is_open.get(), editor.planned(action).is_empty()) {
        (true, _) => messages.plan_close().to_owned(),
        (false, true) => messages.plan_open().to_owned(),
        (false, false) => messages.plan_change().to_owned(),
    }
}

fn fields(messages: &Messages, editor: &PlanEditor, action: ActionIx, title: &str) -> AnyView {
    let planned = editor.planned_untracked(action);
    let due = planned.due.map(|day| day.to_string()).unwrap_or_default();
    let (owning, dating, ending) = (editor.clone(), editor.clone(), editor.clone());
    let set_owner = move |event: Event| {
        let owner = event_target_value(&event);
        owning.change(action, |planned| planned.owner = owner);
    };
    let set_due = move |event: Event| {
        let due = Day::parse(&event_target_value(&event));
        dating.change(action, |planned| planned.due = due);
    };
    let set_done = move |event: Event| {
        let done = event_target_checked(&event).then(clock::now);
        let done = done.and_then(|now| Day::parse(&now));
        ending.change(action, |planned| planned.done = done);
    };
    view! {
        <div class="plan-fields" role="group" aria-label=messages.plan_fields(title)>
            <label class="field"><span>{messages.plan_owner().to_owned()}</span>
                <input name="owner" autocomplete="off" maxlength=MAX_OWNER_LENGTH.to_string() value=planned.owner.clone() on:change=set_owner/></label>
            <label class="field"><span>{messages.plan_due().to_owned()}</span>
                <input type="date" name="due" min="2020-01-01" max="9999-12-31" value=due on:change=set_due/></label>
            <label class="only"><input type="checkbox" name="done" checked=planned.done.is_some() on:change=set_done/>" "{messages.plan_done().to_owned()}</label>
        </div>
    }
}
