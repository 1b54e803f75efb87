//! Height of the frame, and position of dialogs in it: the middle of a long frame may be outside
//! the visible part.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement, MouseEvent, ResizeObserver};

use super::message::OutgoingMessage;
use super::port;
use super::scroll_request::request_scroll;
use crate::browser::console::log_error;
use crate::browser::dom::{self, set_attribute};
use crate::browser::teardown;

/// Attribute of the root element: `auto` if the frame is as high as its content, `fixed` if it
/// scrolls.
const HEIGHT_MODE_ATTRIBUTE: &str = "data-embed";

/// Space below a dialog that extends the page, in CSS pixels.
const DIALOG_MARGIN_PX: f64 = 32.0;

thread_local! {
    static SENT_HEIGHT: Cell<u32> = const { Cell::new(0) };
    static OBSERVER: RefCell<Option<ResizeObserver>> = const { RefCell::new(None) };
    /// Distance of the last pressed element from the top of the frame, in CSS pixels.
    static LAST_PRESS_TOP: Cell<f64> = const { Cell::new(0.0) };
}

/// Makes the frame as high as its content, or lets it scroll.
pub(super) fn set_auto_height(is_auto: bool) {
    if let Some(root) = dom::root() {
        let mode = if is_auto { "auto" } else { "fixed" };
        set_attribute(&root, HEIGHT_MODE_ATTRIBUTE, mode);
    }
    send_height();
}

/// Reports the height whenever the height of the content changes. The content does not depend on
/// the height of the frame, so this cannot loop.
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

/// Reports the height in CSS pixels, if it has changed.
pub(super) fn send_height() {
    let under = open_dialog().map_or(0.0, |dialog| {
        dialog.get_bounding_client_rect().bottom() + DIALOG_MARGIN_PX
    });
    let height = content_height().max(under).ceil() as u32;
    if SENT_HEIGHT.replace(height) != height {
        port::send(&OutgoingMessage::Resize { height });
    }
}

fn content_height() -> f64 {
    let body = dom::document().and_then(|document| document.body());
    body.map_or(0.0, |body| body.get_bounding_client_rect().height())
}

/// Returns the open dialog.
pub(super) fn open_dialog() -> Option<Element> {
    dom::query("dialog[open]")
}

/// Stores the position of a press. Only the host page knows which part of the frame is visible; the
/// last press is the best estimate.
pub(super) fn remember_press(event: &MouseEvent) {
    let pressed = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    if let Some(pressed) = pressed {
        LAST_PRESS_TOP.set(pressed.get_bounding_client_rect().top());
    }
}

/// Places a dialog that is about to open at the last press, whose surroundings are visible. The
/// browser scrolls the host page to the focused part of an opening dialog by itself, and later than
/// the scroll that [`make_room_for_dialog`] requests if the machine is busy.
pub(super) fn place_at_last_press() {
    if let Some(dialog) = dom::query("dialog:not([open])") {
        set_top(&dialog, LAST_PRESS_TOP.get().max(0.0));
    }
}

fn set_top(dialog: &Element, top: f64) {
    if let Some(dialog) = dialog.dyn_ref::<HtmlElement>() {
        let set = dialog.style().set_property("--top", &format!("{top}px"));
        log_error("place a dialog", set);
    }
}

/// Places an open dialog near the last press, extends the frame if needed, and asks the host page
/// to show the dialog.
pub(super) fn make_room_for_dialog() {
    let Some(dialog) = open_dialog() else { return };
    let size = dialog.get_bounding_client_rect().height();
    let lowest = (content_height() - size - DIALOG_MARGIN_PX).max(0.0);
    let top = (LAST_PRESS_TOP.get() - size / 2.0).clamp(0.0, lowest);
    set_top(&dialog, top);
    OBSERVER.with_borrow(|observer| {
        if let Some(observer) = observer {
            observer.observe(&dialog);
        }
    });
    send_height();
    let place = dialog.get_bounding_client_rect();
    request_scroll(place.top(), place.bottom(), false);
}
