//! The link itself, and the ways in which it goes out: copied, to another app, in a mail.

use crate::view::{Handle, IntoView, view};
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::{Sharing, message};
use crate::browser::sheet::{self, Outcome};
use crate::browser::{clipboard, dom, mail};

/// A mail program may cut a draft whose address is longer.
const LONGEST_DRAFT: usize = 2_000;

pub(super) fn ways(sharing: &Sharing) -> impl IntoView + use<> {
    let words = &sharing.shown.words;
    let link = sharing.link;
    let field = Handle::new();
    let marked = field.clone();
    let copy = {
        let (sharing, field) = (sharing.clone(), field.clone());
        move |_| copy(&sharing, &field)
    };
    let address = move || link.get().ready().unwrap_or_default();
    let buttons = {
        let sharing = sharing.clone();
        move || link.get().ready().map(|link| others(&sharing, link))
    };
    view! {
        <label class="field">
            <span>{words.share_link().to_owned()}</span>
            <input type="text" readonly data-share-link node_ref=field prop:value=address on:focus=move |_| select(&marked)/>
        </label>
        <div class="row">
            <button class="button" data-action="copy-link" on:click=copy>{words.share_copy().to_owned()}</button>
            {buttons}
        </div>
    }
}

fn select(field: &Handle) {
    if let Some(field) = field.get::<HtmlInputElement>() {
        field.select();
    }
}

/// Copies the link and says whether that worked; where it did not, the link is marked to be copied
/// by hand.
fn copy(sharing: &Sharing, field: &Handle) {
    let Some(input) = field.get::<HtmlInputElement>() else {
        return;
    };
    let words = sharing.shown.words.clone();
    let link = input.value();
    if link.is_empty() {
        return sharing.tell(words.share_passphrase_waiting());
    }
    let sharing = sharing.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let mark = || {
            dom::focus(&input);
            input.select();
        };
        let copied = clipboard::copy(&link, mark).await;
        sharing.tell(if copied {
            words.share_copied()
        } else {
            words.share_copy_failed()
        });
    });
}

/// The ways that need a link: the system's choice of apps, where there is one, and a mail.
fn others(sharing: &Sharing, link: String) -> impl IntoView + use<> {
    let words = &sharing.shown.words;
    let sheet = sheet::available().then(|| {
        let (sharing, link) = (sharing.clone(), link.clone());
        let label = words.share_sheet().to_owned();
        view! { <button class="button quiet" data-action="share-sheet" on:click=move |_| hand_over(&sharing, &link)>{label}</button> }
    });
    view! { {sheet}{letter(sharing, link)} }
}

/// Opens the system's choice of apps.
fn hand_over(sharing: &Sharing, link: &str) {
    let (sharing, link) = (sharing.clone(), link.to_owned());
    wasm_bindgen_futures::spawn_local(async move {
        let words = sharing.shown.words.clone();
        let outcome = sheet::share(&sheet::of_link(&subject(&sharing), &link)).await;
        sharing.tell(match outcome {
            Outcome::Shared => words.share_sheet_done(),
            Outcome::Cancelled => words.share_sheet_cancelled(),
            Outcome::Failed => words.share_sheet_failed(),
        });
    });
}

fn letter(sharing: &Sharing, link: String) -> impl IntoView + use<> {
    let sharing = sharing.clone();
    // The draft says how sure the result is, once that is known.
    move || {
        let words = &sharing.shown.words;
        let body = if sharing.sealed.get() {
            format!("{}\n{link}", words.share_mail_sealed())
        } else {
            message::text(&sharing, &sharing.shown.words, &sharing.shown.texts)
        };
        let address = mail::draft("", &subject(&sharing), &body);
        if address.len() > LONGEST_DRAFT {
            return view! { <p class="small" data-no-mail>{words.share_mail_too_long().to_owned()}</p> };
        }
        let told = sharing.clone();
        let tell = move |_| told.tell(told.shown.words.share_mail_done());
        view! { <a class="button quiet" data-action="mail" href=address on:click=tell>{words.share_mail().to_owned()}</a> }
    }
}

/// What the mail is about. Nobody looks into a sealed link without its passphrase, so its name is
/// not told either.
fn subject(sharing: &Sharing) -> String {
    let words = &sharing.shown.words;
    match sharing.name() {
        name if name.is_empty() || sharing.sealed.get() => words.share_mail_subject().to_owned(),
        name => words.share_mail_subject_named(&name),
    }
}
