//! The way to the page that holds the frame: a port that it hands over in a handshake. Its origin is
//! told by the browser and looked up in the owner's list; after that only the port is listened to.

use std::cell::{Cell, RefCell};

use assay_config::{OriginAccess, origin_access};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, JsString, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, MessagePort, Window};

use super::message::{Hello, IncomingMessage, MAX_MESSAGE_LENGTH, Options, OutgoingMessage};
use super::{height, host_requests, progress};
use crate::browser::dom;
use crate::state::App;

thread_local! {
    static PORT: RefCell<Option<MessagePort>> = const { RefCell::new(None) };
    static HEIGHT_ONLY: Cell<bool> = const { Cell::new(false) };
    /// Waits for the one `hello`.
    static HELLO_LISTENER: RefCell<Option<EventListener>> = const { RefCell::new(None) };
}

/// Whether the page is told no more than the height.
pub(super) fn is_height_only() -> bool {
    HEIGHT_ONLY.get()
}

/// Tells the page something, if there is a way to it, and the page may hear it.
pub(super) fn send(told: &OutgoingMessage) {
    if is_height_only() && !told.is_public() {
        return;
    }
    PORT.with_borrow(|port| {
        if let Some(port) = port {
            let _ = port.post_message(&JsValue::from_str(&told.to_json()));
        }
    });
}

/// Waits for the page that holds the frame to say hello, at which `boot.js` has knocked.
pub(super) fn start_handshake(app: &App) {
    let Some(window) = dom::window() else { return };
    let Some(page) = window
        .parent()
        .ok()
        .flatten()
        .filter(|page| !is_same_object(page, &window))
    else {
        return;
    };
    let (early, from_early) = (app.clone(), page.clone());
    let (app, from) = (app.clone(), page);
    let waiting = EventListener::new(&window, "message", move |event| {
        if let Some(event) = event.dyn_ref::<MessageEvent>() {
            accept_hello(&app, &from, event);
        }
    });
    HELLO_LISTENER.replace(Some(waiting));
    for event in take_early_messages() {
        accept_hello(&early, &from_early, &event);
    }
}

/// What the page said before the program was there: `boot.js` kept it.
fn take_early_messages() -> Vec<MessageEvent> {
    let Some(root) = dom::root() else {
        return Vec::new();
    };
    let kept = Reflect::get(&root, &JsValue::from_str("assayHeard"));
    let kept = kept.ok().and_then(|kept| kept.dyn_into::<Array>().ok());
    let events = kept.iter().flat_map(Array::iter);
    events.filter_map(|event| event.dyn_into().ok()).collect()
}

fn is_same_object(one: &JsValue, other: &JsValue) -> bool {
    Object::is(one, other)
}

/// Takes the first sound `hello` of the page that holds the frame.
fn accept_hello(app: &App, page: &Window, event: &MessageEvent) {
    let from_page = event
        .source()
        .is_some_and(|source| is_same_object(&source, page));
    let port = event.ports().get(0).dyn_into::<MessagePort>();
    let (true, Ok(port)) = (from_page, port) else {
        return;
    };
    let Some(hello) = message_text(event).and_then(|text| Hello::parse(&text)) else {
        return;
    };
    let Some(waiting) = HELLO_LISTENER.take() else {
        return;
    };
    // The listener that is running must not end itself.
    Timeout::new(0, move || drop(waiting)).forget();
    let own = dom::window()
        .and_then(|window| window.location().origin().ok())
        .unwrap_or_default();
    let allowed = app.site.config.allowed_origins.as_deref();
    match origin_access(allowed, &own, &event.origin()) {
        OriginAccess::Refused => {
            let refused = OutgoingMessage::Refused { nonce: hello.nonce };
            let _ = port.post_message(&JsValue::from_str(&refused.to_json()));
            port.close();
        }
        found => {
            let result = found == OriginAccess::Full;
            app.site.frame.receiver.set(result.then(|| event.origin()));
            HEIGHT_ONLY.set(!result);
            listen_to_port(app, &port);
            PORT.replace(Some(port));
            send(&OutgoingMessage::Welcome {
                nonce: hello.nonce,
                result,
            });
            apply_first_options(app, &hello.options, result);
        }
    }
}

/// Is as the page wants it from the first moment on, as far as it may want something.
fn apply_first_options(app: &App, options: &Options, allowed: bool) {
    if allowed {
        host_requests::apply_options(app, options, true);
        progress::watch_progress(app);
    } else {
        // How much is asked at first touches nothing that is answered.
        let looks = Options {
            depth: options.depth,
            ..options.appearance_only()
        };
        host_requests::apply_options(app, &looks, true);
        if options.stance.is_some() {
            host_requests::refuse_request(app, "stance");
        }
    }
    height::watch_height();
}

fn listen_to_port(app: &App, port: &MessagePort) {
    let app = app.clone();
    let hear =
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            match message_text(&event).and_then(|text| IncomingMessage::parse(&text)) {
                Some(heard) => host_requests::handle_message(&app, heard),
                None => send(&OutgoingMessage::Error {
                    code: "message",
                    message: NOT_A_MESSAGE.to_owned(),
                }),
            }
        });
    port.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    // The port lives as long as the page.
    hear.forget();
}

/// What developers are told about a message that is none.
const NOT_A_MESSAGE: &str =
    "This is no message of the protocol, or it is longer than 1 MiB; see embed.schema.json.";

/// The text of a message; `None` for anything else, and for what is too long to be looked at.
fn message_text(event: &MessageEvent) -> Option<String> {
    let text = event.data().dyn_into::<JsString>().ok()?;
    (text.length() <= MAX_MESSAGE_LENGTH).then(|| String::from(text))
}
