//! The frame around every page, and which page it is.

use crate::view::{AnyView, IntoView, view};
use assay_locale::Words;
use leptos::prelude::*;
use web_sys::{HtmlElement, ScrollLogicalPosition};

use crate::browser::dom;
use crate::pages::{
    about, ask, fault, profile, results, review, section, shared, start, workspace,
};
use crate::parts::{dialog, header, notices};
use crate::route::Route;
use crate::state::{App, Speech};

/// The whole app. A page is made anew when the address, the language or the assessment changes;
/// answers live outside pages, so nothing is lost by that.
pub(crate) fn frame(app: &App) -> impl IntoView + use<> {
    provide_context(app.clone());
    let main = {
        let app = app.clone();
        move || page(&app, &app.route.get(), &app.speech.get())
    };
    let top = {
        let app = app.clone();
        move || top(&app, &app.speech.get(), &app.route.get())
    };
    let said = app.said.clone();
    view! {
        {top}
        {notices::storage_warning(app)}
        {notices::notice(app)}
        {main}
        {dialog::asking(app)}
        <div class="visually-hidden" aria-live="polite">{move || said.get()}</div>
    }
}

fn top(app: &App, speech: &Speech, route: &Route) -> impl IntoView + use<> {
    let other = speech.language.other();
    let app = app.clone();
    let switch = Callback::new(move |()| {
        let app = app.clone();
        wasm_bindgen_futures::spawn_local(async move { app.speak(other).await });
    });
    let skip = |event: web_sys::MouseEvent| {
        event.prevent_default();
        if let Some(main) = dom::by_id::<HtmlElement>("main") {
            dom::focus(&main);
            dom::bring_into_view(&main, ScrollLogicalPosition::Start);
        }
    };
    view! {
        <a class="skip" href="#main" on:click=skip>{speech.words.app_skip().to_owned()}</a>
        {header::header(&speech.words, speech.language, route, switch)}
    }
}

/// The page of an address, in its `main` with the hooks that scripts read.
fn page(app: &App, route: &Route, speech: &Speech) -> AnyView {
    let session = app.session.get();
    let model = session.model();
    let (content, kind, at) = match route {
        Route::Start => (start_page(app, speech), "start", None),
        Route::Profile(_) => (profile::profile_page(app).into_any(), "profile", None),
        Route::Section { id, question } => match model.find_section(id) {
            Some(at) => (
                section::section_page(app, at, question.clone()).into_any(),
                "section",
                Some(id.clone()),
            ),
            None => (fault::not_found_page(app).into_any(), "error", None),
        },
        Route::Review => (review::review_page(app).into_any(), "review", None),
        Route::Ask => (ask::ask_page(app).into_any(), "ask", None),
        Route::Results => (results::results_page(app).into_any(), "results", None),
        Route::Shared(payload) => (shared::shared_page(app, payload), "shared", None),
        Route::Example(id) => match shared::example_page(app, id) {
            Some(view) => (view, "shared", None),
            None => (fault::not_found_page(app).into_any(), "error", None),
        },
        Route::Workspace => (workspace::workspace_page(app).into_any(), "workspace", None),
        Route::About => (about::about_page(app).into_any(), "about", None),
        Route::Unknown => (fault::not_found_page(app).into_any(), "error", None),
    };
    view! { <main id="main" tabindex="-1" data-page=kind data-section=at>{content}</main> }
        .into_any()
}

fn start_page(app: &App, speech: &Speech) -> AnyView {
    let page = start::StartPage {
        model: app.library.model.clone(),
        texts: speech.texts.clone(),
        words: speech.words.clone(),
        language: speech.language,
        examples: app.library.examples.clone(),
    };
    start::start_page(&page, unfinished(app, &speech.words)).into_any()
}

/// The way back to what the reader has begun.
fn unfinished(app: &App, words: &Words) -> Option<start::Unfinished> {
    let session = app.present();
    if !session.is_touched() {
        return None;
    }
    let count = session.count().get_untracked();
    let profile = session.profile().get_untracked();
    let name = match profile.name.trim() {
        "" => words.start_unnamed(),
        name => name,
    };
    let sentence =
        words.start_continue(name, &count.answered.to_string(), &count.asked.to_string());
    let address = if count.answered == count.asked {
        "#/results"
    } else {
        "#/review"
    };
    Some(start::Unfinished {
        sentence,
        address: address.to_owned(),
    })
}

/// The title of the browser's tab for a page.
pub(crate) fn title(app: &App, route: &Route, speech: &Speech) -> String {
    let words = &speech.words;
    let page = match route {
        Route::Start => return format!("{} · {}", words.app_name(), words.start_title()),
        Route::Profile(_) => words.profile_title().to_owned(),
        Route::Section { id, .. } => match app.library.model.find_section(id) {
            Some(at) => speech.texts.section(at).title.clone(),
            None => words.error_not_found().to_owned(),
        },
        Route::Review => words.review_title().to_owned(),
        Route::Ask => words.ask_title().to_owned(),
        Route::Results => words.results_title().to_owned(),
        Route::Shared(_) => words.shared_title().to_owned(),
        Route::Example(id) => {
            let example = app
                .library
                .examples
                .iter()
                .find(|example| example.id == *id);
            example.map_or_else(
                || words.error_not_found().to_owned(),
                |e| e.name(speech.language.tag()).to_owned(),
            )
        }
        Route::Workspace => words.workspace_title().to_owned(),
        Route::About => words.about_title().to_owned(),
        Route::Unknown => words.error_not_found().to_owned(),
    };
    words.app_title_with_page(&page)
}
