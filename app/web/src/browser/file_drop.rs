//! Files dropped anywhere on the page.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::on_cleanup;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, File};

use super::dom;

/// Calls back with the files of every drop, until the current reactive owner is disposed. Without a
/// listener the browser leaves the page for a dropped file.
pub(crate) fn on_file_drop(hear: impl Fn(Vec<File>) + 'static) {
    let Some(window) = dom::window() else { return };
    let listen = |name: &'static str, hear: Box<dyn Fn(&DragEvent)>| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&window, name, options, move |event| {
            if let Some(event) = event.dyn_ref::<DragEvent>().filter(|it| has_files(it)) {
                event.prevent_default();
                hear(event);
            }
        })
    };
    let over = listen("dragover", Box::new(|_| ()));
    let dropped = listen("drop", Box::new(move |event| hear(files(event))));
    let listeners = SendWrapper::new((over, dropped));
    on_cleanup(move || drop(listeners.take()));
}

fn has_files(event: &DragEvent) -> bool {
    let kinds = event.data_transfer().map(|data| data.types());
    kinds.is_some_and(|kinds| kinds.includes(&"Files".into(), 0))
}

fn files(event: &DragEvent) -> Vec<File> {
    let list = event.data_transfer().and_then(|data| data.files());
    super::files::collect_files(list)
}
