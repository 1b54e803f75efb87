//! When "Send" can be pressed: a second after it has come fully into view, with the receiver's name.
//! A page that shows the frame for a moment, or a corner of it, or something over it where the
//! browser notices that, gets no press by surprise.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Array, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// For so many milliseconds it must have been in view.
const ARM_DELAY_MS: u32 = 1000;

/// How often the browser looks at what lies over it, in milliseconds; less is not allowed.
const VISIBILITY_DELAY_MS: f64 = 100.0;

/// So much of it must be in view: all but a fraction of a pixel.
const FULLY_VISIBLE_RATIO: f64 = 0.99;

type ObserverCallback = Closure<dyn Fn(Array)>;

thread_local! {
    /// Of the dialog that is open, or was last.
    static OBSERVER: RefCell<Option<(IntersectionObserver, ObserverCallback)>> = const { RefCell::new(None) };
}

/// Sets `armed` a second after the element came fully into view, and takes it back when it leaves.
pub(super) fn arm_when_visible(element: &Element, armed: RwSignal<bool>) {
    let waiting = Rc::new(RefCell::new(None::<Timeout>));
    let seen = ObserverCallback::new(move |entries: Array| {
        let entry = entries.pop().unchecked_into::<IntersectionObserverEntry>();
        let visible = Reflect::get(&entry, &JsValue::from_str("isVisible"));
        let visible = visible.ok().and_then(|visible| visible.as_bool());
        if is_fully_visible(entry.intersection_ratio(), visible) {
            // The dialog may have been closed in the meantime.
            let arm = move || {
                let _ = armed.try_set(true);
            };
            waiting
                .borrow_mut()
                .get_or_insert_with(|| Timeout::new(ARM_DELAY_MS, arm));
        } else {
            waiting.take();
            let _ = armed.try_set(false);
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_threshold(&JsValue::from_f64(FULLY_VISIBLE_RATIO));
    // The second version of the interface, where there is one.
    for (name, value) in [
        ("trackVisibility", JsValue::TRUE),
        ("delay", JsValue::from_f64(VISIBILITY_DELAY_MS)),
    ] {
        // An object of our own takes any property.
        drop(Reflect::set(&options, &JsValue::from_str(name), &value));
    }
    let function = seen.as_ref().unchecked_ref();
    let Ok(observer) = IntersectionObserver::new_with_options(function, &options) else {
        return;
    };
    observer.observe(element);
    if let Some((before, _)) = OBSERVER.replace(Some((observer, seen))) {
        before.disconnect();
    }
}

/// Whether all of it is in view and, as far as the browser says, nothing lies over it.
fn is_fully_visible(ratio: f64, visible: Option<bool>) -> bool {
    ratio >= FULLY_VISIBLE_RATIO && visible != Some(false)
}

#[cfg(test)]
mod tests {
    use super::is_fully_visible;

    #[test]
    fn what_is_cut_off_or_covered_is_not_seen() {
        assert!(is_fully_visible(1.0, Some(true)));
        assert!(
            is_fully_visible(1.0, None),
            "a browser that cannot say what covers it"
        );
        assert!(!is_fully_visible(1.0, Some(false)));
        assert!(!is_fully_visible(0.9, Some(true)));
        assert!(!is_fully_visible(0.0, None));
    }
}
