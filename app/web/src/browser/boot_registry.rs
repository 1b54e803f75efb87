//! The registry of `boot.js`: what the page's first script and the two apps leave for each other
//! in `document.documentElement.assayBoot`.
//!
//! | name | content |
//! | --- | --- |
//! | `files` | the hashed names of the site's files by their plain names |
//! | `early` | promises of files that `boot.js` fetches, by their plain names |
//! | `requested` | a promise that resolves when the full app is to show the page |
//! | `request()` | loads the full app and has it show the page; a promise of its having loaded |
//! | `cancelRequest()` | the full app cannot show the page; undoes `request()` |
//! | `load(name)` | loads a program that the full app calls; a promise of its functions |
//! | `prefetch()` | loads the full app while the reader pauses |
//! | `idleOrRequested()` | a promise that resolves when the browser is idle, or in the next task when the full app is requested |
//! | `idle()` | a promise that resolves when the browser is idle, at once where it does not tell; promises resolve in the order of the calls |
//! | `exportState()` | set by the starter: ends it and returns its state |
//! | `undo`, `undoByKey` | set by the starter: the action that the full app is to carry out, and whether a key requested it |
//! | `onLoadFailed()` | set by the starter: shows that the page could not be loaded |

use std::cell::Cell;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::console;
use super::elements::{cast, root};
use super::property::property;

/// The value under a name.
pub(crate) fn read(name: &str) -> Option<JsValue> {
    property(&registry()?, name)
}

/// The value under a name in one of the registry's tables, such as `files`.
pub(crate) fn read_in(table: &str, name: &str) -> Option<JsValue> {
    property(&read(table)?, name)
}

/// Puts a value under a name.
pub(crate) fn write(name: &str, value: &JsValue) {
    if let Some(registry) = registry() {
        let set = Reflect::set(&registry, &name.into(), value);
        console::log_error("set in the boot registry", set);
    }
}

/// Calls the function under a name without arguments; `None` where there is none or it throws.
pub(crate) fn call(name: &str) -> Option<JsValue> {
    let function: Function = cast(read(name)?)?;
    console::log_error("call the boot registry", function.call0(&JsValue::NULL))
}

/// Loads the full app in the background. Called with every answer; only the first call has an
/// effect.
pub(crate) fn prefetch_full_app() {
    if !IS_PREFETCHED.replace(true) {
        // Without a registry there is no full app; the page that needs it shows an error.
        drop(call("prefetch"));
    }
}

thread_local! {
    static IS_PREFETCHED: Cell<bool> = const { Cell::new(false) };
}

/// Has the full app show the page. Returns when it has been loaded.
///
/// # Errors
/// If it could not be loaded.
pub(crate) async fn request_full_app() -> Result<(), JsValue> {
    let loaded = call("request").ok_or(JsValue::NULL)?;
    JsFuture::from(loaded.dyn_into::<Promise>()?)
        .await
        .map(drop)
}

/// Loads a program that the full app calls; returns the object with its functions.
///
/// # Errors
/// If it could not be loaded; another call tries again.
pub(crate) async fn load_program(name: &str) -> Result<JsValue, JsValue> {
    let load: Function = read("load").and_then(cast).ok_or(JsValue::NULL)?;
    let loaded = load.call1(&JsValue::NULL, &name.into())?;
    JsFuture::from(loaded.dyn_into::<Promise>()?).await
}

/// Waits until the full app is to show the page.
pub(crate) async fn wait_until_requested() {
    wait(read("requested")).await;
}

/// Waits until the browser is idle, so that the reader's answers go first while the full app
/// prepares; for the next task when it is requested.
pub(crate) async fn wait_until_idle_or_requested() {
    wait(call("idleOrRequested")).await;
}

/// Waits until the browser is idle, if it tells that. Who called first is first to go on.
pub(crate) fn wait_until_idle() -> impl Future<Output = ()> {
    wait(call("idle"))
}

/// Waits for a promise that is never rejected.
async fn wait(promise: Option<JsValue>) {
    if let Some(Ok(promise)) = promise.map(JsCast::dyn_into::<Promise>) {
        drop(JsFuture::from(promise).await);
    }
}

fn registry() -> Option<JsValue> {
    property(&root()?.into(), "assayBoot")
}
