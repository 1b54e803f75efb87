//! The failure page, which shows after a panic: a message, and the answers as a file.
//!
//! After a panic none of the app's code runs again, so that the page consists of plain links.

use std::sync::Arc;

use assay_locale::Messages;
use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, ErrorEvent};

use crate::browser::dom::{self, set_attribute};
use crate::browser::infallible::infallible;
use crate::browser::property::property;
use crate::browser::{console, files, teardown};
use crate::state::rescue_file;

/// Has a panic or an exception in the app's code show the failure page.
pub(crate) fn install_failure_page(messages: Arc<Messages>) {
    let (of_exception, of_task) = (messages.clone(), messages.clone());
    // In a release build a panic is a trap, which calls no hook.
    if cfg!(debug_assertions) {
        std::panic::set_hook(Box::new(move |info| {
            show(&messages, &info.to_string());
        }));
    }
    let Some(window) = dom::window() else { return };
    teardown::keep_alive(EventListener::new(&window, "error", move |event| {
        if let Some(event) = event.dyn_ref::<ErrorEvent>().filter(|event| is_ours(event)) {
            let stack = stack(&event.error()).unwrap_or_else(|| event.message());
            show(&of_exception, &stack);
        }
    }));
    // What stops a task ends in the promise that runs the task.
    teardown::keep_alive(EventListener::new(
        &window,
        "unhandledrejection",
        move |event| {
            let stack = property(event, "reason").and_then(|why| stack_of_task(&why));
            if let Some(stack) = stack {
                show(&of_task, &stack);
            }
        },
    ));
}

/// The stack of an exception, which names the places in the program.
fn stack(exception: &JsValue) -> Option<String> {
    property(exception, "stack")?.as_string()
}

/// The stack of a trap, or of an error that the program threw. `None` for exceptions of browsers, which
/// have other names and after which the app still runs.
fn stack_of_task(exception: &JsValue) -> Option<String> {
    let name = property(exception, "name")?.as_string()?;
    let is_ours = name == "RuntimeError" || name == "Error";
    stack(exception).filter(|stack| is_ours && stack.contains(".wasm"))
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

/// `None` where there is no document any more.
fn replace_page(messages: &Messages, why: &str) -> Option<()> {
    let main = dom::create::<Element>("main")?;
    set_attribute(&main, "data-page", "error");
    main.set_class_name("stack narrow");
    add(&main, "h1", messages.error_title())?;
    set_attribute(&add(&main, "p", messages.error_panic())?, "role", "alert");
    // A page without the file is better than none.
    if let Some(file) = rescue_file()
        && offer(&main, messages, &file).is_none()
    {
        console::log_error::<()>("offer the answers as a file", Err(why.into()));
    }
    let again = add(&main, "a", messages.error_reload())?;
    set_attribute(&again, "href", "");
    again.set_class_name("button quiet");
    add(&main, "p", &messages.error_panic_detail(why))?.set_class_name("small");
    let body = dom::document()?.body()?;
    body.set_text_content(None);
    infallible(body.append_child(&main)).map(drop)
}

/// Adds the answers as a file, and as a text for browsers that save no files.
fn offer(main: &Element, messages: &Messages, file: &str) -> Option<()> {
    const NAME: &str = "assay.json";
    let link = add(main, "a", messages.storage_save())?;
    set_attribute(&link, "href", &files::text_url(file, "application/json")?);
    set_attribute(&link, "download", NAME);
    link.set_class_name("button");
    let text = add(main, "textarea", file)?;
    set_attribute(&text, "readonly", "");
    set_attribute(&text, "aria-label", &messages.storage_saved_label(NAME));
    Some(())
}

fn add(parent: &Element, tag: &'static str, text: &str) -> Option<Element> {
    let element = dom::create::<Element>(tag)?;
    element.set_text_content(Some(text));
    infallible(parent.append_child(&element))?;
    Some(element)
}
