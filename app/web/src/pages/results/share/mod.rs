//! Sharing a result: what others get to see, the link, and the ways in which it goes out.

mod choices;
mod code;
mod length;
mod message;
mod picture;
mod sharing;
mod ways;

use crate::view::{IntoView, view};
use leptos::prelude::*;
use web_sys::{Blob, HtmlElement};

use crate::browser::dom;
use crate::state::App;
use sharing::Link;

pub(super) use code::printed;
pub(super) use sharing::{Sharing, plain_link};

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
                    {length::length(app, sharing)}
                    {message::chat(app, sharing)}
                    {picture::pictures(app, sharing)}
                </div>
                {code::code(app, sharing)}
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

/// Saves a picture, or says that there is none.
fn save(app: &App, sharing: &Sharing, name: String, picture: Option<Blob>) {
    match picture {
        Some(picture) => app.save_picture(name, picture),
        None => sharing.tell(sharing.shown.words.share_save_failed()),
    }
}
