//! Events of a document inside a frame: links replace the history entry, Escape reaches the host
//! page, dialogs get room.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{HtmlAnchorElement, KeyboardEvent, MouseEvent};

use super::height;
use super::message::OutgoingMessage;
use super::port;
use super::scroll_request::request_scroll;
use crate::browser::{dom, teardown};

/// Registers the listeners that are needed only in a frame.
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
    let opening = EventListener::new(&window, dom::DIALOG_OPENING_EVENT, |_| {
        height::place_at_last_press()
    });
    let opened = EventListener::new(&window, dom::DIALOG_OPENED_EVENT, |_| {
        height::make_room_for_dialog()
    });
    // `close` does not bubble, but it can be captured.
    let closed =
        EventListener::new_with_options(&document, "close", first, |_| height::send_height());
    teardown::keep_alive((clicked, typed, opening, opened, closed));
    dom::set_parent_scroll(request_scroll);
}

/// Follows a link of the app by replacing the history entry: the history belongs to the host page.
fn replace_history_entry(event: &MouseEvent) {
    let held = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    let link = dom::closest::<HtmlAnchorElement>(event, "a[href^='#/'], a[href^='?']");
    let Some(link) = link.filter(|_| !held) else {
        return;
    };
    event.prevent_default();
    match link.get_attribute("href") {
        // Another questionnaire: the app is loaded again.
        Some(place) if place.starts_with('?') => dom::load_address(&place),
        _ => dom::navigate(&link.hash()),
    }
}

/// Reports an Escape that nothing in the app handles, so that the host page can close its own
/// dialog.
fn send_escape(event: &KeyboardEvent) {
    if event.key() == "Escape" && !event.default_prevented() && height::open_dialog().is_none() {
        port::send(&OutgoingMessage::Escape);
    }
}
