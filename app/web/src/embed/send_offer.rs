//! The offer to send the result to the owner of the host page.

use crate::view::{IntoView, view};
use leptos::prelude::*;

use super::consent_dialog;
use super::receiver::find_receiver;
use crate::brand;
use crate::browser::dom;
use crate::route::Route;
use crate::state::App;

/// Renders the offer; nothing if no host page may receive a result.
pub(crate) fn send_offer(app: &App) -> impl IntoView + use<> {
    let app = app.clone();
    move || {
        let name = find_receiver(&app)?.name;
        let messages = app.locale.get().messages;
        let (opening, refusing) = (app.clone(), app.clone());
        let wanted = app.site.frame.result_requested.get();
        let by = wanted.then(|| view! { <p>{messages.consent_wanted(&name)}</p> });
        let refuse = wanted.then(|| view! { <button class="button quiet" data-action="refuse" on:click=move |_| consent_dialog::decline(&refusing)>{messages.consent_refuse().to_owned()}</button> });
        Some(view! {
            <section class="sheet send-offer" aria-labelledby="send-offer">
                <h2 id="send-offer">{messages.consent_offer_heading(&name)}</h2>
                {by}
                <p>{messages.consent_offer_text().to_owned()}</p>
                <div class="row">
                    <button class="button" data-action="send" on:click=move |_| opening.site.frame.consent_open.set(true)>{messages.consent_offer_button(&name)}</button>
                    {refuse}
                </div>
            </section>
        })
    }
}

/// Renders the offer on pages other than the result while the host page requests the result.
pub(crate) fn requested_offer(app: &App) -> impl IntoView + use<> {
    let app = app.clone();
    move || {
        let elsewhere = app.route.get() != Route::Results;
        (elsewhere && app.site.frame.result_requested.get()).then(|| send_offer(&app))
    }
}

/// Marks the result as requested and scrolls to the offer. Only a press of the visitor opens the
/// dialog.
pub(super) fn show_offer(app: &App) {
    app.site.frame.result_requested.set(true);
    if let Some(receiver) = find_receiver(app) {
        let text = app.messages().consent_wanted(&receiver.name);
        app.announcement.set(text);
    }
    gloo::timers::callback::Timeout::new(0, || {
        if let Some(offer) = dom::query::<web_sys::Element>(".send-offer") {
            dom::scroll_into_view(&offer, web_sys::ScrollLogicalPosition::Nearest);
        }
    })
    .forget();
}

/// Renders the page that replaces a result which the host page wants hidden.
pub(crate) fn hidden_result(app: &App) -> impl IntoView + use<> {
    let messages = app.messages();
    view! {
        <div class="stack wide narrow">
            <h1 tabindex="-1">{messages.embed_hidden_heading().to_owned()}</h1>
            <p>{messages.embed_hidden_text().to_owned()}</p>
            {send_offer(app)}
            {brand::call_to_action(app, None)}
            <div class="row"><a class="button quiet" href="#/review" data-action="review">{messages.results_edit().to_owned()}</a></div>
        </div>
    }
}
