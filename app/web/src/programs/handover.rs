//! How the starter hands its state to the full app without losing anything.
//!
//! The starter leaves `exportState` in the [boot registry](boot_registry). The full app, once it is
//! loaded and requested, calls it and shows the page in the same task; only then does the starter
//! let go of the page.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use assay_core::Model;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;

use super::transferred_state::{TransferredSession, TransferredState};
use crate::browser::boot_registry;
use crate::browser::console::log_failure;
use crate::browser::store::{self, StorageHealth};
use crate::browser::{scroll, tabs, teardown};
use crate::state::{App, Notice, NoticeUndo, Session};

/// The state that the full app adopts.
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

/// Whether a starter has offered its state.
pub(super) fn is_offered() -> bool {
    boot_registry::read("exportState").is_some()
}

/// Carries out the transfer of an assessment without effect, so that its functions are compiled.
pub(super) fn rehearse_transfer(session: &Session) {
    let state = TransferredState {
        present: TransferredSession::of(session),
        notice: None,
        undo: None,
        takes_back_copy: false,
        by_link: Some(true),
        is_unsaved: false,
        positions: scroll::export_positions(),
    };
    drop(
        TransferredState::parse(&state.to_text())
            .and_then(|state| state.present.open(session.model())),
    );
}

/// Returns the page to the starter, which shows that the requested one could not be loaded.
/// False where there is no starter.
pub(crate) fn return_to_starter() -> bool {
    boot_registry::read("onLoadFailed").is_some()
        && boot_registry::call("cancelRequest").is_some()
        && boot_registry::call("onLoadFailed").is_some()
}

/// Adopts the state of the starter; `None` where there is no starter.
pub(crate) fn receive_state(model: &Arc<Model>) -> Option<HandoverState> {
    let text = boot_registry::call("exportState")?.as_string()?;
    let state = TransferredState::parse(&text).ok_or("a text of another form");
    let state = log_failure("take over the state", state)?;
    let session = state.present.open(model)?;
    if state.is_unsaved {
        session.rewrite();
    }
    scroll::import_positions(&state.positions);
    REQUESTED_UNDO.set(requested_undo(state.by_link));
    let before = state.undo.and_then(|before| before.open(model));
    let notice = state.notice.map(|text| match before {
        Some(before) if state.takes_back_copy => {
            let undo = NoticeUndo::of_copy(before, session.clone());
            Notice::with_undo(text, Some(undo))
        }
        before => Notice::new(text, before),
    });
    Some(HandoverState {
        session,
        notice,
        by_link: state.by_link,
    })
}

/// Leaves a request to undo or redo to the full app, by the action of the button.
pub(crate) fn request_undo(action: &str, by_key: bool) {
    let name = if by_key { "undoByKey" } else { "undo" };
    boot_registry::write(name, &JsValue::from_str(action));
}

/// The action that the starter left, and whether a key requested it. The full app may have come for
/// a page later, since it could not be loaded before: then `by_link` is known, and nothing is undone.
fn requested_undo(by_link: Option<bool>) -> Option<(String, bool)> {
    let action = |name| boot_registry::read(name)?.as_string();
    let by_key = || Some((action("undoByKey")?, true));
    by_key()
        .or_else(|| Some((action("undo")?, false)))
        .filter(|_| by_link.is_none())
}

/// Takes the request to undo or redo that came with the state.
pub(crate) fn take_requested_undo() -> Option<(String, bool)> {
    REQUESTED_UNDO.take()
}

thread_local! {
    static REQUESTED_UNDO: Cell<Option<(String, bool)>> = const { Cell::new(None) };
}

fn export_state(app: &App, by_link: Option<bool>) -> JsValue {
    let is_loading = |notice: &Notice| notice.text == app.messages().app_loading_page();
    // A notice of the page that is left stays behind.
    let stays = |notice: &Notice| by_link.is_some() && !notice.is_new;
    let notice = app.current_notice();
    let notice = notice.filter(|notice| !is_loading(notice) && !stays(notice));
    let undo = notice.as_ref().and_then(|notice| notice.undo.as_ref());
    let state = TransferredState {
        present: TransferredSession::of(&app.current_session()),
        undo: undo.map(|undo| TransferredSession::of(&undo.before)),
        takes_back_copy: undo.is_some_and(|undo| undo.takes_back_copy),
        notice: notice.map(|notice| notice.text),
        by_link,
        is_unsaved: matches!(
            store::current_health(),
            StorageHealth::Full | StorageHealth::Unavailable
        ),
        positions: scroll::export_positions(),
    };
    JsValue::from_str(&state.to_text())
}
