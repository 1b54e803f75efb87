//! Other tabs of the same browser: what one stores, the others hear.

use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

use super::lifetime;

thread_local! {
    static CHANNEL: Option<BroadcastChannel> = BroadcastChannel::new("assay").ok();
}

/// Tells the other tabs that what is stored under a key has changed.
pub(crate) fn tell(key: &str) {
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            let _ = channel.post_message(&JsValue::from_str(key));
        }
    });
}

/// Calls back with each key that another tab has changed, as long as the page lives.
pub(crate) fn listen(heard: impl Fn(String) + 'static) {
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
    lifetime::keep(callback);
}

/// Hears nothing any more, not even from the program that takes over this page.
pub(crate) fn leave() {
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            channel.close();
        }
    });
}
