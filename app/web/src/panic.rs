//! The failure page, which shows after a panic: a message, and the answers as a file.
//!
//! After a panic none of the app's code runs again, so that the page consists of plain links.

use std::sync::Arc;

use assay_locale::Messages;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, ErrorEvent};

use crate::browser::{console, dom, files, teardown};
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
    if replace_page(messages, why).is_none() {
        console::log_error::<()>("show the failure page", Err(why.into()));
    }
}

/// `None` where the browser refuses.
fn replace_page(messages: &Messages, why: &str) -> Option<()> {
    let document = dom::document()?;
    let main = document.create_element("main").ok()?;
    main.set_attribute("data-page", "error").ok()?;
    main.set_class_name("stack narrow");
    add(&document, &main, "h1", messages.error_title())?;
    add(&document, &main, "p", messages.error_panic())?
        .set_attribute("role", "alert")
        .ok()?;
    if let Some(file) = rescue_file() {
        // A page without the file is better than none.
        if offer(&document, &main, messages, &file).is_none() {
            console::log_error::<()>("offer the answers as a file", Err(why.into()));
        }
    }
    let again = add(&document, &main, "a", messages.error_reload())?;
    again.set_attribute("href", "").ok()?;
    again.set_class_name("button quiet");
    add(&document, &main, "p", &messages.error_panic_detail(why))?.set_class_name("small");
    let body = document.body()?;
    body.set_text_content(None);
    body.append_child(&main).ok()?;
    Some(())
}

/// Adds the answers as a file, and as a text for browsers that save no files.
fn offer(document: &Document, main: &Element, messages: &Messages, file: &str) -> Option<()> {
    const NAME: &str = "assay.json";
    let link = add(document, main, "a", messages.storage_save())?;
    let address = files::text_url(file, "application/json")?;
    link.set_attribute("href", &address).ok()?;
    link.set_attribute("download", NAME).ok()?;
    link.set_class_name("button");
    let text = add(document, main, "textarea", file)?;
    text.set_attribute("readonly", "").ok()?;
    text.set_attribute("aria-label", &messages.storage_saved_label(NAME))
        .ok()
}

fn add(document: &Document, parent: &Element, tag: &str, text: &str) -> Option<Element> {
    let element = document.create_element(tag).ok()?;
    element.set_text_content(Some(text));
    parent.append_child(&element).ok()?;
    Some(element)
}
