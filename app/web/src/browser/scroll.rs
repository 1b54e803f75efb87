//! The scroll position of each page, restored by back and forward.

use std::cell::RefCell;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use web_sys::ScrollRestoration;

use super::infallible::infallible;
use super::{console, dom, teardown};

/// How long a page may take to reach its height, in milliseconds.
const GROWING: u32 = 1_500;

#[derive(Clone, Copy)]
struct Left {
    y: f64,
    height: i32,
}

thread_local! {
    static HERE: RefCell<String> = const { RefCell::new(String::new()) };
    static LEFT: RefCell<Vec<(String, Left)>> = const { RefCell::new(Vec::new()) };
}

/// Starts to record the scroll positions of pages. The browser's own restoration is switched off, since
/// it fails where parts of a page arrive later.
pub(crate) fn track_positions(address: &str) {
    HERE.replace(address.to_owned());
    let Some(window) = dom::window() else { return };
    if let Ok(history) = window.history() {
        let set = history.set_scroll_restoration(ScrollRestoration::Manual);
        console::log_error("switch off scroll restoration", set);
    }
    teardown::keep_alive(EventListener::new(&window, "scroll", |_| remember()));
}

fn remember() {
    let height = dom::root().map_or(0, |root| root.scroll_height());
    let left = Left {
        y: dom::scroll_position(),
        height,
    };
    HERE.with_borrow(|here| note(here, left));
}

fn note(address: &str, left: Left) {
    LEFT.with_borrow_mut(
        |all| match all.iter_mut().find(|(known, _)| known == address) {
            Some((_, known)) => *known = left,
            None => all.push((address.to_owned(), left)),
        },
    );
}

fn left_at(address: &str) -> Option<Left> {
    LEFT.with_borrow(|all| {
        let found = all.iter().find(|(known, _)| known == address);
        found.map(|(_, left)| *left)
    })
}

/// The recorded positions, one per line, for the app that adopts the page.
pub(crate) fn export_positions() -> String {
    // Whole pixels need no code that formats fractions.
    let line = |(address, left): &(String, Left)| {
        format!("{}\t{}\t{address}\n", left.y as i32, left.height)
    };
    LEFT.with_borrow(|all| all.iter().map(line).collect())
}

/// Imports the positions that another app recorded. A line of another form is skipped.
pub(crate) fn import_positions(memory: &str) {
    let read = |line: &str| {
        let mut parts = line.splitn(3, '\t');
        let left = Left {
            y: parts.next()?.parse::<i32>().ok()?.into(),
            height: parts.next()?.parse().ok()?,
        };
        Some((parts.next()?.to_owned(), left))
    };
    for (address, left) in memory.lines().filter_map(read) {
        note(&address, left);
    }
}

/// The address of the current page.
pub(crate) fn current_address() -> String {
    HERE.with_borrow(Clone::clone)
}

/// Sets the address of the current page.
pub(crate) fn set_current_address(address: &str) {
    HERE.replace(address.to_owned());
}

/// Scrolls to the recorded position of the current page, whose height is kept until its parts have
/// arrived.
pub(crate) fn restore_position() {
    let left = HERE.with_borrow(|here| left_at(here));
    let Some((left, body)) = left.zip(dom::document().and_then(|document| document.body())) else {
        dom::scroll_to(0.0);
        return;
    };
    let kept = body
        .style()
        .set_property("min-height", &format!("{}px", left.height));
    console::log_error("keep the height of a page", kept);
    dom::scroll_to(left.y);
    Timeout::new(GROWING, move || {
        infallible(body.style().remove_property("min-height"));
    })
    .forget();
}
