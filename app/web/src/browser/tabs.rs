//! Messages between the tabs of a browser, and the storage of a single tab.

use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{BroadcastChannel, MessageEvent, Storage};

use super::{dom, teardown};

thread_local! {
    static CHANNEL: Option<BroadcastChannel> = BroadcastChannel::new("assay").ok();
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
        drop(storage.set_item(&own(name), value));
    }
}

/// The text that this tab stored under a name.
pub(crate) fn get_item(name: &str) -> Option<String> {
    session_storage()?.get_item(&own(name)).ok()?
}

/// Returns the text that this tab stored under a name, and deletes it.
pub(crate) fn take_item(name: &str) -> Option<String> {
    let storage = session_storage()?;
    let text = storage.get_item(&own(name)).ok()??;
    // A storage that can be read does not refuse this.
    drop(storage.remove_item(&own(name)));
    Some(text)
}

/// The storage of this tab; `None` where the browser refuses access.
pub(crate) fn session_storage() -> Option<Storage> {
    dom::window()?.session_storage().ok()?
}

fn own(name: &str) -> String {
    format!("assay/{name}")
}

/// Calls back with each key that another tab has changed, until the app gives up the page.
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

/// Stops listening, also to the app that takes over this page.
pub(crate) fn close_channel() {
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            channel.close();
        }
    });
}
