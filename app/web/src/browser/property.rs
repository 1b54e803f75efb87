//! Properties of JavaScript objects that not every browser has.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// A property of a value; `None` where it has none or is no object.
pub(crate) fn property(value: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(value, &name.into())
        .ok()
        .filter(|found| !found.is_undefined())
}
