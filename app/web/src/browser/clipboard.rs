//! The clipboard.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlDocument;

use super::dom;
use super::property::property;

/// Copies a text to the clipboard. Where the browser refuses, or has no clipboard (plain http),
/// `mark` selects the text on the page and the selection is copied. False if that fails too: the text
/// stays selected, to be copied by hand.
pub(crate) async fn copy_text(text: &str, mark: impl FnOnce()) -> bool {
    if write(text).await {
        return true;
    }
    mark();
    let document = dom::document().and_then(dom::cast::<HtmlDocument>);
    document.is_some_and(|document| document.exec_command("copy").unwrap_or(false))
}

async fn write(text: &str) -> bool {
    let Some(window) = dom::window() else {
        return false;
    };
    let navigator = JsValue::from(window.navigator());
    let has_clipboard =
        property(&navigator, "clipboard").is_some_and(|clipboard| clipboard.is_object());
    has_clipboard
        && JsFuture::from(window.navigator().clipboard().write_text(text))
            .await
            .is_ok()
}
