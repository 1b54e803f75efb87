//! The offer to send a result to the owner of the page, on the result, or in its place.

use crate::view::{IntoView, view};
use leptos::prelude::*;

use super::consent;
use crate::brand;
use crate::browser::dom;
use crate::route::Route;
use crate::state::App;

/// What the visitor calls the receiver: the owner's name, else the page's host.
pub(super) fn find_receiver(app: &App) -> Option<(String, String)> {
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
pub(crate) fn send_offer(app: &App) -> impl IntoView + use<> {
    let app = app.clone();
    move || {
        let (name, _) = find_receiver(&app)?;
        let words = app.locale.get().messages;
        let (asking, refusing) = (app.clone(), app.clone());
        let wanted = app.site.frame.result_requested.get();
        let by = wanted.then(|| view! { <p>{words.consent_wanted(&name)}</p> });
        let refuse = wanted.then(|| view! { <button class="button quiet" data-action="refuse" on:click=move |_| consent::decline(&refusing)>{words.consent_refuse().to_owned()}</button> });
        Some(view! {
            <section class="sheet send-offer" aria-labelledby="send-offer">
                <h2 id="send-offer">{words.consent_offer_heading(&name)}</h2>
                {by}
                <p>{words.consent_offer_text().to_owned()}</p>
                <div class="row">
                    <button class="button" data-action="send" on:click=move |_| asking.site.frame.consent_open.set(true)>{words.consent_offer_button(&name)}</button>
                    {refuse}
                </div>
            </section>
        })
    }
}

/// The offer on a page that has none, while the page around the frame asks for the result.
pub(crate) fn requested_offer(app: &App) -> impl IntoView + use<> {
    let app = app.clone();
    move || {
        let elsewhere = app.route.get() != Route::Results;
        (elsewhere && app.site.frame.result_requested.get()).then(|| send_offer(&app))
    }
}

/// Brings the offer into view, once it shows. No more: what opens the dialog is the visitor's press.
pub(super) fn show_offer(app: &App) {
    app.site.frame.result_requested.set(true);
    if let Some((name, _)) = find_receiver(app) {
        app.announcement.set(app.messages().consent_wanted(&name));
    }
    gloo::timers::callback::Timeout::new(0, || {
        if let Some(offer) = dom::query::<web_sys::Element>(".send-offer") {
            dom::scroll_into_view(&offer, web_sys::ScrollLogicalPosition::Nearest);
        }
    })
    .forget();
}

/// What stands in the place of a result that the page does not want to be shown.
pub(crate) fn hidden_result(app: &App) -> impl IntoView + use<> {
    let words = app.messages();
    view! {
        <div class="stack wide narrow">
            <h1 tabindex="-1">{words.embed_hidden_heading().to_owned()}</h1>
            <p>{words.embed_hidden_text().to_owned()}</p>
            {send_offer(app)}
            {brand::call_to_action(app, None)}
            <div class="row"><a class="button quiet" href="#/review" data-action="review">{words.results_edit().to_owned()}</a></div>
        </div>
    }
}
