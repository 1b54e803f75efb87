//! Sharing a result: what others get to see, the link, and the ways in which it goes out.

mod choices;
mod link_actions;
mod link_length;
mod message;
mod picture;
mod qr_code;
mod share_state;

use crate::view::{IntoView, view};
use leptos::prelude::*;
use web_sys::{Blob, HtmlElement};

use crate::browser::dom;
use crate::state::App;
use share_state::LinkState;

pub(super) use qr_code::printed_qr_code;
pub(super) use share_state::{ShareState, full_link};

/// The panel that opens under the share button.
pub(super) fn share_panel(app: &App, sharing: &ShareState) -> impl IntoView + use<> {
    let words = &sharing.result.messages;
    let (open, link, said) = (sharing.is_open, sharing.link, sharing.message.clone());
    let close = move |_| {
        open.set(false);
        if let Some(button) = dom::query::<HtmlElement>("[data-action=share]") {
            dom::focus(&button);
        }
    };
    view! {
        <section class="sheet share" aria-labelledby="share-heading">
            <h2 id="share-heading">{words.share_heading().to_owned()}</h2>
            {choices::share_choices(sharing)}
            {contents(sharing)}
            <p role="alert">{move || match link.get() { LinkState::Failed(why) => why, _ => String::new() }}</p>
            <div class="share-ways">
                <div class="stack">
                    {link_actions::link_actions(sharing)}
                    {link_length::length_warning(app, sharing)}
                    {message::message_section(app, sharing)}
                    {picture::picture_section(app, sharing)}
                </div>
                {qr_code::qr_code(app, sharing)}
            </div>
            <p class="notice share-said" role="status">{move || said.get()}</p>
            <div class="row"><button class="button quiet" data-action="close-share" on:click=close>{words.share_close().to_owned()}</button></div>
        </section>
    }
}

/// What is in the link, and what it means to send it.
fn contents(sharing: &ShareState) -> impl IntoView + use<> {
    let contents = {
        let sharing = sharing.clone();
        move || {
            sharing
                .result
                .messages
                .share_contains(&sharing.link_contents())
        }
    };
    let warning = {
        let (words, sealed) = (sharing.result.messages.clone(), sharing.uses_passphrase);
        move || match sealed.get() {
            true => words.share_warning_sealed().to_owned(),
            false => words.share_warning().to_owned(),
        }
    };
    view! {
        <p class="share-contains" data-share-contains aria-live="polite">{contents}</p>
        <p class="small">{warning}</p>
    }
}

/// Saves a picture, or says that there is none.
fn save_picture(app: &App, sharing: &ShareState, name: String, picture: Option<Blob>) {
    match picture {
        Some(picture) => app.save_picture(name, picture),
        None => sharing.show_message(sharing.result.messages.share_save_failed()),
    }
}
