//! The system's choice of apps to share with.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::ShareData;

use super::dom;

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Shared,
    /// The reader closed it.
    Cancelled,
    /// The browser refused.
    Failed,
}

/// Whether the browser has one.
pub(crate) fn available() -> bool {
    dom::window().is_some_and(|window| {
        Reflect::get(&window.navigator(), &"share".into())
            .is_ok_and(|share| share.has_type::<Function>())
    })
}

/// Offers a link under a title.
pub(crate) async fn share(title: &str, address: &str) -> Outcome {
    let Some(window) = dom::window() else {
        return Outcome::Failed;
    };
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(address);
    match JsFuture::from(window.navigator().share_with_data(&data)).await {
        Ok(_) => Outcome::Shared,
        Err(error) if name(&error) == "AbortError" => Outcome::Cancelled,
        Err(_) => Outcome::Failed,
    }
}

fn name(error: &JsValue) -> String {
    let name = Reflect::get(error, &"name".into()).ok();
    name.and_then(|name| name.as_string()).unwrap_or_default()
}
