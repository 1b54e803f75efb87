//! The link and the ways to send it: copy, another app, mail.

use crate::view::{Handle, IntoView, view};
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::message;
use super::share_state::ShareState;
use crate::browser::mail;
use crate::browser::web_share::{self, ShareOutcome};
use crate::parts::copy_field::copy_field;

/// Maximum length of a mail draft's address. Some mail programs cut longer ones.
const MAX_DRAFT_LENGTH: usize = 2_000;

pub(super) fn link_actions(share: &ShareState) -> impl IntoView + use<> {
    let messages = &share.result.messages;
    let link = share.link;
    let field = Handle::new();
    let marked = field.clone();
    let copy = {
        let (share, field) = (share.clone(), field.clone());
        move |_| copy_link(&share, &field)
    };
    let address = move || link.get().into_address().unwrap_or_default();
    let buttons = {
        let share = share.clone();
        move || {
            link.get()
                .into_address()
                .map(|link| send_buttons(&share, link))
        }
    };
    view! {
        <label class="field">
            <span>{messages.share_link().to_owned()}</span>
            <input type="text" readonly data-share-link node_ref=field prop:value=address on:focus=move |_| select_link(&marked)/>
        </label>
        <div class="row">
            <button class="button" data-action="copy-link" on:click=copy>{messages.share_copy().to_owned()}</button>
            {buttons}
        </div>
    }
}

fn select_link(field: &Handle) {
    if let Some(field) = field.get::<HtmlInputElement>() {
        field.select();
    }
}

/// Copies the link and reports the outcome; if copying fails, the link stays selected.
fn copy_link(share: &ShareState, field: &Handle) {
    let Some(input) = field.get::<HtmlInputElement>() else {
        return;
    };
    let messages = share.result.messages.clone();
    if input.value().is_empty() {
        return share.show_message(messages.share_passphrase_waiting());
    }
    let share = share.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let copied = copy_field(&input).await;
        share.show_message(if copied {
            messages.share_copied()
        } else {
            messages.share_copy_failed()
        });
    });
}

/// Renders the system's share sheet, if there is one, and the mail.
fn send_buttons(share: &ShareState, link: String) -> impl IntoView + use<> {
    let messages = &share.result.messages;
    let sheet = web_share::is_available().then(|| {
        let (share, link) = (share.clone(), link.clone());
        let label = messages.share_sheet().to_owned();
        view! { <button class="button quiet" data-action="share-sheet" on:click=move |_| open_share_sheet(&share, &link)>{label}</button> }
    });
    view! { {sheet}{mail_link(share, link)} }
}

/// Opens the system's share sheet.
fn open_share_sheet(share: &ShareState, link: &str) {
    let (share, link) = (share.clone(), link.to_owned());
    wasm_bindgen_futures::spawn_local(async move {
        let messages = share.result.messages.clone();
        let outcome = web_share::share(&web_share::link_data(&mail_subject(&share), &link)).await;
        share.show_message(match outcome {
            ShareOutcome::Shared => messages.share_sheet_done(),
            ShareOutcome::Cancelled => messages.share_sheet_cancelled(),
            ShareOutcome::Failed => messages.share_sheet_failed(),
        });
    });
}

fn mail_link(share: &ShareState, link: String) -> impl IntoView + use<> {
    let share = share.clone();
    // Rebuilt when the confidence, which the draft contains, is known.
    move || {
        let messages = &share.result.messages;
        let body = if share.uses_passphrase.get() {
            format!("{}\n{link}", messages.share_mail_sealed())
        } else {
            message::message_text(&share, &share.result.messages, &share.result.texts)
        };
        let address = mail::draft_address("", &mail_subject(&share), &body);
        if address.len() > MAX_DRAFT_LENGTH {
            return view! { <p class="small" data-no-mail>{messages.share_mail_too_long().to_owned()}</p> };
        }
        let share = share.clone();
        let tell = move |_| share.show_message(share.result.messages.share_mail_done());
        view! { <a class="button quiet" data-action="mail" href=address on:click=tell>{messages.share_mail().to_owned()}</a> }
    }
}

/// Returns the subject of the mail. It does not reveal the name of an encrypted link.
fn mail_subject(share: &ShareState) -> String {
    let messages = &share.result.messages;
    match share.shared_name() {
        name if name.is_empty() || share.uses_passphrase.get() => {
            messages.share_mail_subject().to_owned()
        }
        name => messages.share_mail_subject_named(&name),
    }
}
