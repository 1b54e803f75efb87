//! Sharing a result: what others get to see, the link, and the ways in which it goes out.

mod choices;
mod code;
mod message;
mod picture;
mod sharing;
mod ways;

use crate::view::{IntoView, view};
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::browser::dom;
use crate::state::App;
use sharing::Link;

pub(super) use code::printed;
pub(super) use sharing::{Sharing, plain_contents, plain_link};

/// The panel that opens under the share button.
pub(super) fn panel(app: &App, sharing: &Sharing) -> impl IntoView + use<> {
    let words = &sharing.shown.words;
    let (open, link, said) = (sharing.open, sharing.link, sharing.said.clone());
    let close = move |_| {
        open.set(false);
        if let Some(button) = dom::query::<HtmlElement>("[data-action=share]") {
            dom::focus(&button);
        }
    };
    view! {
        <section class="sheet share" aria-labelledby="share-heading">
            <h2 id="share-heading">{words.share_heading().to_owned()}</h2>
            {choices::choices(sharing)}
            {contents(sharing)}
            <p role="alert">{move || match link.get() { Link::Failed(why) => why, _ => String::new() }}</p>
            <div class="share-ways">
                <div class="stack">
                    {ways::ways(sharing)}
                    {message::chat(app, sharing)}
                    {picture::pictures(sharing)}
                </div>
                {code::code(sharing)}
            </div>
            <p class="notice share-said" role="status">{move || said.get()}</p>
            <div class="row"><button class="button quiet" data-action="close-share" on:click=close>{words.share_close().to_owned()}</button></div>
        </section>
    }
}

/// What is in the link, and what it means to send it.
fn contents(sharing: &Sharing) -> impl IntoView + use<> {
    let contents = {
        let sharing = sharing.clone();
        move || sharing.shown.words.share_contains(&sharing.contents())
    };
    let warning = {
        let (words, sealed) = (sharing.shown.words.clone(), sharing.sealed);
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

/// Says that a file was handed to the browser, or that it was not.
fn tell_saved(sharing: &Sharing, saved: bool, file: &str) {
    let words = &sharing.shown.words;
    if saved {
        sharing.tell(&words.share_saved(file));
    } else {
        sharing.tell(words.share_save_failed());
    }
}
