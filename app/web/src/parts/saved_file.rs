//! A saved file and alternative ways to get it. Browsers inside other apps drop downloads silently,
//! and this cannot be detected.

use crate::view::{AnyView, Handle, IntoView, view};
use leptos::prelude::*;
use web_sys::HtmlTextAreaElement;

use crate::browser::files::{FileContent, SavedFile};
use crate::browser::web_share::{self, ShareOutcome};
use crate::browser::{dom, files};
use crate::parts::copy_field::copy_field;
use crate::state::App;

/// Renders the text for copying by hand. Sufficient for the starter app, which saves texts only.
pub(crate) fn plain_saved_file(app: &App, file: &SavedFile) -> AnyView {
    match &file.content {
        FileContent::Text(text) => {
            banner(app, file, text_area(app, file, text, &Handle::new()), ())
        }
        FileContent::Picture(_) | FileContent::Document(_) => view! { <p></p> },
    }
}

/// Renders the text, the picture or a link to the document, with buttons that copy or share it.
pub(crate) fn full_saved_file(app: &App, file: &SavedFile) -> AnyView {
    let status = RwSignal::new(String::new());
    let shared = share_button(app, file, status);
    let status_line = view! { <span class="small" role="status">{move || status.get()}</span> };
    match &file.content {
        FileContent::Text(text) => {
            let handle = Handle::new();
            let ways = view! { {copy_button(app, &handle, status)}{shared}{status_line} };
            banner(app, file, text_area(app, file, text, &handle), ways)
        }
        FileContent::Picture(picture) => {
            let label = app.messages().saved_picture_label(&file.name);
            let address = files::blob_url(picture);
            let shown =
                view! { <img class="saved-picture" src=address alt=label data-saved-picture/> };
            banner(app, file, shown, view! { {shared}{status_line} })
        }
        FileContent::Document(document) => {
            let (label, name) = (app.messages().saved_again().to_owned(), file.name.clone());
            let address = files::blob_url(document);
            let link = view! { <a class="button quiet" href=address download=name data-action="save-again">{label}</a> };
            banner(app, file, link, view! { {shared}{status_line} })
        }
    }
}

/// Renders the file that was saved last in an open dialog, instead of on the page, which is inert.
pub(crate) fn saved_file_in_dialog(app: &App) -> impl IntoView + use<> {
    let app = app.clone();
    app.dialog_shows_saved_file.set(true);
    let closed = app.dialog_shows_saved_file.clone();
    on_cleanup(move || closed.set(false));
    move || {
        let file = app.saved_file.get();
        file.map(|file| full_saved_file(&app, &file))
    }
}

fn banner(app: &App, file: &SavedFile, content: impl IntoView, ways: impl IntoView) -> AnyView {
    let messages = app.messages();
    let sentence = match (file.accepted, &file.content) {
        (false, _) => messages.storage_saved_failed(&file.name),
        (true, FileContent::Text(_)) => messages.storage_saved(&file.name),
        (true, FileContent::Picture(_)) => messages.saved_picture(&file.name),
        (true, FileContent::Document(_)) => messages.saved_document(&file.name),
    };
    let app = app.clone();
    let dismiss = move |_| {
        app.saved_file.set(None);
        dom::restore_lost_focus("main h1");
    };
    view! {
        <section class="notice saved" role="status" data-saved=file.name.clone()>
            <p>{sentence}</p>
            {content}
            {ways}
            <button type="button" class="plain" data-action="dismiss-saved" on:click=dismiss>{messages.notice_dismiss().to_owned()}</button>
        </section>
    }
}

fn text_area(app: &App, file: &SavedFile, text: &str, handle: &Handle) -> impl IntoView + use<> {
    let label = app.messages().storage_saved_label(&file.name);
    let marked = handle.clone();
    view! {
        <textarea readonly rows="3" spellcheck="false" data-saved-text aria-label=label node_ref=handle
            prop:value=text.to_owned() on:focus=move |_| select_text(&marked)></textarea>
    }
}

fn select_text(handle: &Handle) {
    if let Some(field) = handle.get::<HtmlTextAreaElement>() {
        field.select();
    }
}

fn copy_button(app: &App, handle: &Handle, status_line: RwSignal<String>) -> impl IntoView + use<> {
    let messages = app.messages();
    let label = messages.saved_copy().to_owned();
    let handle = handle.clone();
    let copy = move |_| {
        let Some(field) = handle.get::<HtmlTextAreaElement>() else {
            return;
        };
        let messages = messages.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let text = match copy_field(&field).await {
                true => messages.share_text_copied(),
                false => messages.share_text_copy_failed(),
            };
            status_line.set(text.to_owned());
        });
    };
    view! { <button type="button" class="button quiet" data-action="copy-saved" on:click=copy>{label}</button> }
}

/// Renders the button of the system's share sheet; `None` if it does not accept the file or its
/// text.
fn share_button(
    app: &App,
    file: &SavedFile,
    status_line: RwSignal<String>,
) -> Option<impl IntoView + use<>> {
    let data = web_share::file_data(file)?;
    let messages = app.messages();
    let label = messages.share_sheet().to_owned();
    let share = move |_| {
        let (data, messages) = (data.clone(), messages.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let text = match web_share::share(&data).await {
                ShareOutcome::Shared => messages.saved_shared(),
                ShareOutcome::Cancelled => messages.share_sheet_cancelled(),
                ShareOutcome::Failed => messages.saved_share_failed(),
            };
            status_line.set(text.to_owned());
        });
    };
    Some(
        view! { <button type="button" class="button quiet" data-action="share-saved" on:click=share>{label}</button> },
    )
}
