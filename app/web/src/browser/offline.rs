//! The service worker that keeps the site's own files for use without a network.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::dom;

/// Registers the worker, once the app stands. Where a browser has none (plain http), the app
/// simply needs the network to start.
pub(crate) fn register_service_worker() {
    let Some(window) = dom::window() else { return };
    let navigator = window.navigator();
    let supported =
        Reflect::has(&JsValue::from(navigator.clone()), &"serviceWorker".into()).unwrap_or(false);
    if supported && window.is_secure_context() {
        wasm_bindgen_futures::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(
                navigator.service_worker().register("./sw.js"),
            )
            .await;
        });
    }
}
