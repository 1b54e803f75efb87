//! The clipboard.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlDocument;

use super::dom;

/// Copies a text to the clipboard. Where the browser refuses, or has no clipboard (plain http),
/// `mark` selects the text on the page and the selection is copied. False if that fails too: the text
/// stays selected, to be copied by hand.
pub(crate) async fn copy_text(text: &str, mark: impl FnOnce()) -> bool {
    if write(text).await {
        return true;
    }
    mark();
    let document = dom::document().and_then(|d| d.dyn_into::<HtmlDocument>().ok());
    document.is_some_and(|document| document.exec_command("copy").unwrap_or(false))
}

async fn write(text: &str) -> bool {
    let Some(window) = dom::window() else {
        return false;
    };
    let navigator = JsValue::from(window.navigator());
    let has_clipboard =
        js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|c| c.is_object());
    has_clipboard
        && JsFuture::from(window.navigator().clipboard().write_text(text))
            .await
            .is_ok()
}
