//! The frames that the browser shows.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use super::{console, dom};

/// Calls back when the next frame has been shown; never in a page that stays in the background.
pub(crate) fn after_next_frame(act: impl FnOnce() + 'static) {
    // The first callback runs before the frame is painted, the second one after that.
    request_frame(move || request_frame(act));
}

fn request_frame(act: impl FnOnce() + 'static) {
    let act = Closure::once_into_js(act);
    if let Some(window) = dom::window() {
        let requested = window.request_animation_frame(act.unchecked_ref());
        console::log_error("wait for a frame", requested);
    }
}
