//! The clipboard.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::dom;

/// Copies a text. False where the browser refuses or has no clipboard (plain http).
pub(crate) async fn copy(text: &str) -> bool {
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
