//! The frames that the browser shows.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use super::{console, dom};

/// How long a callback waits for a frame, in milliseconds: a page in the background has none.
const PATIENCE: u32 = 300;

/// Calls back when the next frame has been shown, or after [`PATIENCE`] where none is.
pub(crate) fn after_next_frame(act: impl FnOnce() + 'static) {
    let waiting: Waiting = Rc::new(Cell::new(Some(Box::new(act))));
    call_after(PATIENCE, waiting.clone());
    // A frame's callback runs before the frame is painted.
    let painted = Closure::once_into_js(move || call_after(0, waiting));
    if let Some(window) = dom::window() {
        let requested = window.request_animation_frame(painted.unchecked_ref());
        console::log_error("wait for a frame", requested);
    }
}

/// A callback until it is called.
type Waiting = Rc<Cell<Option<Box<dyn FnOnce()>>>>;

fn call_after(delay: u32, waiting: Waiting) {
    Timeout::new(delay, move || {
        if let Some(act) = waiting.take() {
            act();
        }
    })
    .forget();
}
