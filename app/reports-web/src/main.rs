//! The program that writes report files and reads tables of answers in the browser. It is fetched
//! at its first use, so that neither the first load nor the full app contains it.
//!
//! Both functions receive a request: a JSON object that [`request`] describes.

#![forbid(unsafe_code)]

mod report;
mod request;
mod table;

use wasm_bindgen::prelude::wasm_bindgen;

use request::Request;

fn main() {}

/// Writes a report; `logo` is a PNG or JPEG, or empty.
///
/// # Errors
/// A sentence for the console: the request is damaged, or the report could not be written.
#[wasm_bindgen]
pub fn write_report(request: &str, logo: &[u8]) -> Result<Vec<u8>, String> {
    report::write(&Request::parse(request)?, logo)
}

/// Reads a table of answers; returns what it would change or its faults as JSON: see [`table`].
///
/// # Errors
/// A sentence for the console: the request is damaged.
#[wasm_bindgen]
pub fn read_answers(request: &str, table: &[u8]) -> Result<String, String> {
    table::read(&Request::parse(request)?, table)
}
