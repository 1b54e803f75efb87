//! The program that writes reports in the browser. It is fetched when a report is saved, so that
//! neither the first load nor the full app contains it.

#![forbid(unsafe_code)]

mod request;

use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Writes a report. `request` is a JSON object; see [`request`].
///
/// # Errors
/// A sentence for the console: the request is damaged, or the report could not be written.
#[wasm_bindgen]
pub fn write_report(request: &str) -> Result<Vec<u8>, String> {
    request::write_report(request)
}
