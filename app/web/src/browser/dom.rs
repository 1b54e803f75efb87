//! The document: its language, focus, scrolling, dialogs, the address. Its elements are in
//! [`elements`](super::elements).

use std::cell::Cell;

use js_sys::Function;
use wasm_bindgen::JsValue;
use web_sys::{
    Element, FocusOptions, HtmlDialogElement, HtmlElement, Location, ScrollBehavior,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};

use super::console;
pub(crate) use super::elements::{
    ancestor, by_id, cast, clone, closest, create, document, event_target, insert_after, query,
    query_all, query_all_within, query_within, remove_attribute, root, set_attribute, window,
};
use super::infallible::infallible;
use super::property::property;

/// Sets an attribute of the document's root element.
pub(crate) fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = root() {
        console::log_error("set an attribute", root.set_attribute(name, value));
    }
}

/// The tag of the language that the page is in.
pub(crate) fn page_language() -> Option<String> {
    root()?.get_attribute("lang")
}

/// The direction of writing of the page: `ltr` unless another one is set.
pub(crate) fn page_direction() -> String {
    let direction = root().and_then(|root| root.get_attribute("dir"));
    direction.unwrap_or_else(|| "ltr".to_owned())
}

/// The hash of the address, `#` included.
pub(crate) fn location_hash() -> String {
    location_part(Location::hash)
}

/// The query of the address, `?` included.
pub(crate) fn location_query() -> String {
    location_part(Location::search)
}

/// A part of the address; empty without a window.
pub(crate) fn location_part(read: fn(&Location) -> Result<String, JsValue>) -> String {
    let part = window().and_then(|window| {
        let part = read(&window.location());
        infallible(part)
    });
    part.unwrap_or_default()
}

/// Opens an address of the app as a link does.
pub(crate) fn navigate(hash: &str) {
    let Some(location) = window().map(|window| window.location()) else {
        return;
    };
    // In a frame, entries of the history would be added to the page around it.
    let gone = match is_embedded() {
        true => location.replace(hash),
        false => location.set_hash(hash),
    };
    console::log_error("go to an address", gone);
}

/// Loads another address of the site, where the app starts again.
pub(crate) fn load_address(address: &str) {
    let Some(location) = window().map(|window| window.location()) else {
        return;
    };
    // As above.
    let gone = match is_embedded() {
        true => location.replace(address),
        false => location.set_href(address),
    };
    console::log_error("go to an address", gone);
}

/// Whether the app is in a frame of another page.
pub(crate) fn is_embedded() -> bool {
    root().is_some_and(|root| root.has_attribute("data-embed"))
}

/// Shows a modal dialog. Announces it to the frame before and after.
pub(crate) fn show_dialog(dialog: &HtmlDialogElement) {
    announce(DIALOG_OPENING_EVENT);
    console::log_error("show a dialog", dialog.show_modal());
    announce(DIALOG_OPENED_EVENT);
}

fn announce(event: &str) {
    if let (Some(window), Ok(event)) = (window(), web_sys::Event::new(event)) {
        console::log_error("announce a dialog", window.dispatch_event(&event));
    }
}

/// Event at the window when a dialog is in the document and about to open.
pub(crate) const DIALOG_OPENING_EVENT: &str = "assay-dialog-opening";

/// Event at the window when a dialog has opened.
pub(crate) const DIALOG_OPENED_EVENT: &str = "assay-dialog";

/// Replaces the address without going there.
pub(crate) fn replace_address(hash: &str) {
    if let Some(window) = window() {
        let replaced = window
            .history()
            .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(hash)));
        console::log_error("replace the address", replaced);
    }
}

/// Whether an element is inside of one that matches the selector.
pub(crate) fn is_within(element: &Element, selector: &str) -> bool {
    ancestor::<Element>(element, selector).is_some()
}

/// Focuses an element without scrolling to it.
pub(crate) fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    console::log_error("focus an element", element.focus_with_options(&options));
}

/// Focuses what the selector matches if nothing has the focus, once the page is updated: the focused
/// element may have been removed.
pub(crate) fn restore_lost_focus(selector: &'static str) {
    gloo::timers::callback::Timeout::new(0, move || {
        if focused_element().is_none()
            && let Some(element) = query::<HtmlElement>(selector)
        {
            focus(&element);
        }
    })
    .forget();
}

/// The focused element, also in a tab in the background.
pub(crate) fn focused_element() -> Option<Element> {
    let focused = document()?.active_element()?;
    Some(focused).filter(|at| at.tag_name() != "BODY")
}

/// Scrolls an element into view, in a short motion unless the reader prefers none.
pub(crate) fn scroll_into_view(element: &Element, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    options.set_behavior(ScrollBehavior::Instant);
    let from = scroll_position();
    element.scroll_into_view_with_scroll_into_view_options(&options);
    mark_page_moved();
    if !prefers_reduced_motion() {
        glide(from, scroll_position());
    }
    if let Some(around) = AROUND.get() {
        let place = element.get_bounding_client_rect();
        let to_start = block == ScrollLogicalPosition::Start;
        around(place.top(), place.bottom(), to_start);
    }
}

/// Scrolls from one position to another in a short motion, in CSS pixels.
fn glide(from: f64, to: f64) {
    if from != to
        && let Some(window) = window()
    {
        window.scroll_to_with_x_and_y(0.0, from);
        call_move(&to.into());
    }
}

/// Notifies `press.js` that the page moves or changes by itself, so that it ignores the second press of a
/// double press.
pub(crate) fn mark_page_moved() {
    call_move(&JsValue::UNDEFINED);
}

/// Calls `press.js`, with the position to scroll to if there is one.
fn call_move(to: &JsValue) {
    let moves = root().and_then(|root| property(&root, "assayMove"));
    if let Some(moves) = moves.and_then(cast::<Function>) {
        console::log_error("tell press.js of a move", moves.call1(&JsValue::NULL, to));
    }
}

pub(crate) fn scroll_to_top() {
    scroll_to(0.0);
}

pub(crate) fn scroll_position() -> f64 {
    let y = window().and_then(|window| infallible(window.scroll_y()));
    y.unwrap_or(0.0)
}

pub(crate) fn scroll_to(y: f64) {
    mark_page_moved();
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, y);
        if let Some(around) = AROUND.get() {
            around(y, y, true);
        }
    }
}

/// Scrolls the page around the frame to a part of it: its top and bottom in CSS pixels, and whether its
/// top is aligned to the top.
type ParentScroll = fn(f64, f64, bool);

thread_local! {
    static AROUND: Cell<Option<ParentScroll>> = const { Cell::new(None) };
}

/// Sets the function that scrolls the page around the app.
pub(crate) fn set_parent_scroll(around: ParentScroll) {
    AROUND.set(Some(around));
}

pub(crate) fn prefers_reduced_motion() -> bool {
    media("(prefers-reduced-motion: reduce)")
}

/// Whether the dark theme shows, the reader's or the system's.
pub(crate) fn is_dark() -> bool {
    let theme = root().and_then(|root| root.get_attribute("data-theme"));
    match theme.as_deref() {
        Some(theme) => theme == "dark",
        None => media("(prefers-color-scheme: dark)"),
    }
}

fn media(query: &str) -> bool {
    window()
        .and_then(|w| infallible(w.match_media(query)).flatten())
        .is_some_and(|m| m.matches())
}

/// The computed value of a style property of an element, such as `--ink`.
pub(crate) fn computed_style(element: &Element, name: &str) -> String {
    window()
        .and_then(|w| infallible(w.get_computed_style(element)).flatten())
        .and_then(|style| infallible(style.get_property_value(name)))
        .map(|value| value.trim().to_owned())
        .unwrap_or_default()
}

pub(crate) fn print_page() {
    if let Some(window) = window() {
        console::log_error("print", window.print());
    }
}
