//! The service worker, which stores the site's files for use without a network.

use assay_locale::Language;
use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::dom;

/// Registers the worker. Where a browser has none (plain http), the app needs the network to start.
/// `language` tells it whose texts it fetches at its installation.
pub(crate) fn register_service_worker(language: Language) {
    let Some(window) = dom::window() else { return };
    let navigator = window.navigator();
    let supported =
        Reflect::has(&JsValue::from(navigator.clone()), &"serviceWorker".into()).unwrap_or(false);
    if supported && window.is_secure_context() {
        wasm_bindgen_futures::spawn_local(async move {
            let worker = navigator
                .service_worker()
                .register(&format!("./sw.js?{}", language.tag()));
            let registered = wasm_bindgen_futures::JsFuture::from(worker).await;
            // Refused by some browsers and modes; the app then needs the network to start.
            drop(registered);
        });
    }
}
