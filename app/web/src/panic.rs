//! The failure page, which shows after a panic: a message, and the answers as a file.
//!
//! After a panic none of the app's code runs again, so that the page consists of plain links.

use std::sync::Arc;

use assay_locale::Messages;
use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, ErrorEvent};

use crate::browser::dom::{self, set_attribute};
use crate::browser::{console, files, teardown};
use crate::state::rescue_file;

/// Has a panic or an exception in the app's code show the failure page.
pub(crate) fn install_failure_page(messages: Arc<Messages>) {
    let event_messages = messages.clone();
    std::panic::set_hook(Box::new(move |info| {
        show(&messages, &info.to_string());
    }));
    // An exception in a browser's function does not reach the panic hook.
    if let Some(window) = dom::window() {
        teardown::keep_alive(EventListener::new(&window, "error", move |event| {
            if let Some(event) = event.dyn_ref::<ErrorEvent>().filter(|event| is_ours(event)) {
                show(&event_messages, &event.message());
            }
        }));
    }
}

/// Whether the error is in the app's own code: not in an extension's, and not the harmless notice of a
/// `ResizeObserver`.
fn is_ours(event: &ErrorEvent) -> bool {
    let file = event.filename();
    let own = file.contains("/assay-") || file.starts_with("wasm:") || file.contains(".wasm");
    own && !event.message().starts_with("ResizeObserver")
}

/// Replaces the page by the failure page.
fn show(messages: &Messages, why: &str) {
    let replaced = replace_page(messages, why);
    if console::log_error("show the failure page", replaced).is_none() {
        console::log_failure::<()>("continue", Err(why));
    }
}

fn replace_page(messages: &Messages, why: &str) -> Result<(), JsValue> {
    let document = dom::document().ok_or(JsValue::NULL)?;
    let main = document.create_element("main")?;
    set_attribute(&main, "data-page", "error");
    main.set_class_name("stack narrow");
    add(&document, &main, "h1", messages.error_title())?;
    let text = add(&document, &main, "p", messages.error_panic())?;
    set_attribute(&text, "role", "alert");
    if let Some(file) = rescue_file() {
        // A page without the file is better than none.
        let offered = offer(&document, &main, messages, &file);
        console::log_error("offer the answers as a file", offered);
    }
    let again = add(&document, &main, "a", messages.error_reload())?;
    set_attribute(&again, "href", "");
    again.set_class_name("button quiet");
    add(&document, &main, "p", &messages.error_panic_detail(why))?.set_class_name("small");
    let body = document.body().ok_or(JsValue::NULL)?;
    body.set_text_content(None);
    body.append_child(&main).map(drop)
}

/// Adds the answers as a file, and as a text for browsers that save no files.
fn offer(
    document: &Document,
    main: &Element,
    messages: &Messages,
    file: &str,
) -> Result<(), JsValue> {
    const NAME: &str = "assay.json";
    if let Some(address) = files::text_url(file, "application/json") {
        let link = add(document, main, "a", messages.storage_save())?;
        set_attribute(&link, "href", &address);
        set_attribute(&link, "download", NAME);
        link.set_class_name("button");
    }
    let text = add(document, main, "textarea", file)?;
    set_attribute(&text, "readonly", "");
    set_attribute(&text, "aria-label", &messages.storage_saved_label(NAME));
    Ok(())
}

fn add(document: &Document, parent: &Element, tag: &str, text: &str) -> Result<Element, JsValue> {
    let element = document.create_element(tag)?;
    element.set_text_content(Some(text));
    parent.append_child(&element)?;
    Ok(element)
}
