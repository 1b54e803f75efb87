//! The program that writes report files and reads tables of answers. It is loaded at its first use;
//! the service worker keeps it from then on.

use assay_locale::{Messages, localize_decimals};
use js_sys::{Function, Uint8Array};
use wasm_bindgen::JsValue;

use super::property::property;
use super::{boot_registry, console, dom};

/// The name of the program in the table of files.
const NAME: &str = "assay-reports";

/// The size of its download in megabytes with one decimal, as the build measured it.
pub(crate) fn download_size(messages: &Messages) -> Option<String> {
    let bytes = boot_registry::read_in("files", &format!("{NAME}.size"))?.as_string()?;
    let bytes: f64 = console::log_failure("read the size of the program", bytes.parse())?;
    Some(localize_decimals(messages, &format!("{:.1}", bytes / 1e6)))
}

/// The loaded program.
pub(crate) struct ReportProgram(JsValue);

impl ReportProgram {
    /// Loads the program. `None` if it cannot be loaded; another call tries again.
    pub(crate) async fn load() -> Option<Self> {
        let loaded = boot_registry::load_program(NAME).await;
        console::log_error("load the program for reports", loaded).map(Self)
    }

    /// Writes the report that a request asks for; `logo` is a PNG, a JPEG or empty. `None` if it
    /// fails.
    pub(crate) fn write_report(&self, request: &str, logo: &[u8]) -> Option<Uint8Array> {
        let written = self.call("write_report", request, &Uint8Array::from(logo))?;
        dom::cast(written)
    }

    /// Reads a table of answers; returns what it would change or its faults as JSON. `None` if it
    /// fails.
    pub(crate) fn read_answers(&self, request: &str, table: &Uint8Array) -> Option<String> {
        self.call("read_answers", request, table)?.as_string()
    }

    fn call(&self, name: &str, request: &str, bytes: &Uint8Array) -> Option<JsValue> {
        let function: Function = dom::cast(property(&self.0, name)?)?;
        let result = function.call2(&JsValue::NULL, &request.into(), bytes);
        console::log_error("use the program for reports", result)
    }
}
