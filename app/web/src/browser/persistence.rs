//! Whether the browser may erase what this site stored when nobody visits it for a while.

use std::cell::Cell;

use wasm_bindgen_futures::JsFuture;

use super::dom;

thread_local! {
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Asks the browser, once, to keep what is stored; called when something is.
pub(crate) fn request_persistence() {
    if ASKED.replace(true) {
        return;
    }
    let promise = dom::window().and_then(|window| window.navigator().storage().persist().ok());
    if let Some(promise) = promise {
        wasm_bindgen_futures::spawn_local(async move {
            // Whether it was granted is asked again where that is shown.
            let _ = JsFuture::from(promise).await;
        });
    }
}

/// Whether the browser has promised to keep what is stored.
pub(crate) async fn is_granted() -> bool {
    let promise = dom::window().and_then(|window| window.navigator().storage().persisted().ok());
    let Some(promise) = promise else {
        return false;
    };
    let granted = JsFuture::from(promise).await;
    granted.is_ok_and(|granted| granted.is_truthy())
}
