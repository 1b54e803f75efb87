//! Handshake with the host page: the page transfers a port, after its origin was checked against the
//! owner's list. Later messages are accepted from the port only.

use std::cell::RefCell;

use assay_config::{OriginAccess, origin_access};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Object};
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Location, MessageEvent, MessagePort, Window};

use super::message::{Hello, IncomingMessage, Options, OutgoingMessage};
use super::port::{self, message_text};
use super::{height, host_requests, opening, progress};
use crate::browser::console::log_error;
use crate::browser::dom;
use crate::browser::property::property;
use crate::state::App;

thread_local! {
    /// Listener for the one `hello`.
    static HELLO_LISTENER: RefCell<Option<EventListener>> = const { RefCell::new(None) };
}

/// Waits for the `hello` of the host page, which answers the `knock` sent by `boot.js`.
pub(super) fn start_handshake(app: &App) {
    let Some(window) = dom::window() else { return };
    let Some(host) = host_window(&window) else {
        return;
    };
    let listener = EventListener::new(&window, "message", {
        let (app, host) = (app.clone(), host.clone());
        move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                accept_hello(&app, &host, event);
            }
        }
    });
    HELLO_LISTENER.replace(Some(listener));
    for event in early_messages() {
        accept_hello(app, &host, &event);
    }
}

/// Returns the window of the host page; `None` if the app is in no frame.
fn host_window(window: &Window) -> Option<Window> {
    let parent = log_error("find the host page", window.parent()).flatten()?;
    (!is_same_object(&parent, window)).then_some(parent)
}

/// Returns the messages that arrived before the app started; `boot.js` stored them.
fn early_messages() -> Vec<MessageEvent> {
    let Some(root) = dom::root() else {
        return Vec::new();
    };
    let stored = property(&root, "assayMessages").and_then(dom::cast::<Array>);
    let events = stored.iter().flat_map(Array::iter);
    events.filter_map(dom::cast).collect()
}

fn is_same_object(one: &JsValue, other: &JsValue) -> bool {
    Object::is(one, other)
}

/// Accepts the first valid `hello` that comes from the host page.
fn accept_hello(app: &App, host: &Window, event: &MessageEvent) {
    let is_from_host = event
        .source()
        .is_some_and(|source| is_same_object(&source, host));
    let port = event.ports().get(0).dyn_into::<MessagePort>();
    let (true, Ok(port)) = (is_from_host, port) else {
        return;
    };
    let Some(hello) = message_text(event).and_then(|text| Hello::parse(&text)) else {
        return;
    };
    let Some(listener) = HELLO_LISTENER.take() else {
        return;
    };
    // Dropping the listener while it runs would free its own closure.
    Timeout::new(0, move || drop(listener)).forget();
    match access_of(app, &event.origin()) {
        OriginAccess::Refused => {
            port::post(&port, &OutgoingMessage::Refused { nonce: hello.nonce });
            port.close();
        }
        found => {
            let result = found == OriginAccess::Full;
            let receiver = result.then(|| event.origin());
            app.site.frame.receiver.set(receiver);
            listen_to_port(app, &port);
            port::open(port, !result);
            port::send(&OutgoingMessage::welcome(hello.nonce, result));
            apply_first_options(app, &hello.options, result);
        }
    }
}

/// Returns what the owner's list allows an origin.
fn access_of(app: &App, origin: &str) -> OriginAccess {
    let own = dom::location_part(Location::origin);
    let allowed = app.site.config.allowed_origins.as_deref();
    origin_access(allowed, &own, origin)
}

/// Applies the options of the `hello`. A host page without permission can only choose appearance and
/// depth.
fn apply_first_options(app: &App, options: &Options, is_allowed: bool) {
    if is_allowed {
        host_requests::apply_options(app, options, true);
        opening::skip_profile(app, options);
        progress::watch_progress(app);
    } else {
        // The initial depth does not reveal or change any answer.
        let appearance = Options {
            depth: options.depth,
            ..options.appearance_only()
        };
        host_requests::apply_options(app, &appearance, true);
        if options.stance.is_some() {
            host_requests::refuse_request(app, "stance");
        }
    }
    height::watch_height();
}

fn listen_to_port(app: &App, port: &MessagePort) {
    let app = app.clone();
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        match message_text(&event).and_then(|text| IncomingMessage::parse(&text)) {
            Some(message) => host_requests::handle_message(&app, message),
            None => port::send(&OutgoingMessage::Error {
                code: "message",
                message: NOT_A_MESSAGE.to_owned(),
            }),
        }
    });
    port.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The port lives as long as the document.
    listener.forget();
}

/// Error text for the developer of the host page.
const NOT_A_MESSAGE: &str =
    "This is no message of the protocol, or it is longer than 1 MiB; see embed.schema.json.";
