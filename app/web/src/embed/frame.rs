//! Behaving inside a frame: no entries in the page's history, Escape, and scrolling that the page
//! has to do.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{HtmlAnchorElement, KeyboardEvent, MouseEvent};

use super::channel::{self, tell};
use super::height;
use super::message::Told;
use crate::browser::{dom, lifetime};

/// Listens to what only matters in a frame.
pub(super) fn settle() {
    let (Some(window), Some(document)) = (dom::window(), dom::document()) else {
        return;
    };
    let first = EventListenerOptions {
        phase: EventListenerPhase::Capture,
        ..EventListenerOptions::enable_prevent_default()
    };
    let clicked = EventListener::new_with_options(&document, "click", first, |event| {
        if let Some(event) = event.dyn_ref::<MouseEvent>() {
            height::remember_place(event);
            replace_instead(event);
        }
    });
    let typed = EventListener::new(&window, "keydown", |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            tell_escape(event);
        }
    });
    let opened = EventListener::new(&window, dom::DIALOG, |_| height::make_room());
    // A dialog that closes says so to nobody above it, but on the way down it can be heard.
    let closed = EventListener::new_with_options(&document, "close", first, |_| height::tell());
    lifetime::keep((clicked, typed, opened, closed));
    dom::scroll_with(tell_place);
}

/// Follows a link within the app in the place of the present entry of the history, which is the
/// page's own.
fn replace_instead(event: &MouseEvent) {
    let held = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    let link = dom::closest::<HtmlAnchorElement>(event, "a[href^='#/'], a[href^='?']");
    let Some(link) = link.filter(|_| !held) else {
        return;
    };
    event.prevent_default();
    match link.get_attribute("href") {
        // Another questionnaire: the app starts anew.
        Some(place) if place.starts_with('?') => dom::leave_for(&place),
        _ => dom::go(&link.hash()),
    }
}

/// An Escape that nothing here has a use for closes the page's dialog.
fn tell_escape(event: &KeyboardEvent) {
    if event.key() == "Escape" && !event.default_prevented() && height::dialog().is_none() {
        tell(&Told::Escape);
    }
}

/// Asks the page to bring a part of the frame into view.
pub(super) fn tell_place(top: f64, bottom: f64, to_start: bool) {
    if channel::is_limited() {
        // Where the page is told nothing, the browser may still bring the top of the frame into view.
        if let Some(root) = dom::root().filter(|_| to_start) {
            root.scroll_into_view();
        }
        return;
    }
    let whole = |y: f64| y.round() as i32;
    tell(&Told::Scroll {
        top: whole(top),
        bottom: whole(bottom),
        to_start,
    });
}
