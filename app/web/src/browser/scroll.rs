//! Where each page was left, so that back and forward find it there.

use std::cell::RefCell;
use std::collections::BTreeMap;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use web_sys::ScrollRestoration;

use super::dom;

/// How long a page may take to reach its height again, in milliseconds.
const GROWING: u32 = 1_500;

#[derive(Clone, Copy)]
struct Left {
    y: f64,
    height: i32,
}

thread_local! {
    static HERE: RefCell<String> = const { RefCell::new(String::new()) };
    static LEFT: RefCell<BTreeMap<String, Left>> = const { RefCell::new(BTreeMap::new()) };
}

/// From now on remembers where pages are scrolled to. The browser's own memory fails where parts of
/// a page arrive later, so it is switched off.
pub(crate) fn watch(address: &str) {
    HERE.replace(address.to_owned());
    let Some(window) = dom::window() else { return };
    if let Ok(history) = window.history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    EventListener::new(&window, "scroll", |_| remember()).forget();
}

fn remember() {
    let height = dom::root().map_or(0, |root| root.scroll_height());
    let left = Left {
        y: dom::scroll_position(),
        height,
    };
    HERE.with_borrow(|here| LEFT.with_borrow_mut(|all| all.insert(here.clone(), left)));
}

/// Says that another page shows now.
pub(crate) fn arrive(address: &str) {
    HERE.replace(address.to_owned());
}

/// Scrolls to where the present page was left. Its height is held until its parts have arrived.
pub(crate) fn restore() {
    let left = HERE.with_borrow(|here| LEFT.with_borrow(|all| all.get(here).copied()));
    let Some((left, body)) = left.zip(dom::document().and_then(|document| document.body())) else {
        dom::scroll_to(0.0);
        return;
    };
    let _ = body
        .style()
        .set_property("min-height", &format!("{}px", left.height));
    dom::scroll_to(left.y);
    Timeout::new(GROWING, move || {
        drop(body.style().remove_property("min-height"))
    })
    .forget();
}
