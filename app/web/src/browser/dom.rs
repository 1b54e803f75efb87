//! The document: finding, focusing, scrolling, dialogs.

use std::cell::Cell;

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, FocusOptions, HtmlDialogElement, HtmlElement, ScrollBehavior,
    ScrollIntoViewOptions, ScrollLogicalPosition, Window,
};

pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

pub(crate) fn document() -> Option<Document> {
    window()?.document()
}

pub(crate) fn root() -> Option<Element> {
    document()?.document_element()
}

/// The tag of the language that the page is in.
pub(crate) fn page_language() -> Option<String> {
    root()?.get_attribute("lang")
}

pub(crate) fn by_id<T: JsCast>(id: &str) -> Option<T> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

pub(crate) fn query<T: JsCast>(selector: &str) -> Option<T> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// The elements that match the selector.
pub(crate) fn query_all<T: JsCast>(selector: &str) -> Vec<T> {
    let found = document().and_then(|document| document.query_selector_all(selector).ok());
    let nodes = found
        .iter()
        .flat_map(|list| (0..list.length()).filter_map(|at| list.get(at)));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}

/// The nearest element at or above an event's target that matches the selector.
pub(crate) fn closest<T: JsCast>(event: &web_sys::Event, selector: &str) -> Option<T> {
    event
        .target()?
        .dyn_into::<Element>()
        .ok()?
        .closest(selector)
        .ok()??
        .dyn_into()
        .ok()
}

/// Sets an attribute. Cannot fail, because `name` is valid.
pub(crate) fn set_attribute(element: &Element, name: &'static str, value: &str) {
    let set = element.set_attribute(name, value);
    debug_assert!(set.is_ok(), "{name} is no attribute name");
}

/// Removes an attribute. Cannot fail, because `name` is valid.
pub(crate) fn remove_attribute(element: &Element, name: &'static str) {
    let removed = element.remove_attribute(name);
    debug_assert!(removed.is_ok(), "{name} is no attribute name");
}

/// The hash of the address, `#` included.
pub(crate) fn location_hash() -> String {
    window()
        .and_then(|w| w.location().hash().ok())
        .unwrap_or_default()
}

/// What stands between `?` and `#` in the address, with the `?`.
pub(crate) fn location_query() -> String {
    let search = window().and_then(|w| w.location().search().ok());
    search.unwrap_or_default()
}

/// Goes to an address of the app as if a link had been followed.
pub(crate) fn navigate(hash: &str) {
    let Some(location) = window().map(|window| window.location()) else {
        return;
    };
    // In a frame every entry of the history would be one of the page around it.
    let _ = if is_embedded() {
        location.replace(hash)
    } else {
        location.set_hash(hash)
    };
}

/// Leaves for another address of the site; the app starts anew there.
pub(crate) fn load_address(address: &str) {
    let Some(location) = window().map(|window| window.location()) else {
        return;
    };
    // As above.
    let _ = if is_embedded() {
        location.replace(address)
    } else {
        location.set_href(address)
    };
}

/// Whether the app is in a frame of another page.
pub(crate) fn is_embedded() -> bool {
    root().is_some_and(|root| root.has_attribute("data-embed"))
}

/// Shows a dialog over everything else, and lets a frame make room for it.
pub(crate) fn show_dialog(dialog: &HtmlDialogElement) {
    let _ = dialog.show_modal();
    if let (Some(window), Ok(event)) = (window(), web_sys::Event::new(DIALOG_OPENED_EVENT)) {
        let _ = window.dispatch_event(&event);
    }
}

/// Dispatched at the window when a dialog has opened.
pub(crate) const DIALOG_OPENED_EVENT: &str = "assay-dialog";

/// Puts another address into the bar without going there.
pub(crate) fn replace_address(hash: &str) {
    if let Some(history) = window().and_then(|w| w.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(hash));
    }
}

/// Whether an element stands within one of a kind.
pub(crate) fn is_within(element: &Element, selector: &str) -> bool {
    matches!(element.closest(selector), Ok(Some(_)))
}

/// Gives an element the focus without scrolling to it.
pub(crate) fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Gives the focus to what the selector names if it fell into nothing: what had it may be gone once
/// the page has settled.
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

/// The element that has the focus, also in a tab that is not looked at.
pub(crate) fn focused_element() -> Option<Element> {
    let focused = document()?.active_element()?;
    Some(focused).filter(|at| at.tag_name() != "BODY")
}

/// Brings an element into view, in a short motion unless the reader wants none.
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

/// Scrolls from one height to another in a short motion.
fn glide(from: f64, to: f64) {
    if from != to
        && let Some(window) = window()
    {
        window.scroll_to_with_x_and_y(0.0, from);
        call_move(&to.into());
    }
}

/// Says that the page moves or changes by itself, so that the second press of a double press must
/// not reach what is there now.
pub(crate) fn mark_page_moved() {
    call_move(&JsValue::UNDEFINED);
}

/// Calls `press.js`, with the height to glide to if there is one.
fn call_move(to: &JsValue) {
    let moves = root().and_then(|root| Reflect::get(&root, &"assayMove".into()).ok());
    if let Some(moves) = moves.and_then(|moves| moves.dyn_into::<Function>().ok()) {
        let _ = moves.call1(&JsValue::NULL, to);
    }
}

pub(crate) fn scroll_to_top() {
    scroll_to(0.0);
}

pub(crate) fn scroll_position() -> f64 {
    window().and_then(|w| w.scroll_y().ok()).unwrap_or(0.0)
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

/// Brings a part of the frame into view: its top, its bottom, whether its top goes to the top.
type ParentScroll = fn(f64, f64, bool);

thread_local! {
    static AROUND: Cell<Option<ParentScroll>> = const { Cell::new(None) };
}

/// From now on the page around the app is asked to scroll, too.
pub(crate) fn set_parent_scroll(around: ParentScroll) {
    AROUND.set(Some(around));
}

pub(crate) fn prefers_reduced_motion() -> bool {
    media("(prefers-reduced-motion: reduce)")
}

/// Whether dark paper is shown: as the theme says, else as the system does.
pub(crate) fn is_dark() -> bool {
    let theme = root().and_then(|root| root.get_attribute("data-theme"));
    match theme.as_deref() {
        Some(theme) => theme == "dark",
        None => media("(prefers-color-scheme: dark)"),
    }
}

fn media(query: &str) -> bool {
    window()
        .and_then(|w| w.match_media(query).ok().flatten())
        .is_some_and(|m| m.matches())
}

/// The computed value of a custom property of the document, such as `--ink`.
pub(crate) fn computed_style(element: &Element, name: &str) -> String {
    window()
        .and_then(|w| w.get_computed_style(element).ok().flatten())
        .and_then(|style| style.get_property_value(name).ok())
        .map(|value| value.trim().to_owned())
        .unwrap_or_default()
}

pub(crate) fn print_page() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}
