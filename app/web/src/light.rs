//! The light program: what is needed to begin and to answer the standard questionnaire.

use std::cell::{Cell, RefCell};

use assay_core::{Model, Texts};
use assay_locale::{Language, Words};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::browser::{dom, net};
use crate::handover;
use crate::pages::{profile, review, section, unfinished};
use crate::parts::{header, saved};
use crate::program::{Page, Program};
use crate::route::Route;
use crate::state::{App, Library, LoadError, Speech, Wording, was_begun_before};
use crate::view::{AnyView, IntoView, Node};

/// What the light program is made of.
pub(crate) static LIGHT: Program = Program {
    waits: false,
    ending: ".light.json",
    words: |json, _, _| Words::parse_light(json),
    site: None,
    library: |_| Box::pin(load()),
    wording: |library, language| Box::pin(wording(library, language)),
    page,
    title,
    shows,
    take: |_| None,
    refuse: |_, error| ask_the_whole(error),
    bar: |_, speech, route, switch| {
        header::header(&speech.words, speech.language, route, switch).into_any()
    },
    around: None,
    saved: saved::plain,
    begun: None,
};

/// The standard questionnaire, as far as it asks.
async fn load() -> Result<Library, LoadError> {
    let text = net::text("models/standard.light.json").await;
    let model = Model::outline(&text.map_err(LoadError::Net)?).map_err(LoadError::Model)?;
    EARLIER.set(was_begun_before(&model).await);
    Ok(Library::standard(model, Vec::new()))
}

async fn wording(library: &Library, language: Language) -> Result<Wording, LoadError> {
    let name = format!("models/standard.{}.light.json", language.tag());
    let text = net::text(&name).await.map_err(LoadError::Net)?;
    Ok(Wording::plain(Texts::outline(&library.model, &text)))
}

thread_local! {
    /// Whether something was begun with another version, which the whole program's start page names.
    static EARLIER: Cell<bool> = const { Cell::new(false) };
    /// The first screen, which holds the start page in every language.
    static FIRST: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Remembers the first screen before the app takes its place.
pub(crate) fn remember_first_screen() {
    FIRST.replace(dom::by_id("first-screen"));
}

/// The whole program knows all the words for what is wrong with a questionnaire.
fn ask_the_whole(error: LoadError) {
    wasm_bindgen_futures::spawn_local(async move {
        if handover::want().await.is_err()
            && let Some(first) = dom::by_id::<HtmlElement>("first-screen")
        {
            first.set_text_content(Some(&error.to_string()));
        }
    });
}

fn shows(app: &App, route: &Route) -> bool {
    match route {
        Route::Start => !EARLIER.get(),
        Route::Profile(_) | Route::Review => true,
        Route::Section { id, .. } => app.library.model.find_section(id).is_some(),
        _ => false,
    }
}

fn page(app: &App, route: &Route, speech: &Speech) -> Option<Page> {
    match route {
        Route::Start => Some(Page::new("start", start_page(app, speech))),
        _ => questionnaire_page(app, route),
    }
}

fn title(app: &App, route: &Route, speech: &Speech) -> String {
    questionnaire_title(app, route, speech).unwrap_or_default()
}

/// The start page as it stands in the first screen, with the way back to what was begun.
fn start_page(app: &App, speech: &Speech) -> AnyView {
    let tag = speech.language.tag();
    let found = FIRST.with_borrow(|first| {
        let selector = format!("[data-language='{tag}'] main");
        first.as_ref()?.query_selector(&selector).ok()?
    });
    let Some(main) = found.and_then(|main| main.clone_node_with_deep(true).ok()) else {
        return Node::Many(Vec::new());
    };
    if let Some(main) = main.dyn_ref::<Element>() {
        fill_unfinished(app, speech, main);
    }
    let children = std::iter::successors(main.first_child(), web_sys::Node::next_sibling);
    Node::Many(children.map(Node::Made).collect())
}

fn fill_unfinished(app: &App, speech: &Speech, main: &Element) {
    let link = main.query_selector("[data-action=continue]").ok().flatten();
    let Some((link, left)) = link.zip(unfinished::unfinished(app, &speech.words)) else {
        return;
    };
    let _ = link.set_attribute("href", &left.address);
    link.set_text_content(Some(&left.sentence));
    if let Some(line) = link
        .parent_element()
        .and_then(|line| line.dyn_into::<HtmlElement>().ok())
    {
        line.set_hidden(false);
    }
}

/// The pages that both programs make alike: profile, sections, review.
pub(crate) fn questionnaire_page(app: &App, route: &Route) -> Option<Page> {
    match route {
        Route::Profile(_) => Some(Page::new("profile", profile::profile_page(app).into_any())),
        Route::Section { id, question } => {
            let at = app.library.model.find_section(id)?;
            Some(Page {
                content: section::section_page(app, at, question.clone()).into_any(),
                kind: "section",
                section: Some(id.clone()),
            })
        }
        Route::Review => Some(Page::new("review", review::review_page(app).into_any())),
        _ => None,
    }
}

/// The titles of the pages that both programs show.
pub(crate) fn questionnaire_title(app: &App, route: &Route, speech: &Speech) -> Option<String> {
    let words = &speech.words;
    let page = match route {
        Route::Start => return Some(format!("{} · {}", words.app_name(), words.start_title())),
        Route::Profile(_) => words.profile_title().to_owned(),
        Route::Section { id, .. } => {
            let at = app.library.model.find_section(id)?;
            speech.texts.section(at).title.clone()
        }
        Route::Review => words.review_title().to_owned(),
        _ => return None,
    };
    Some(words.app_title_with_page(&page))
}
