//! The link itself, and the ways in which it goes out: copied, to another app, in a mail.

use crate::view::{Handle, IntoView, view};
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::{ShareState, message};
use crate::browser::web_share::{self, ShareOutcome};
use crate::browser::{clipboard, dom, mail};

/// A mail program may cut a draft whose address is longer.
const MAX_DRAFT_LENGTH: usize = 2_000;

pub(super) fn link_actions(sharing: &ShareState) -> impl IntoView + use<> {
    let words = &sharing.result.messages;
    let link = sharing.link;
    let field = Handle::new();
    let marked = field.clone();
    let copy = {
        let (sharing, field) = (sharing.clone(), field.clone());
        move |_| copy_link(&sharing, &field)
    };
    let address = move || link.get().into_address().unwrap_or_default();
    let buttons = {
        let sharing = sharing.clone();
        move || {
            link.get()
                .into_address()
                .map(|link| send_buttons(&sharing, link))
        }
    };
    view! {
        <label class="field">
            <span>{words.share_link().to_owned()}</span>
            <input type="text" readonly data-share-link node_ref=field prop:value=address on:focus=move |_| select_link(&marked)/>
        </label>
        <div class="row">
            <button class="button" data-action="copy-link" on:click=copy>{words.share_copy().to_owned()}</button>
            {buttons}
        </div>
    }
}

fn select_link(field: &Handle) {
    if let Some(field) = field.get::<HtmlInputElement>() {
        field.select();
    }
}

/// Copies the link and says whether that worked; where it did not, the link is marked to be copied
/// by hand.
fn copy_link(sharing: &ShareState, field: &Handle) {
    let Some(input) = field.get::<HtmlInputElement>() else {
        return;
    };
    let words = sharing.result.messages.clone();
    let link = input.value();
    if link.is_empty() {
        return sharing.show_message(words.share_passphrase_waiting());
    }
    let sharing = sharing.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let mark = || {
            dom::focus(&input);
            input.select();
        };
        let copied = clipboard::copy_text(&link, mark).await;
        sharing.show_message(if copied {
            words.share_copied()
        } else {
            words.share_copy_failed()
        });
    });
}

/// The ways that need a link: the system's choice of apps, where there is one, and a mail.
fn send_buttons(sharing: &ShareState, link: String) -> impl IntoView + use<> {
    let words = &sharing.result.messages;
    let sheet = web_share::is_available().then(|| {
        let (sharing, link) = (sharing.clone(), link.clone());
        let label = words.share_sheet().to_owned();
        view! { <button class="button quiet" data-action="share-sheet" on:click=move |_| open_share_sheet(&sharing, &link)>{label}</button> }
    });
    view! { {sheet}{mail_link(sharing, link)} }
}

/// Opens the system's choice of apps.
fn open_share_sheet(sharing: &ShareState, link: &str) {
    let (sharing, link) = (sharing.clone(), link.to_owned());
    wasm_bindgen_futures::spawn_local(async move {
        let words = sharing.result.messages.clone();
        let outcome = web_share::share(&web_share::link_data(&mail_subject(&sharing), &link)).await;
        sharing.show_message(match outcome {
            ShareOutcome::Shared => words.share_sheet_done(),
            ShareOutcome::Cancelled => words.share_sheet_cancelled(),
            ShareOutcome::Failed => words.share_sheet_failed(),
        });
    });
}

fn mail_link(sharing: &ShareState, link: String) -> impl IntoView + use<> {
    let sharing = sharing.clone();
    // The draft says how sure the result is, once that is known.
    move || {
        let words = &sharing.result.messages;
        let body = if sharing.uses_passphrase.get() {
            format!("{}\n{link}", words.share_mail_sealed())
        } else {
            message::message_text(&sharing, &sharing.result.messages, &sharing.result.texts)
        };
        let address = mail::draft_address("", &mail_subject(&sharing), &body);
        if address.len() > MAX_DRAFT_LENGTH {
            return view! { <p class="small" data-no-mail>{words.share_mail_too_long().to_owned()}</p> };
        }
        let told = sharing.clone();
        let tell = move |_| told.show_message(told.result.messages.share_mail_done());
        view! { <a class="button quiet" data-action="mail" href=address on:click=tell>{words.share_mail().to_owned()}</a> }
    }
}

/// What the mail is about. Nobody looks into a sealed link without its passphrase, so its name is
/// not told either.
fn mail_subject(sharing: &ShareState) -> String {
    let words = &sharing.result.messages;
    match sharing.shared_name() {
        name if name.is_empty() || sharing.uses_passphrase.get() => {
            words.share_mail_subject().to_owned()
        }
        name => words.share_mail_subject_named(&name),
    }
}
