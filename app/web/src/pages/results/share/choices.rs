//! What the sender lets others see.

use crate::view::{Handle, IntoView, view};
use assay_core::passphrase;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::ShareState;
use super::share_state::LinkState;
use crate::browser::{dom, secrets};

pub(super) fn share_choices(sharing: &ShareState) -> impl IntoView + use<> {
    let words = &sharing.result.messages;
    let exact = sharing.includes_answers;
    let notes = (!sharing.result.assessment.notes.is_empty()).then(|| {
        let (label, on) = (
            words.share_include_notes().to_owned(),
            sharing.includes_notes,
        );
        move || exact.get().then(|| checkbox(&label, "include-notes", on))
    });
    view! {
        <fieldset class="stack share-choices">
            <legend>{words.share_choose().to_owned()}</legend>
            {detail_radio(exact, "exact", words.share_answers_exact(), words.share_answers_exact_why())}
            {detail_radio(exact, "scores", words.share_answers_scores(), words.share_answers_scores_why())}
            {checkbox(words.share_include_profile(), "include-profile", sharing.includes_profile)}
            {notes}
            {passphrase_choice(sharing)}
        </fieldset>
    }
}

fn checkbox(label: &str, name: &'static str, on: RwSignal<bool>) -> impl IntoView + use<> {
    view! {
        <label><input type="checkbox" name=name prop:checked=on on:change=move |event| on.set(event_target_checked(&event))/>" "{label.to_owned()}</label>
    }
}

/// How much of the answers.
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

/// The passphrase, where the browser can compute with one.
fn passphrase_choice(sharing: &ShareState) -> impl IntoView + use<> {
    let words = &sharing.result.messages;
    if !secrets::is_available() {
        return view! { <p class="small" data-no-passphrase>{words.share_passphrase_no_crypto().to_owned()}</p> };
    }
    let sealed = sharing.uses_passphrase;
    let field = {
        let sharing = sharing.clone();
        move || sealed.get().then(|| passphrase_field(&sharing))
    };
    view! {
        {checkbox(words.share_passphrase_use(), "use-passphrase", sealed)}
        {field}
    }
}

fn passphrase_field(sharing: &ShareState) -> impl IntoView + use<> {
    let words = sharing.result.messages.clone();
    let field = Handle::new();
    let set = {
        let (sharing, field) = (sharing.clone(), field.clone());
        move |event: web_sys::Event| {
            event.prevent_default();
            set_passphrase(&sharing, &field);
        }
    };
    let propose = {
        let (sharing, field) = (sharing.clone(), field.clone());
        move |_| fill_proposal(&sharing, &field)
    };
    let passphrase = sharing.passphrase;
    let kept = passphrase.get_untracked().unwrap_or_default();
    // A link must not stay under another passphrase than the one that shows.
    let changed = move |_| passphrase.set(None);
    let link = sharing.link;
    let state = {
        let words = words.clone();
        move || match link.get() {
            LinkState::PassphraseMissing => words.share_passphrase_waiting().to_owned(),
            LinkState::Computing => words.share_passphrase_computing().to_owned(),
            LinkState::Ready(_) => words.share_passphrase_done().to_owned(),
            // The reason stands where the link would.
            LinkState::Failed(_) => String::new(),
        }
    };
    view! {
        <form class="stack passphrase" on:submit=set>
            <label class="field">
                <span>{words.share_passphrase_field().to_owned()}</span>
                <input type="text" name="new-passphrase" autocomplete="off" autocapitalize="off" spellcheck="false" value=kept node_ref=field on:input=changed/>
            </label>
            <p class="small">{words.share_passphrase_hint().to_owned()}</p>
            <div class="row">
                <button type="button" class="button quiet" data-action="propose" on:click=propose>{words.share_passphrase_propose().to_owned()}</button>
                <button class="button quiet" data-action="seal">{words.share_passphrase_set().to_owned()}</button>
                <span role="status">{state}</span>
            </div>
        </form>
    }
}

/// Puts a proposal into the field, to be taken or changed.
fn fill_proposal(sharing: &ShareState, field: &Handle) {
    if let Some((field, proposal)) = field
        .get::<HtmlInputElement>()
        .zip(secrets::propose_passphrase())
    {
        field.set_value(&proposal);
        sharing.passphrase.set(None);
        dom::focus(&field);
    }
}

fn set_passphrase(sharing: &ShareState, field: &Handle) {
    let Some(field) = field.get::<HtmlInputElement>() else {
        return;
    };
    let typed = field.value();
    if typed.is_empty() {
        sharing.show_message(sharing.result.messages.share_passphrase_empty());
        return dom::focus(&field);
    }
    if !passphrase::is_strong(&typed) {
        let proposal = secrets::propose_passphrase().unwrap_or_default();
        sharing.show_message(&sharing.result.messages.share_passphrase_weak(&proposal));
        return dom::focus(&field);
    }
    sharing.passphrase.set(Some(typed));
}
