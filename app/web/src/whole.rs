//! The whole program: every page of every questionnaire.

use assay_core::examples;
use assay_locale::Words;

use crate::light::{questionnaire_page, questionnaire_title};
use crate::pages::{about, ask, fault, results, shared, start, unfinished, workspace};
use crate::program::{Page, Program};
use crate::route::Route;
use crate::state::{App, Speech};
use crate::view::{AnyView, IntoView};

/// What the whole program is made of.
pub(crate) static WHOLE: Program = Program {
    texts: |language| format!("texts/{language}.json"),
    words: Words::parse,
    examples: Some(|model, text| examples::parse(model, text).unwrap_or_default()),
    page: |app, route, speech| Some(page(app, route, speech)),
    title,
    shows: |_, _| true,
};

fn page(app: &App, route: &Route, speech: &Speech) -> Page {
    if let Some(page) = questionnaire_page(app, route) {
        return page;
    }
    let not_found = || Page::new("error", fault::not_found_page(app).into_any());
    match route {
        Route::Start => Page::new("start", start_page(app, speech)),
        Route::Ask => Page::new("ask", ask::ask_page(app).into_any()),
        Route::Results => Page::new("results", results::results_page(app).into_any()),
        Route::Shared(payload) => Page::new("shared", shared::shared_page(app, payload)),
        Route::Example(id) => {
            shared::example_page(app, id).map_or_else(not_found, |view| Page::new("shared", view))
        }
        Route::Workspace => Page::new("workspace", workspace::workspace_page(app).into_any()),
        Route::About => Page::new("about", about::about_page(app).into_any()),
        Route::Profile(_) | Route::Section { .. } | Route::Review | Route::Unknown => not_found(),
    }
}

fn start_page(app: &App, speech: &Speech) -> AnyView {
    let page = start::StartPage {
        model: app.library.model.clone(),
        texts: speech.texts.clone(),
        words: speech.words.clone(),
        language: speech.language,
        examples: app.library.examples.clone(),
    };
    start::start_page(&page, unfinished::unfinished(app, &speech.words)).into_any()
}

fn title(app: &App, route: &Route, speech: &Speech) -> String {
    if let Some(title) = questionnaire_title(app, route, speech) {
        return title;
    }
    let words = &speech.words;
    let page = match route {
        Route::Ask => words.ask_title(),
        Route::Results => words.results_title(),
        Route::Shared(_) => words.shared_title(),
        Route::Example(id) => {
            let mut examples = app.library.examples.iter();
            match examples.find(|example| example.id == *id) {
                Some(example) => example.name(speech.language.tag()),
                None => words.error_not_found(),
            }
        }
        Route::Workspace => words.workspace_title(),
        Route::About => words.about_title(),
        Route::Start
        | Route::Profile(_)
        | Route::Section { .. }
        | Route::Review
        | Route::Unknown => words.error_not_found(),
    };
    words.app_title_with_page(page)
}
