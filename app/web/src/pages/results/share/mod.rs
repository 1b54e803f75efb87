//! The share panel: what a link contains, the link, and the ways to send it.

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
use web_sys::HtmlElement;

use crate::browser::dom;
use crate::state::App;
use link::LinkState;

pub(super) use link::full_link;
pub(super) use qr_code::printed_qr_code;
pub(super) use share_state::ShareState;

/// Renders the panel.
pub(super) fn share_panel(app: &App, share: &ShareState) -> impl IntoView + use<> {
    let messages = &share.result.messages;
    let (open, link, message) = (share.is_open, share.link, share.message.clone());
    let close = move |_| {
        open.set(false);
        if let Some(button) = dom::query::<HtmlElement>("[data-action=share]") {
            dom::focus(&button);
        }
    };
    view! {
        <section class="sheet share" aria-labelledby="share-heading">
            <h2 id="share-heading">{messages.share_heading().to_owned()}</h2>
            {choices::share_choices(share)}
            {contents(share)}
            <p role="alert">{move || match link.get() { LinkState::Failed(why) => why, _ => String::new() }}</p>
            <div class="share-ways">
                <div class="stack">
                    {link_actions::link_actions(share)}
                    {link_length::length_warning(app, share)}
                    {message::message_section(app, share)}
                    {picture::picture_section(app, share)}
                </div>
                {qr_code::qr_code(app, share)}
            </div>
            <p class="notice share-status" role="status">{move || message.get()}</p>
            <div class="row"><button class="button quiet" data-action="close-share" on:click=close>{messages.share_close().to_owned()}</button></div>
        </section>
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
