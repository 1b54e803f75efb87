//! A section on which files can be dropped.

use leptos::prelude::*;
use web_sys::{DragEvent, File};

use crate::browser::file_drop::dropped_files;
use crate::view::{AnyView, IntoView, view};

/// Renders the section for one file: the first of those that are dropped.
pub(crate) fn drop_area(content: impl IntoView, on_file: impl Fn(File) + 'static) -> AnyView {
    drop_area_for_several(content, move |files| {
        if let Some(file) = files.into_iter().next() {
            on_file(file);
        }
    })
}

/// Renders the section. `data-over` marks it while something is dragged over it.
pub(crate) fn drop_area_for_several(
    content: impl IntoView,
    on_files: impl Fn(Vec<File>) + 'static,
) -> AnyView {
    let is_over = RwSignal::new(false);
    let drag_over = move |event: DragEvent| {
        event.prevent_default();
        is_over.set(true);
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        is_over.set(false);
        on_files(dropped_files(&event));
    };
    view! {
        <section class="drop" data-over=is_over on:dragover=drag_over on:dragleave=move |_| is_over.set(false) on:drop=drop>
            {content}
        </section>
    }
}
