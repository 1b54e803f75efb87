//! The offer to send a result to the owner of the page, on the result, or in its place.

use crate::view::{IntoView, view};
use leptos::prelude::*;

use crate::brand;
use crate::state::App;

/// What the visitor calls the receiver: the owner's name, else the page's host.
pub(super) fn receiver(app: &App) -> Option<(String, String)> {
    let origin = app.site.frame.receiver.get()?;
    let host = origin
        .split_once("//")
        .map_or(origin.as_str(), |(_, host)| host);
    let name = app
        .site
        .config
        .brand
        .name
        .clone()
        .unwrap_or_else(|| host.to_owned());
    Some((name, origin))
}

/// The offer, where the page may be sent a result.
pub(crate) fn offer(app: &App) -> impl IntoView + use<> {
    let app = app.clone();
    move || {
        let (name, _) = receiver(&app)?;
        let words = app.speech.get().words;
        let sending = app.site.frame.sending.clone();
        Some(view! {
            <section class="sheet send-offer" aria-labelledby="send-offer">
                <h2 id="send-offer">{words.consent_offer_heading(&name)}</h2>
                <p>{words.consent_offer_text().to_owned()}</p>
                <div class="row">
                    <button class="button" data-action="send" on:click=move |_| sending.set(true)>{words.consent_offer_button(&name)}</button>
                </div>
            </section>
        })
    }
}

/// What stands in the place of a result that the page does not want to be shown.
pub(crate) fn hidden(app: &App) -> impl IntoView + use<> {
    let words = app.words();
    view! {
        <div class="stack wide narrow">
            <h1 tabindex="-1">{words.embed_hidden_heading().to_owned()}</h1>
            <p>{words.embed_hidden_text().to_owned()}</p>
            {offer(app)}
            {brand::call_to_action(app, None, String::new())}
            <div class="row"><a class="button quiet" href="#/review" data-action="review">{words.results_edit().to_owned()}</a></div>
        </div>
    }
}
