//! The port to the host page.

use std::cell::{Cell, RefCell};

use js_sys::JsString;
use wasm_bindgen::JsValue;
use web_sys::{MessageEvent, MessagePort};

use super::message::{MAX_MESSAGE_LENGTH, OutgoingMessage};
use crate::browser::console::log_error;
use crate::browser::dom;

thread_local! {
    static PORT: RefCell<Option<MessagePort>> = const { RefCell::new(None) };
    static HEIGHT_ONLY: Cell<bool> = const { Cell::new(false) };
}

/// Returns whether the host page may receive the height only.
pub(super) fn is_height_only() -> bool {
    HEIGHT_ONLY.get()
}

/// Opens the connection. With `height_only` later messages are limited to public ones.
pub(super) fn open(port: MessagePort, height_only: bool) {
    HEIGHT_ONLY.set(height_only);
    PORT.replace(Some(port));
}

/// Sends a message, if a port is open and the host page may receive this message.
pub(super) fn send(message: &OutgoingMessage<'_>) {
    if is_height_only() && !message.is_public() {
        return;
    }
    PORT.with_borrow(|port| {
        if let Some(port) = port {
            post(port, message);
        }
    });
}

/// Sends a message through any port. A failure is logged.
pub(super) fn post(port: &MessagePort, message: &OutgoingMessage<'_>) {
    let sent = match message.to_json() {
        Ok(json) => port.post_message(&JsValue::from_str(&json)),
        Err(error) => Err(JsValue::from_str(&error.to_string())),
    };
    log_error("send a message to the host page", sent);
}

/// Returns the text of a message; `None` if it is no text or longer than [`MAX_MESSAGE_LENGTH`].
pub(super) fn message_text(event: &MessageEvent) -> Option<String> {
    let text = dom::cast::<JsString>(event.data())?;
    (text.length() <= MAX_MESSAGE_LENGTH).then(|| String::from(text))
}
