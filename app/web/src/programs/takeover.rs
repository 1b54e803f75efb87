//! Requesting the full app for a page that another app lacks.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::handover;
use crate::browser::{boot_registry, dom, scroll};
use crate::state::{App, LoadError, Notice};

/// After how many milliseconds a page that does not show yet is announced.
const NOTICE_DELAY: u32 = 400;

/// Requests the full app, which adopts the state and shows the page. Until then the previous page works;
/// if it cannot be loaded, a notice is shown. `by_link` as in
/// [`HandoverState`](handover::HandoverState).
pub(crate) fn request_page(app: &App, by_link: Option<bool>) {
    let slow = app.clone();
    let timer = Timeout::new(NOTICE_DELAY, move || {
        let notice = slow.current_notice();
        // A notice that offers to undo something stays.
        if notice.is_none_or(|notice| notice.undo.is_none()) {
            slow.show_notice(slow.messages().app_loading_page().to_owned());
        }
    });
    let (app, timer) = (app.clone(), Cell::new(Some(timer)));
    let on_failure: Rc<dyn Fn()> = {
        let app = app.clone();
        Rc::new(move || {
            drop(timer.take());
            show_failure(&app, by_link.is_some());
        })
    };
    handover::offer_state(&app, by_link, on_failure.clone());
    wasm_bindgen_futures::spawn_local(async move {
        if boot_registry::request_full_app().await.is_err() {
            on_failure();
        }
    });
}

/// Requests the full app because the questionnaire could not be loaded: it has the messages for
/// everything that can be wrong with one. Without it the plain cause is shown.
pub(super) fn request_error_page(error: LoadError) {
    wasm_bindgen_futures::spawn_local(async move {
        if boot_registry::request_full_app().await.is_err()
            && let Some(first) = dom::by_id::<HtmlElement>("first-screen")
        {
            first.set_text_content(Some(&error.to_string()));
        }
    });
}

/// Shows that the page could not be loaded. The previous page gets its address back, so that the same
/// link can be followed again.
fn show_failure(app: &App, is_shown: bool) {
    if is_shown {
        dom::replace_address(&scroll::current_address());
    }
    let messages = app.messages();
    let text = messages.app_page_failed();
    let undo = app.current_notice().and_then(|notice| notice.undo);
    app.notice
        .set(Some(Notice::with_undo(text.to_owned(), undo)));
    // Where nothing was mounted yet no notice shows.
    if let Some(first) = dom::by_id::<HtmlElement>("first-screen") {
        first.set_text_content(Some(text));
    }
}
