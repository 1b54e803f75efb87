//! The share dialog: what a link contains, the link, and the ways to send it.

mod choices;
mod encryption;
mod link;
mod link_actions;
mod link_length;
mod message;
mod picture;
mod qr_code;
mod save;
mod share_state;

use crate::view::{IntoView, view};
use leptos::prelude::*;
use web_sys::Event;

use crate::parts::modal::modal_handle;
use crate::parts::saved_file::saved_file_in_dialog;
use crate::state::App;
use link::LinkState;

pub(super) use link::{full_link, scores_link};
pub(super) use qr_code::printed_qr_code;
pub(super) use share_state::ShareState;

/// Renders the dialog. The link comes first, then what it contains and other ways to send it.
pub(super) fn share_dialog(app: &App, share: &ShareState) -> impl IntoView + use<> {
    let messages = &share.result.messages;
    let (open, message) = (share.is_open, share.message.clone());
    let node = modal_handle();
    view! {
        <dialog node_ref=node class="sheet share" aria-labelledby="share-heading" on:close=move |_: Event| open.set(false)>
            <form method="dialog" class="share-head">
                <h2 id="share-heading" tabindex="-1" autofocus>{messages.share_heading().to_owned()}</h2>
                <button class="button quiet" data-action="close-share">{messages.share_close().to_owned()}</button>
            </form>
            {link_part(app, share)}
            {choices::share_choices(share)}
            <div class="share-ways">
                <div class="stack">
                    {message::message_section(app, share)}
                    {picture::picture_section(app, share)}
                </div>
                {qr_code::qr_code(app, share)}
            </div>
            <p class="notice share-status" role="status">{move || message.get()}</p>
            {saved_file_in_dialog(app)}
        </dialog>
    }
}

/// Renders the link with what it contains, or why there is none.
fn link_part(app: &App, share: &ShareState) -> impl IntoView + use<> {
    let link = share.link;
    let failure = move || match link.get() {
        LinkState::Failed(why) => why,
        _ => String::new(),
    };
    view! {
        <div class="stack">
            {contents(share)}
            <p role="alert">{failure}</p>
            {link_actions::link_actions(share)}
            {link_length::length_warning(app, share)}
        </div>
    }
}

/// Renders what the link contains, and what sending it means.
fn contents(share: &ShareState) -> impl IntoView + use<> {
    let contents = {
        let share = share.clone();
        move || share.result.messages.share_contains(&share.link_contents())
    };
    let warning = {
        let (messages, sealed) = (share.result.messages.clone(), share.uses_passphrase);
        move || match sealed.get() {
            true => messages.share_warning_sealed().to_owned(),
            false => messages.share_warning().to_owned(),
        }
    };
    view! {
        <p class="share-contains" data-share-contains aria-live="polite">{contents}</p>
        <p class="small">{warning}</p>
    }
}
