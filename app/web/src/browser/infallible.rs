//! Calls of the browser that cannot fail with the arguments that the app passes.

use std::fmt::Debug;

use wasm_bindgen::JsValue;

/// The value of a call that cannot fail: its selector, tag or name is constant and valid, or it only
/// reads what the app has access to. Checked in debug builds.
pub(crate) fn infallible<T: Debug>(result: Result<T, JsValue>) -> Option<T> {
    debug_assert!(result.is_ok(), "{result:?}");
    result.ok()
}
