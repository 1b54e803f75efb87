//! Messages between the tabs of a browser, and the storage of a single tab.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

use super::web_storage::{self, session_storage};
use super::{console, teardown};

thread_local! {
    static CHANNEL: Option<BroadcastChannel> =
        console::log_error("open a channel to other tabs", BroadcastChannel::new("assay"));
}

/// Announced when everything that was stored is deleted.
pub(crate) const ALL_KEYS: &str = "";

/// Announces to the other tabs that the text under a key has changed.
pub(crate) fn announce_change(key: &str) {
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            // The app that gave up the page has closed the channel.
            drop(channel.post_message(&JsValue::from_str(key)));
        }
    });
}

/// Stores a text for as long as this tab is open, reloads included.
pub(crate) fn set_item(name: &str, value: &str) {
    if let Some(storage) = session_storage() {
        // Where storage is full or refused, another tab's text is used after a reload. The state of
        // the storage is shown.
        web_storage::set_item(&storage, &own(name), value);
    }
}

/// The text that this tab stored under a name.
pub(crate) fn get_item(name: &str) -> Option<String> {
    web_storage::get_item(&session_storage()?, &own(name))
}

/// Returns the text that this tab stored under a name, and deletes it.
pub(crate) fn take_item(name: &str) -> Option<String> {
    let storage = session_storage()?;
    let text = web_storage::get_item(&storage, &own(name))?;
    web_storage::remove_item(&storage, &own(name));
    Some(text)
}

fn own(name: &str) -> String {
    format!("assay/{name}")
}

/// Calls back with each key that another tab has changed, until the app gives up the page.
pub(crate) fn on_change(on_key: impl Fn(String) + 'static) {
    let callback = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(key) = event.data().as_string() {
            on_key(key);
        }
    });
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            channel.set_onmessage(Some(callback.as_ref().unchecked_ref()));
        }
    });
    teardown::keep_alive(callback);
}

/// Calls back with each key that another tab has changed, until the listener is dropped.
pub(crate) fn listen(on_key: impl Fn(String) + 'static) -> Option<EventListener> {
    let listener = |channel: &BroadcastChannel| {
        EventListener::new(channel, "message", move |event| {
            let message = event.dyn_ref::<MessageEvent>();
            if let Some(key) = message.and_then(|message| message.data().as_string()) {
                on_key(key);
            }
        })
    };
    CHANNEL.with(|channel| channel.as_ref().map(listener))
}

/// Stops listening, for the app that adopts this page.
pub(crate) fn close_channel() {
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            channel.close();
        }
    });
}
