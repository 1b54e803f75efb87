//! The consent dialog: shows the visitor exactly what would be sent, and to whom, before anything is
//! sent.

use std::sync::Arc;

use assay_locale::Messages;
use leptos::prelude::*;
use web_sys::{Element, Event, MouseEvent};

use super::consent_content::ConsentContent;
use super::message::OutgoingMessage;
use super::receiver::{Receiver, find_receiver};
use super::send_guard::arm_when_visible;
use super::{port, progress};

use crate::parts::fold::fold;
use crate::parts::links::link_contents;
use crate::parts::links::link_error::encode_error_message;
use crate::parts::modal::modal_handle;
use crate::state::App;
use crate::view::{AnyView, Handle, IntoView, view};

/// Renders the dialog while it is open.
pub(crate) fn consent_dialog(app: &App) -> AnyView {
    let app = app.clone();
    let is_open = app.site.frame.consent_open.clone();
    (move || {
        let receiver = is_open.get().then(|| find_receiver(&app)).flatten()?;
        Some(dialog(&app, &receiver))
    })
    .into_any()
}

fn dialog(app: &App, receiver: &Receiver) -> AnyView {
    let messages = app.messages();
    let content = ConsentContent::new(app);
    let node = modal_handle();
    let closed = app.clone();
    view! {
        <dialog node_ref=node class="sheet consent" aria-labelledby="consent-title" on:close=move |_: Event| decline(&closed)>
            <h2 id="consent-title" tabindex="-1" autofocus>{messages.consent_ask(&receiver.name)}</h2>
            {owner_statement(app, &receiver.name)}
            <h3>{messages.consent_what().to_owned()}</h3>
            {contents(&messages, &content)}
            {choices(&messages, &content)}
            {link_failure(&messages, &content)}
            {exact_content(app, &content)}
            {decision(app, &content, receiver)}
            <p class="small">{messages.consent_armed().to_owned()}</p>
        </dialog>
    }
}

/// Renders the owner's statement, attributed to the owner, and the link to the privacy policy.
fn owner_statement(app: &App, name: &str) -> AnyView {
    let locale = app.locale.get_untracked();
    let consent = &app.site.config.consent;
    let text = consent.text.as_ref().map(|text| {
        view! { <p>{locale.messages.consent_says(name, text.get(locale.language))}</p> }
    });
    let privacy = consent.privacy.clone().map(|address| {
        view! { <p><a href=address target="_blank" rel="noopener">{locale.messages.consent_privacy(name)}</a></p> }
    });
    view! { {text}{privacy} }
}

/// Renders the list of what would be sent.
fn contents(messages: &Arc<Messages>, content: &ConsentContent) -> AnyView {
    let answers = content.assessment.answers.len();
    let link_contents = {
        let (messages, content) = (messages.clone(), content.clone());
        move || {
            let options = content.link_options();
            link_contents::contents_sentence(
                &messages,
                &content.model,
                &content.assessment,
                &options,
            )
        }
    };
    view! {
        <ul class="consent-parts">
            <li>{messages.consent_part_figures().to_owned()}</li>
            <li>{messages.consent_part_link(answers)}</li>
            <li data-consent-contains>{link_contents}</li>
        </ul>
    }
}

/// Renders the choices about profile and notes, if there are any.
fn choices(messages: &Messages, content: &ConsentContent) -> AnyView {
    let profile = &content.assessment.profile;
    // A profile with nothing but a size is sent, too.
    let has_profile = [&profile.name, &profile.industry, &profile.size]
        .into_iter()
        .any(|text| !text.is_empty());
    let profile = has_profile.then(|| {
        let label = messages.share_include_profile();
        checkbox(label, "include-profile", content.includes_profile)
    });
    let notes = (!content.assessment.notes.is_empty()).then(|| {
        let label = messages.share_include_notes();
        checkbox(label, "include-notes", content.includes_notes)
    });
    view! { {profile}{notes} }
}

fn checkbox(label: &str, name: &'static str, on: RwSignal<bool>) -> AnyView {
    view! {
        <label><input type="checkbox" name=name prop:checked=on on:change=move |event| on.set(event_target_checked(&event))/>" "{label.to_owned()}</label>
    }
}

/// Renders why nothing can be sent, if no link can be encoded from the visitor's choices.
fn link_failure(messages: &Arc<Messages>, content: &ConsentContent) -> AnyView {
    let (messages, content) = (messages.clone(), content.clone());
    let failure = move || {
        let error = content.link().err()?;
        let text = encode_error_message(&messages, &error);
        Some(view! { <p data-link-failure>{text}</p> })
    };
    view! { <div role="status">{failure}</div> }
}

/// Renders the link and the result file as they would be sent; there are none while the figures are
/// computed or if no link can be encoded.
fn exact_content(app: &App, content: &ConsentContent) -> AnyView {
    let messages = app.messages();
    let heading = messages.consent_exact().to_owned();
    let content = content.clone();
    let text = move || match (content.result(), content.link()) {
        (Some((file, link)), _) => format!("{link}\n\n{}", file.to_json()),
        (None, Err(error)) => encode_error_message(&messages, &error),
        (None, Ok(_)) => messages.consent_preparing().to_owned(),
    };
    fold("consent-exact", heading, move || {
        let text = text.clone();
        view! { <pre tabindex="0">{text}</pre> }
    })
    .into_any()
}

/// Renders the receiver and the buttons. Send is enabled once this part was visible long enough.
fn decision(app: &App, content: &ConsentContent, receiver: &Receiver) -> AnyView {
    let messages = app.messages();
    let (armed, node) = (RwSignal::new(false), Handle::new());
    node.on_load(move |element: Element| arm_when_visible(&element, armed));
    let is_disabled = {
        let content = content.clone();
        move || !armed.get() || content.result().is_none()
    };
    let declining = app.clone();
    view! {
        <div node_ref=node class="consent-act">
        <p>{messages.consent_to(&receiver.name, &receiver.origin)}</p>
        <p>{messages.consent_final().to_owned()}</p>
        <div class="row">
            <button class="button" data-action="confirm-send" disabled=is_disabled on:click=send_handler(app, content, receiver)>{messages.consent_send(&receiver.name)}</button>
            <button class="button quiet" data-action="refuse" on:click=move |_| decline(&declining)>{messages.consent_refuse().to_owned()}</button>
        </div>
        </div>
    }
}

fn send_handler(
    app: &App,
    content: &ConsentContent,
    receiver: &Receiver,
) -> impl Fn(MouseEvent) + 'static + use<> {
    let (app, content, receiver) = (app.clone(), content.clone(), receiver.clone());
    move |_| {
        let Some(message) = content.message() else {
            return;
        };
        port::send(&message);
        progress::remember_sent(&content.assessment);
        close(&app);
        let Receiver { name, origin } = &receiver;
        app.show_notice(app.messages().consent_sent(name, origin));
    }
}

fn close(app: &App) {
    app.site.frame.consent_open.set(false);
    app.site.frame.result_requested.set(false);
}

/// Declines the request, informs the host page and the visitor, and closes the dialog. Does nothing
/// if nothing was requested.
pub(super) fn decline(app: &App) {
    let frame = &app.site.frame;
    if frame.consent_open.get_untracked() || frame.result_requested.get_untracked() {
        close(app);
        port::send(&OutgoingMessage::Declined { reason: "declined" });
        app.show_notice(app.messages().consent_refused().to_owned());
    }
}
