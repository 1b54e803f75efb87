//! The light program: what is needed to begin and to answer the standard questionnaire.

use std::cell::{Cell, RefCell};

use assay_core::{Model, Texts};
use assay_locale::{Language, Messages};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::browser::{dom, net};
use crate::handover;
use crate::pages::start::unfinished;
use crate::pages::{profile, review, section};
use crate::parts::{header, saved_file};
use crate::route::Route;
use crate::state::{App, LoadError, LocaleBundle, Questionnaire, Wording, has_earlier_version};
use crate::variant::{AppVariant, PageView};
use crate::view::{AnyView, IntoView, Node};

/// What the light program is made of.
pub(crate) static STARTER: AppVariant = AppVariant {
    deferred: false,
    data_suffix: ".light.json",
    parse_messages: |json, _, _| Messages::parse_starter(json),
    load_site: None,
    load_questionnaire: |_| Box::pin(load()),
    load_wording: |library, language| Box::pin(wording(library, language)),
    page_view: page,
    page_title: title,
    can_show: shows,
    adopt_state: |_| None,
    show_load_error: |_, error| ask_the_whole(error),
    header: |_, speech, route, switch| {
        header::header(&speech.messages, speech.language, route, switch).into_any()
    },
    surroundings: None,
    saved_file_view: saved_file::plain_saved_file,
    on_start: None,
};

/// The standard questionnaire, as far as it asks.
async fn load() -> Result<Questionnaire, LoadError> {
    let text = net::fetch_text("models/standard.light.json").await;
    let model = Model::parse_outline(&text.map_err(LoadError::Network)?)
        .map_err(LoadError::InvalidModel)?;
    EARLIER.set(has_earlier_version(&model).await);
    Ok(Questionnaire::from_standard(model, Vec::new()))
}

async fn wording(library: &Questionnaire, language: Language) -> Result<Wording, LoadError> {
    let name = format!("models/standard.{}.light.json", language.tag());
    let text = net::fetch_text(&name).await.map_err(LoadError::Network)?;
    Ok(Wording::without_remarks(Texts::parse_outline(
        &library.model,
        &text,
    )))
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
        if handover::request_full_app().await.is_err()
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
        Route::Section { id, .. } => app.questionnaire.model.find_section(id).is_some(),
        _ => false,
    }
}

fn page(app: &App, route: &Route, speech: &LocaleBundle) -> Option<PageView> {
    match route {
        Route::Start => Some(PageView::new("start", start_page(app, speech))),
        _ => questionnaire_page(app, route),
    }
}

fn title(app: &App, route: &Route, speech: &LocaleBundle) -> String {
    questionnaire_title(app, route, speech).unwrap_or_default()
}

/// The start page as it stands in the first screen, with the way back to what was begun.
fn start_page(app: &App, speech: &LocaleBundle) -> AnyView {
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

fn fill_unfinished(app: &App, speech: &LocaleBundle, main: &Element) {
    let link = main.query_selector("[data-action=continue]").ok().flatten();
    let Some((link, left)) = link.zip(unfinished::unfinished(app, &speech.messages)) else {
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
pub(crate) fn questionnaire_page(app: &App, route: &Route) -> Option<PageView> {
    match route {
        Route::Profile(_) => Some(PageView::new(
            "profile",
            profile::profile_page(app).into_any(),
        )),
        Route::Section { id, question } => {
            let at = app.questionnaire.model.find_section(id)?;
            Some(PageView {
                content: section::section_page(app, at, question.clone()).into_any(),
                kind: "section",
                section: Some(id.clone()),
            })
        }
        Route::Review => Some(PageView::new("review", review::review_page(app).into_any())),
        _ => None,
    }
}

/// The titles of the pages that both programs show.
pub(crate) fn questionnaire_title(
    app: &App,
    route: &Route,
    speech: &LocaleBundle,
) -> Option<String> {
    let words = &speech.messages;
    let page = match route {
        Route::Start => return Some(format!("{} · {}", words.app_name(), words.start_title())),
        Route::Profile(_) => words.profile_title().to_owned(),
        Route::Section { id, .. } => {
            let at = app.questionnaire.model.find_section(id)?;
            speech.texts.section(at).title.clone()
        }
        Route::Review => words.review_title().to_owned(),
        _ => return None,
    };
    Some(words.app_title_with_page(&page))
}
