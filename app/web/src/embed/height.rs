//! A frame that is as high as its content, and dialogs in it, which nobody would see in the middle
//! of a long frame.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement, MouseEvent, ResizeObserver};

use super::channel;
use super::frame::request_scroll;
use super::message::OutgoingMessage;
use crate::browser::{dom, teardown};

/// Whether the frame is as high as its content (`auto`) or scrolls (`fixed`).
const HEIGHT_MODE_ATTRIBUTE: &str = "data-embed";

/// Room under a dialog that reaches below the page's end, in CSS pixels.
const DIALOG_MARGIN_PX: f64 = 32.0;

thread_local! {
    static SENT_HEIGHT: Cell<u32> = const { Cell::new(0) };
    static OBSERVER: RefCell<Option<ResizeObserver>> = const { RefCell::new(None) };
    /// How far down something was pressed last.
    static LAST_PRESS_TOP: Cell<f64> = const { Cell::new(0.0) };
}

/// Lets the frame be high as its content, or scroll.
pub(super) fn set_auto_height(follows: bool) {
    if let Some(root) = dom::root() {
        let _ = root.set_attribute(
            HEIGHT_MODE_ATTRIBUTE,
            if follows { "auto" } else { "fixed" },
        );
    }
    send_height();
}

/// Tells the height whenever the content's height changes. The content does not depend on the
/// frame's height, so telling it cannot change it again.
pub(super) fn watch_height() {
    let Some(body) = dom::document().and_then(|document| document.body()) else {
        return;
    };
    let changed = Closure::<dyn Fn()>::new(send_height);
    if let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) {
        observer.observe(&body);
        OBSERVER.replace(Some(observer));
        teardown::keep_alive(changed);
    }
    send_height();
}

/// Tells the height, if it is another one than before.
pub(super) fn send_height() {
    let under = open_dialog().map_or(0.0, |dialog| {
        dialog.get_bounding_client_rect().bottom() + DIALOG_MARGIN_PX
    });
    let height = content_height().max(under).ceil() as u32;
    if SENT_HEIGHT.replace(height) != height {
        channel::send(&OutgoingMessage::Resize { height });
    }
}

fn content_height() -> f64 {
    let body = dom::document().and_then(|document| document.body());
    body.map_or(0.0, |body| body.get_bounding_client_rect().height())
}

/// The dialog that is open.
pub(super) fn open_dialog() -> Option<Element> {
    dom::query("dialog[open]")
}

/// Remembers how far down the visitor is: what of the frame is in view, only the page knows.
pub(super) fn remember_press(event: &MouseEvent) {
    let pressed = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    if let Some(pressed) = pressed {
        LAST_PRESS_TOP.set(pressed.get_bounding_client_rect().top());
    }
}

/// Puts the dialog that has opened where the visitor is, lets the frame be high enough for it, and
/// the page show it.
pub(super) fn make_room_for_dialog() {
    let Some(dialog) = open_dialog() else { return };
    let size = dialog.get_bounding_client_rect().height();
    let lowest = (content_height() - size - DIALOG_MARGIN_PX).max(0.0);
    let top = (LAST_PRESS_TOP.get() - size / 2.0).clamp(0.0, lowest);
    if let Some(dialog) = dialog.dyn_ref::<HtmlElement>() {
        let _ = dialog.style().set_property("--top", &format!("{top}px"));
    }
    OBSERVER.with_borrow(|observer| {
        if let Some(observer) = observer {
            observer.observe(&dialog);
        }
    });
    send_height();
    let place = dialog.get_bounding_client_rect();
    request_scroll(place.top(), place.bottom(), false);
}
