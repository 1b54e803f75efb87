//! What the link contains: the sender's choices.

use crate::view::{Handle, IntoView, view};
use assay_core::passphrase;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::link::LinkState;
use super::share_state::ShareState;
use crate::browser::{dom, secrets};

pub(super) fn share_choices(share: &ShareState) -> impl IntoView + use<> {
    let messages = &share.result.messages;
    let exact = share.includes_answers;
    let notes = (!share.result.assessment.notes.is_empty()).then(|| {
        let (label, on) = (
            messages.share_include_notes().to_owned(),
            share.includes_notes,
        );
        move || exact.get().then(|| checkbox(&label, "include-notes", on))
    });
    view! {
        <fieldset class="stack share-choices">
            <legend>{messages.share_choose().to_owned()}</legend>
            {detail_radio(exact, "exact", messages.share_answers_exact(), messages.share_answers_exact_why())}
            {detail_radio(exact, "scores", messages.share_answers_scores(), messages.share_answers_scores_why())}
            {checkbox(messages.share_include_profile(), "include-profile", share.includes_profile)}
            {notes}
            {passphrase_choice(share)}
        </fieldset>
    }
}

fn checkbox(label: &str, name: &'static str, on: RwSignal<bool>) -> impl IntoView + use<> {
    view! {
        <label><input type="checkbox" name=name prop:checked=on on:change=move |event| on.set(event_target_checked(&event))/>" "{label.to_owned()}</label>
    }
}

/// Renders a radio for the amount of detail.
fn detail_radio(
    exact: RwSignal<bool>,
    value: &'static str,
    label: &str,
    why: &str,
) -> impl IntoView + use<> {
    let all = value == "exact";
    view! {
        <label>
            <input type="radio" name="share-answers" value=value prop:checked=move || exact.get() == all on:change=move |_| exact.set(all)/>
            " "{label.to_owned()}" "<span class="small">{why.to_owned()}</span>
        </label>
    }
}

/// Renders the passphrase choice, if the browser supports the needed cryptography.
fn passphrase_choice(share: &ShareState) -> impl IntoView + use<> {
    let messages = &share.result.messages;
    if !secrets::is_available() {
        return view! { <p class="small" data-no-passphrase>{messages.share_passphrase_no_crypto().to_owned()}</p> };
    }
    let sealed = share.uses_passphrase;
    let field = {
        let share = share.clone();
        move || sealed.get().then(|| passphrase_field(&share))
    };
    view! {
        {checkbox(messages.share_passphrase_use(), "use-passphrase", sealed)}
        {field}
    }
}

fn passphrase_field(share: &ShareState) -> impl IntoView + use<> {
    let messages = share.result.messages.clone();
    let field = Handle::new();
    let set = {
        let (share, field) = (share.clone(), field.clone());
        move |event: web_sys::Event| {
            event.prevent_default();
            set_passphrase(&share, &field);
        }
    };
    let propose = {
        let (share, field) = (share.clone(), field.clone());
        move |_| fill_proposal(&share, &field)
    };
    let passphrase = share.passphrase;
    let kept = passphrase.get_untracked().unwrap_or_default();
    // A link must not keep a passphrase that is no longer shown.
    let changed = move |_| passphrase.set(None);
    let state = {
        let share = share.clone();
        move || passphrase_state(&share)
    };
    view! {
        <form class="stack passphrase" on:submit=set>
            <label class="field">
                <span>{messages.share_passphrase_field().to_owned()}</span>
                <input type="text" name="new-passphrase" autocomplete="off" autocapitalize="off" spellcheck="false" value=kept node_ref=field on:input=changed/>
            </label>
            <p class="small">{messages.share_passphrase_hint().to_owned()}</p>
            <div class="row">
                <button type="button" class="button quiet" data-action="propose" on:click=propose>{messages.share_passphrase_propose().to_owned()}</button>
                <button class="button quiet" data-action="seal">{messages.share_passphrase_set().to_owned()}</button>
                <span role="status">{state}</span>
            </div>
        </form>
    }
}

/// Returns how far the encryption is (reactive).
fn passphrase_state(share: &ShareState) -> String {
    let messages = &share.result.messages;
    match share.link.get() {
        LinkState::PassphraseMissing => messages.share_passphrase_waiting().to_owned(),
        LinkState::Computing => messages.share_passphrase_computing().to_owned(),
        LinkState::Ready(_) => messages.share_passphrase_done().to_owned(),
        // The reason is shown in place of the link.
        LinkState::Failed(_) => String::new(),
    }
}

/// Puts a proposed passphrase into the field.
fn fill_proposal(share: &ShareState, field: &Handle) {
    if let Some((field, proposal)) = field
        .get::<HtmlInputElement>()
        .zip(secrets::propose_passphrase())
    {
        field.set_value(&proposal);
        share.passphrase.set(None);
        dom::focus(&field);
    }
}

fn set_passphrase(share: &ShareState, field: &Handle) {
    let Some(field) = field.get::<HtmlInputElement>() else {
        return;
    };
    let typed = field.value();
    if typed.is_empty() {
        share.show_message(share.result.messages.share_passphrase_empty());
        return dom::focus(&field);
    }
    if !passphrase::is_strong(&typed) {
        let proposal = secrets::propose_passphrase().unwrap_or_default();
        share.show_message(&share.result.messages.share_passphrase_weak(&proposal));
        return dom::focus(&field);
    }
    share.passphrase.set(Some(typed));
}
