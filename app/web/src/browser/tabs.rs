//! Tabs of the same browser: what one stores, the others hear, and what each has for itself.

use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{BroadcastChannel, MessageEvent, Storage};

use super::{dom, teardown};

thread_local! {
    static CHANNEL: Option<BroadcastChannel> = BroadcastChannel::new("assay").ok();
}

/// What is told when all that was stored has been deleted.
pub(crate) const ALL_KEYS: &str = "";

/// Tells the other tabs that what is stored under a key has changed.
pub(crate) fn announce_change(key: &str) {
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            let _ = channel.post_message(&JsValue::from_str(key));
        }
    });
}

/// Remembers a text for as long as this tab is open, also over a reload.
pub(crate) fn set_item(name: &str, value: &str) {
    if let Some(storage) = session_storage() {
        let _ = storage.set_item(&own(name), value);
    }
}

/// What this tab remembers under a name.
pub(crate) fn get_item(name: &str) -> Option<String> {
    session_storage()?.get_item(&own(name)).ok()?
}

/// What the tab has for itself, unless the browser refuses it.
pub(crate) fn session_storage() -> Option<Storage> {
    dom::window()?.session_storage().ok()?
}

fn own(name: &str) -> String {
    format!("assay/{name}")
}

/// Calls back with each key that another tab has changed, as long as the page lives.
pub(crate) fn on_change(heard: impl Fn(String) + 'static) {
    let callback = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(key) = event.data().as_string() {
            heard(key);
        }
    });
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            channel.set_onmessage(Some(callback.as_ref().unchecked_ref()));
        }
    });
    teardown::keep_alive(callback);
}

/// Hears nothing any more, not even from the program that takes over this page.
pub(crate) fn close_channel() {
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            channel.close();
        }
    });
}
