//! Whether the browser may erase what this site stored while nobody visits it.

use std::cell::Cell;

use wasm_bindgen_futures::JsFuture;

use super::dom;

thread_local! {
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Asks the browser to keep what is stored. Called with every write; only the first call has an
/// effect.
pub(crate) fn request_persistence() {
    if ASKED.replace(true) {
        return;
    }
    // Insecure origins have no storage manager.
    let promise = dom::window().and_then(|window| window.navigator().storage().persist().ok());
    if let Some(promise) = promise {
        wasm_bindgen_futures::spawn_local(async move {
            // Whether it was granted is asked where that is shown.
            drop(JsFuture::from(promise).await);
        });
    }
}

/// Whether the browser keeps what is stored.
pub(crate) async fn is_granted() -> bool {
    let promise = dom::window().and_then(|window| window.navigator().storage().persisted().ok());
    let Some(promise) = promise else {
        return false;
    };
    let granted = JsFuture::from(promise).await;
    granted.is_ok_and(|granted| granted.is_truthy())
}
