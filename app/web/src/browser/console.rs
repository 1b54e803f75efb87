//! Messages in the browser's console, for maintainers.

use std::fmt::Display;

use wasm_bindgen::JsValue;

/// Returns the value of a result; an error is logged with what was attempted.
pub(crate) fn log_error<T>(attempt: &str, result: Result<T, JsValue>) -> Option<T> {
    result.inspect_err(|error| write(attempt, error)).ok()
}

/// As [`log_error`], for errors that are not JavaScript values.
pub(crate) fn log_failure<T>(attempt: &str, result: Result<T, impl Display>) -> Option<T> {
    result
        .inspect_err(|error| write_text(attempt, &error.to_string()))
        .ok()
}

/// One function for all types of results.
fn write(attempt: &str, error: &JsValue) {
    let text = format!("Assay could not {attempt}:");
    web_sys::console::error_2(&JsValue::from_str(&text), error);
}

fn write_text(attempt: &str, error: &str) {
    // Native tests have no console.
    if cfg!(target_arch = "wasm32") {
        write(attempt, &JsValue::from_str(error));
    }
}
