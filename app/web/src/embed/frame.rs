//! Behaving inside a frame: no entries in the page's history, Escape, and scrolling that the page
//! has to do.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{HtmlAnchorElement, KeyboardEvent, MouseEvent};

use super::channel::{self, send};
use super::height;
use super::message::OutgoingMessage;
use crate::browser::{dom, teardown};

/// Listens to what only matters in a frame.
pub(super) fn listen_in_frame() {
    let (Some(window), Some(document)) = (dom::window(), dom::document()) else {
        return;
    };
    let first = EventListenerOptions {
        phase: EventListenerPhase::Capture,
        ..EventListenerOptions::enable_prevent_default()
    };
    let clicked = EventListener::new_with_options(&document, "click", first, |event| {
        if let Some(event) = event.dyn_ref::<MouseEvent>() {
            height::remember_press(event);
            replace_history_entry(event);
        }
    });
    let typed = EventListener::new(&window, "keydown", |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            send_escape(event);
        }
    });
    let opened = EventListener::new(&window, dom::DIALOG_OPENED_EVENT, |_| {
        height::make_room_for_dialog()
    });
    // A dialog that closes says so to nobody above it, but on the way down it can be heard.
    let closed =
        EventListener::new_with_options(&document, "close", first, |_| height::send_height());
    teardown::keep_alive((clicked, typed, opened, closed));
    dom::set_parent_scroll(request_scroll);
}

/// Follows a link within the app in the place of the present entry of the history, which is the
/// page's own.
fn replace_history_entry(event: &MouseEvent) {
    let held = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    let link = dom::closest::<HtmlAnchorElement>(event, "a[href^='#/'], a[href^='?']");
    let Some(link) = link.filter(|_| !held) else {
        return;
    };
    event.prevent_default();
    match link.get_attribute("href") {
        // Another questionnaire: the app starts anew.
        Some(place) if place.starts_with('?') => dom::load_address(&place),
        _ => dom::navigate(&link.hash()),
    }
}

/// An Escape that nothing here has a use for closes the page's dialog.
fn send_escape(event: &KeyboardEvent) {
    if event.key() == "Escape" && !event.default_prevented() && height::open_dialog().is_none() {
        send(&OutgoingMessage::Escape);
    }
}

/// Asks the page to bring a part of the frame into view.
pub(super) fn request_scroll(top: f64, bottom: f64, to_start: bool) {
    if channel::is_height_only() {
        // Where the page is told nothing, the browser may still bring the top of the frame into view.
        if let Some(root) = dom::root().filter(|_| to_start) {
            root.scroll_into_view();
        }
        return;
    }
    let whole = |y: f64| y.round() as i32;
    send(&OutgoingMessage::Scroll {
        top: whole(top),
        bottom: whole(bottom),
        to_start,
    });
}
