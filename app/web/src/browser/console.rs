//! The browser's console, for failures that nobody can be shown.

use wasm_bindgen::JsValue;

/// Logs a failure with what was attempted.
pub(crate) fn log_error(attempt: &str, error: &JsValue) {
    web_sys::console::warn_2(&JsValue::from_str(attempt), error);
}

/// Logs the failure of a call whose result nobody needs.
pub(crate) fn log_failure<T>(attempt: &str, result: Result<T, JsValue>) {
    if let Err(error) = result {
        log_error(attempt, &error);
    }
}
