//! How the starter hands its state to the full app without losing anything.
//!
//! The starter leaves `exportState` in the [boot registry](boot_registry). The full app, once it is
//! loaded and requested, calls it and shows the page in the same task; only then does the starter
//! let go of the page.

use std::rc::Rc;
use std::sync::Arc;

use assay_core::{Assessment, Model};
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

use crate::browser::boot_registry;
use crate::browser::property::property;
use crate::browser::store::{self, StorageHealth};
use crate::browser::{console, scroll, tabs, teardown};
use crate::state::{App, Notice, Session};

/// The state that the full app takes over.
pub(crate) struct HandoverState {
    pub(crate) session: Session,
    pub(crate) notice: Option<Notice>,
    /// Whether a link led to the page, rather than back and forward; `None` where the starter has
    /// shown nothing.
    pub(crate) by_link: Option<bool>,
}

/// Offers the starter's state to the full app. `on_failure` is called if the full app cannot show
/// the page.
pub(crate) fn offer_state(app: &App, by_link: Option<bool>, on_failure: Rc<dyn Fn()>) {
    let on_failure = Closure::<dyn Fn()>::new(move || on_failure());
    boot_registry::write("onLoadFailed", on_failure.as_ref());
    teardown::keep_alive(on_failure);
    let app = app.clone();
    let export = Closure::<dyn Fn() -> JsValue>::new(move || {
        let state = export_state(&app, by_link);
        tabs::close_channel();
        // Not before the listener that may have led here has ended.
        gloo::timers::callback::Timeout::new(0, teardown::run).forget();
        state
    });
    boot_registry::write("exportState", export.as_ref());
    teardown::keep_alive(export);
}

/// Gives the page back to the starter, which tells that the requested one could not be loaded.
/// False where there is no starter.
pub(crate) fn return_to_starter() -> bool {
    boot_registry::read("onLoadFailed").is_some()
        && boot_registry::call("cancelRequest").is_some()
        && boot_registry::call("onLoadFailed").is_some()
}

/// Takes over the state of the starter; `None` where there is no starter.
pub(crate) fn receive_state(model: &Arc<Model>) -> Option<HandoverState> {
    let state = boot_registry::call("exportState")?;
    let session = import_session(model, &property(&state, "present")?)?;
    if property(&state, "unsaved").is_some_and(|unsaved| unsaved.is_truthy()) {
        session.rewrite();
    }
    if let Some(positions) = text_of(&state, "left") {
        scroll::import_positions(&positions);
    }
    let undo = property(&state, "undo").and_then(|before| import_session(model, &before));
    let notice = text_of(&state, "notice").map(|text| Notice { text, undo });
    let by_link = property(&state, "byLink").map(|by_link| by_link.is_truthy());
    Some(HandoverState {
        session,
        notice,
        by_link,
    })
}

fn export_state(app: &App, by_link: Option<bool>) -> JsValue {
    let state = Object::new();
    set(&state, "present", &export_session(&app.current_session()));
    if let Some(by_link) = by_link {
        set(&state, "byLink", &by_link.into());
    }
    set(&state, "left", &scroll::export_positions().into());
    let is_unsaved = matches!(
        store::current_health(),
        StorageHealth::Full | StorageHealth::Unavailable
    );
    set(&state, "unsaved", &is_unsaved.into());
    let is_loading = |notice: &Notice| notice.text == app.messages().app_loading_page();
    if let Some(notice) = app.current_notice().filter(|notice| !is_loading(notice)) {
        set(&state, "notice", &notice.text.into());
        if let Some(before) = &notice.undo {
            set(&state, "undo", &export_session(before));
        }
    }
    state.into()
}

fn export_session(session: &Session) -> JsValue {
    let state = Object::new();
    set(&state, "key", &session.key().into());
    set(&state, "stored", &session.has_entries().into());
    let file = session.assessment().to_json(session.model());
    set(&state, "file", &file.into());
    state.into()
}

fn import_session(model: &Arc<Model>, state: &JsValue) -> Option<Session> {
    let key = text_of(state, "key")?;
    let is_stored = property(state, "stored")?.is_truthy();
    let assessment = Assessment::parse(model, &text_of(state, "file")?);
    let assessment = console::log_failure("take over the answers", assessment)?;
    Some(Session::open(model, key, assessment, is_stored))
}

fn text_of(object: &JsValue, name: &str) -> Option<String> {
    property(object, name)?.as_string()
}

fn set(object: &Object, name: &str, value: &JsValue) {
    let set = Reflect::set(object.unchecked_ref(), &name.into(), value);
    console::log_error("hand over the state", set);
}
