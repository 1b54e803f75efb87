//! Elements of the document: found, created, and cast to their types.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, NodeList, Window};

use super::infallible::infallible;

pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

pub(crate) fn document() -> Option<Document> {
    window()?.document()
}

pub(crate) fn root() -> Option<Element> {
    document()?.document_element()
}

/// The value as a `T`; `None` where it is of another type.
pub(crate) fn cast<T: JsCast>(value: impl JsCast) -> Option<T> {
    value.dyn_into().ok()
}

/// The target of an event; `None` where it is of another type.
pub(crate) fn event_target<T: JsCast>(event: &Event) -> Option<T> {
    cast(event.target()?)
}

pub(crate) fn by_id<T: JsCast>(id: &str) -> Option<T> {
    cast(document()?.get_element_by_id(id)?)
}

/// The first element of the document that matches the selector.
pub(crate) fn query<T: JsCast>(selector: &str) -> Option<T> {
    cast(infallible(document()?.query_selector(selector))??)
}

/// The elements of the document that match the selector.
pub(crate) fn query_all<T: JsCast>(selector: &str) -> Vec<T> {
    let list = document().and_then(|document| infallible(document.query_selector_all(selector)));
    collect(list)
}

/// The first element inside of another one that matches the selector.
pub(crate) fn query_within<T: JsCast>(parent: &Element, selector: &str) -> Option<T> {
    cast(infallible(parent.query_selector(selector))??)
}

/// The elements inside of another one that match the selector.
pub(crate) fn query_all_within<T: JsCast>(parent: &Element, selector: &str) -> Vec<T> {
    collect(infallible(parent.query_selector_all(selector)))
}

fn collect<T: JsCast>(list: Option<NodeList>) -> Vec<T> {
    let mut found = Vec::new();
    if let Some(list) = list {
        for at in 0..list.length() {
            found.extend(list.get(at).and_then(cast::<T>));
        }
    }
    found
}

/// The nearest element at or above another one that matches the selector.
pub(crate) fn ancestor<T: JsCast>(element: &Element, selector: &str) -> Option<T> {
    cast(infallible(element.closest(selector))??)
}

/// The nearest element at or above an event's target that matches the selector.
pub(crate) fn closest<T: JsCast>(event: &Event, selector: &str) -> Option<T> {
    ancestor(&event_target(event)?, selector)
}

/// Inserts an element after another one, which is in the document.
pub(crate) fn insert_after(before: &Element, element: &Element) {
    infallible(before.insert_adjacent_element("afterend", element));
}

/// Creates an element outside of the document.
pub(crate) fn create<T: JsCast>(tag: &'static str) -> Option<T> {
    cast(infallible(document()?.create_element(tag))?)
}

/// A copy of an element with all that is in it.
pub(crate) fn clone<T: JsCast>(element: &Element) -> Option<T> {
    cast(infallible(element.clone_node_with_deep(true))?)
}

/// Sets an attribute. Cannot fail, because `name` is valid.
pub(crate) fn set_attribute(element: &Element, name: &'static str, value: &str) {
    infallible(element.set_attribute(name, value));
}

/// Removes an attribute. Cannot fail, because `name` is valid.
pub(crate) fn remove_attribute(element: &Element, name: &'static str) {
    infallible(element.remove_attribute(name));
}
