//! Messages in the browser's console, for maintainers.

use wasm_bindgen::JsValue;

/// Returns the value of a result; an error is logged with what was attempted.
pub(crate) fn log_error<T>(attempt: &str, result: Result<T, JsValue>) -> Option<T> {
    result.inspect_err(|error| write(attempt, error)).ok()
}

/// One function for all types of results.
fn write(attempt: &str, error: &JsValue) {
    let text = format!("Assay could not {attempt}:");
    web_sys::console::error_2(&JsValue::from_str(&text), error);
}
