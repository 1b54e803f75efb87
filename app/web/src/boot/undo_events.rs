//! The buttons and keys of undo and redo: Ctrl+Z, Ctrl+Shift+Z, Ctrl+Y, with Cmd on a Mac.

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use crate::browser::{dom, teardown};
use crate::parts::question::keys::is_text_input;
use crate::parts::undo_controls::{BUTTONS, REDO, UNDO};
use crate::programs::{Variant, handover, takeover};
use crate::state::App;

/// Has the buttons and keys undo and redo. Keys work on pages that have the buttons.
pub(super) fn follow_undo(app: &App, variant: Variant) {
    let Some(window) = dom::window() else { return };
    let app = app.clone();
    teardown::keep_alive(EventListener::new(&window, "click", move |event| {
        let action =
            dom::closest::<Element>(event, BUTTONS).and_then(|it| it.get_attribute("data-action"));
        if let Some(action) = action {
            // A key presses the button from here.
            let by_key = !event.is_trusted();
            if !variant.undo_or_redo(&app, &action, by_key) {
                handover::request_undo(&action, by_key);
                takeover::request_page(&app, None);
            }
        }
    }));
    let options = EventListenerOptions::enable_prevent_default();
    teardown::keep_alive(EventListener::new_with_options(
        &window,
        "keydown",
        options,
        press_button,
    ));
}

fn press_button(event: &Event) {
    let Some(button) =
        dom::cast::<KeyboardEvent>(event.clone()).and_then(|event| button_of_key(&event))
    else {
        return;
    };
    event.prevent_default();
    button.click();
}

/// The button whose action a key has. In a text field the key is the browser's.
fn button_of_key(event: &KeyboardEvent) -> Option<HtmlElement> {
    let is_command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    if !is_command || is_text_input(event) {
        return None;
    }
    let selector = match (event.key().as_str(), event.shift_key()) {
        ("z", false) => UNDO,
        ("z" | "Z", true) | ("y", false) => REDO,
        _ => return None,
    };
    let is_behind_dialog = dom::query::<Element>("dialog[open]").is_some();
    dom::query(selector).filter(|_| !is_behind_dialog)
}
