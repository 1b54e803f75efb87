//! The Web Share API: the system's dialog for sharing with other apps.

use js_sys::{Array, Function};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FilePropertyBag, ShareData};

use super::files::{self, FileContent, SavedFile};
use super::property::property;
use super::{console, dom};

/// The outcome of sharing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ShareOutcome {
    Shared,
    /// The reader closed the dialog.
    Cancelled,
    /// The browser refused.
    Failed,
}

/// Whether the browser has the API.
pub(crate) fn is_available() -> bool {
    dom::window().is_some_and(|window| {
        property(&window.navigator(), "share").is_some_and(|share| share.has_type::<Function>())
    })
}

/// A link with a title.
pub(crate) fn link_data(title: &str, address: &str) -> ShareData {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(address);
    data
}

/// A file, or its text where the browser does not share such files. `None` if it shares neither.
pub(crate) fn file_data(file: &SavedFile) -> Option<ShareData> {
    if !is_available() {
        return None;
    }
    let (blob, text) = match &file.content {
        FileContent::Text(text) => (files::text_blob(text, "text/plain")?, Some(text)),
        FileContent::Picture(blob) | FileContent::Document(blob) => ((**blob).clone(), None),
    };
    let options = FilePropertyBag::new();
    options.set_type(&blob.type_());
    let parts = Array::of1(&blob);
    let whole = File::new_with_blob_sequence_and_options(&parts, &file.name, &options);
    let whole = console::log_error("make a file to share", whole)?;
    let data = ShareData::new();
    data.set_files(&Array::of1(&whole));
    if is_shareable(&data) {
        return Some(data);
    }
    let data = ShareData::new();
    data.set_title(&file.name);
    data.set_text(text?);
    Some(data)
}

/// Whether the browser shares this data.
fn is_shareable(data: &ShareData) -> bool {
    dom::window().is_some_and(|window| {
        let navigator = window.navigator();
        property(&navigator, "canShare").is_some_and(|can| can.has_type::<Function>())
            && navigator.can_share_with_data(data)
    })
}

/// Opens the dialog.
pub(crate) async fn share(data: &ShareData) -> ShareOutcome {
    let Some(window) = dom::window() else {
        return ShareOutcome::Failed;
    };
    match JsFuture::from(window.navigator().share_with_data(data)).await {
        Ok(_) => ShareOutcome::Shared,
        Err(error) if name(&error) == "AbortError" => ShareOutcome::Cancelled,
        Err(_) => ShareOutcome::Failed,
    }
}

fn name(error: &JsValue) -> String {
    property(error, "name")
        .and_then(|name| name.as_string())
        .unwrap_or_default()
}
