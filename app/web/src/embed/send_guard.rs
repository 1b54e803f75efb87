//! Decides when the Send button of the consent dialog is enabled: one second after the button and
//! the receiver's name became fully visible.
//!
//! This prevents a host page from obtaining a press by showing the frame only briefly, only in part
//! or, where the browser reports it, behind another element.

use std::cell::RefCell;
use std::rc::Rc;

use crate::browser::console::log_error;
use crate::browser::property::property;
use crate::parts::signals::set_if_alive;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Time for which the element must have been visible, in milliseconds.
const ARM_DELAY_MS: u32 = 1000;

/// Interval of the browser's occlusion checks, in milliseconds. 100 is the minimum that the
/// interface accepts.
const VISIBILITY_DELAY_MS: f64 = 100.0;

/// Share of the element's area that must be visible. Less than 1, because of fractions of a pixel.
const FULLY_VISIBLE_RATIO: f64 = 0.99;

type ObserverCallback = Closure<dyn Fn(Array)>;

thread_local! {
    /// Observer of the dialog that is open, or was open last.
    static OBSERVER: RefCell<Option<(IntersectionObserver, ObserverCallback)>> = const { RefCell::new(None) };
}

/// Sets `armed` one second after the element became fully visible and resets it when the element
/// leaves the viewport.
pub(super) fn arm_when_visible(element: &Element, armed: RwSignal<bool>) {
    let waiting = Rc::new(RefCell::new(None::<Timeout>));
    let seen = ObserverCallback::new(move |entries: Array| {
        let entry = entries.pop().unchecked_into::<IntersectionObserverEntry>();
        let visible = property(&entry, "isVisible").and_then(|visible| visible.as_bool());
        if is_fully_visible(entry.intersection_ratio(), visible) {
            waiting.borrow_mut().get_or_insert_with(|| {
                Timeout::new(ARM_DELAY_MS, move || set_if_alive(armed, true))
            });
        } else {
            waiting.take();
            set_if_alive(armed, false);
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_threshold(&JsValue::from_f64(FULLY_VISIBLE_RATIO));
    // Options of IntersectionObserver v2. Browsers without it ignore them.
    for (name, value) in [
        ("trackVisibility", JsValue::TRUE),
        ("delay", JsValue::from_f64(VISIBILITY_DELAY_MS)),
    ] {
        let set = Reflect::set(&options, &JsValue::from_str(name), &value);
        log_error("request the visibility of the consent dialog", set);
    }
    let function = seen.as_ref().unchecked_ref();
    let observer = IntersectionObserver::new_with_options(function, &options);
    let Some(observer) = log_error("watch the consent dialog", observer) else {
        return;
    };
    observer.observe(element);
    if let Some((before, _)) = OBSERVER.replace(Some((observer, seen))) {
        before.disconnect();
    }
}

/// Returns whether the element is fully visible. `visible` is the browser's report about occlusion;
/// `None` if it makes none.
fn is_fully_visible(ratio: f64, visible: Option<bool>) -> bool {
    ratio >= FULLY_VISIBLE_RATIO && visible != Some(false)
}

#[cfg(test)]
mod tests {
    use super::is_fully_visible;

    #[test]
    fn a_cut_off_or_covered_element_is_not_fully_visible() {
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
