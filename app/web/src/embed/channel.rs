//! The way to the page that holds the frame: a port that it hands over in a handshake. Its origin is
//! told by the browser and looked up in the owner's list; after that only the port is listened to.

use std::cell::{Cell, RefCell};

use assay_config::{Standing, standing};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, JsString, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, MessagePort, Window};

use super::message::{Heard, Hello, LONGEST, Options, Told};
use super::{height, progress, wishes};
use crate::browser::dom;
use crate::state::App;

thread_local! {
    static PORT: RefCell<Option<MessagePort>> = const { RefCell::new(None) };
    static LIMITED: Cell<bool> = const { Cell::new(false) };
    /// Waits for the one `hello`.
    static WAITING: RefCell<Option<EventListener>> = const { RefCell::new(None) };
}

/// Whether the page is told no more than the height.
pub(super) fn is_limited() -> bool {
    LIMITED.get()
}

/// Tells the page something, if there is a way to it, and the page may hear it.
pub(super) fn tell(told: &Told) {
    if is_limited() && !told.is_for_anybody() {
        return;
    }
    PORT.with_borrow(|port| {
        if let Some(port) = port {
            let _ = port.post_message(&JsValue::from_str(&told.pack()));
        }
    });
}

/// Waits for the page that holds the frame to say hello, at which `boot.js` has knocked.
pub(super) fn open(app: &App) {
    let Some(window) = dom::window() else { return };
    let Some(page) = window
        .parent()
        .ok()
        .flatten()
        .filter(|page| !is_same(page, &window))
    else {
        return;
    };
    let (early, from_early) = (app.clone(), page.clone());
    let (app, from) = (app.clone(), page);
    let waiting = EventListener::new(&window, "message", move |event| {
        if let Some(event) = event.dyn_ref::<MessageEvent>() {
            greet(&app, &from, event);
        }
    });
    WAITING.replace(Some(waiting));
    for event in heard_early() {
        greet(&early, &from_early, &event);
    }
}

/// What the page said before the program was there: `boot.js` kept it.
fn heard_early() -> Vec<MessageEvent> {
    let Some(root) = dom::root() else {
        return Vec::new();
    };
    let kept = Reflect::get(&root, &JsValue::from_str("assayHeard"));
    let kept = kept.ok().and_then(|kept| kept.dyn_into::<Array>().ok());
    let events = kept.iter().flat_map(Array::iter);
    events.filter_map(|event| event.dyn_into().ok()).collect()
}

fn is_same(one: &JsValue, other: &JsValue) -> bool {
    Object::is(one, other)
}

/// Takes the first sound `hello` of the page that holds the frame.
fn greet(app: &App, page: &Window, event: &MessageEvent) {
    let from_page = event.source().is_some_and(|source| is_same(&source, page));
    let port = event.ports().get(0).dyn_into::<MessagePort>();
    let (true, Ok(port)) = (from_page, port) else {
        return;
    };
    let Some(hello) = text(event).and_then(|text| Hello::parse(&text)) else {
        return;
    };
    let Some(waiting) = WAITING.take() else {
        return;
    };
    // The listener that is running must not end itself.
    Timeout::new(0, move || drop(waiting)).forget();
    let own = dom::window()
        .and_then(|window| window.location().origin().ok())
        .unwrap_or_default();
    let allowed = app.site.config.allowed_origins.as_deref();
    match standing(allowed, &own, &event.origin()) {
        Standing::Refused => {
            let refused = Told::Refused { nonce: hello.nonce };
            let _ = port.post_message(&JsValue::from_str(&refused.pack()));
            port.close();
        }
        found => {
            let result = found == Standing::Result;
            app.site.frame.receiver.set(result.then(|| event.origin()));
            LIMITED.set(!result);
            listen(app, &port);
            PORT.replace(Some(port));
            tell(&Told::Welcome {
                nonce: hello.nonce,
                result,
            });
            begin(app, &hello.options, result);
        }
    }
}

/// Is as the page wants it from the first moment on, as far as it may want something.
fn begin(app: &App, options: &Options, allowed: bool) {
    if allowed {
        wishes::follow(app, options, true);
        progress::watch(app);
    } else {
        // How much is asked at first touches nothing that is answered.
        let looks = Options {
            depth: options.depth,
            ..options.looks()
        };
        wishes::follow(app, &looks, true);
        if options.stance.is_some() {
            wishes::refuse(app, "stance");
        }
    }
    height::watch();
}

fn listen(app: &App, port: &MessagePort) {
    let app = app.clone();
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        match text(&event).and_then(|text| Heard::parse(&text)) {
            Some(heard) => wishes::hear(&app, heard),
            None => tell(&Told::Error {
                code: "message",
                message: REFUSED.to_owned(),
            }),
        }
    });
    port.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    // The port lives as long as the page.
    hear.forget();
}

/// What developers are told about a message that is none.
const REFUSED: &str =
    "This is no message of the protocol, or it is longer than 1 MiB; see embed.schema.json.";

/// The text of a message; `None` for anything else, and for what is too long to be looked at.
fn text(event: &MessageEvent) -> Option<String> {
    let text = event.data().dyn_into::<JsString>().ok()?;
    (text.length() <= LONGEST).then(|| String::from(text))
}
