//! The starter: what is needed to begin and to answer the standard questionnaire.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use assay_core::{Model, Problems, Texts};
use assay_locale::{Language, Messages, MessagesError};
use leptos::prelude::Callback;
use web_sys::{Element, HtmlElement};

use super::app_variant::{AppVariant, LoadedData, PageView};
use super::handover::HandoverState;
use super::page_title::starter_title;
use super::questionnaire_pages::questionnaire_page;
use crate::browser::files::SavedFile;
use crate::browser::net::NetError;
use crate::browser::{LocalFuture, boot_registry, console, dom, net};
use crate::pages::start::unfinished;
use crate::parts::{header, progress, saved_file};
use crate::route::Route;
use crate::state::{
    App, DataLoader, LoadError, LocaleBundle, Questionnaire, Site, Wording, has_earlier_version,
};
use crate::view::{AnyView, IntoView, Node};

/// The starter.
pub(crate) struct StarterApp;

thread_local! {
    /// Whether another version of the questionnaire was begun, which the full app's start page
    /// offers to adopt.
    static HAS_EARLIER_VERSION: Cell<bool> = const { Cell::new(false) };
    /// The prerendered first screen, which holds the start page in the languages that were shown.
    static FIRST_SCREEN: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Remembers the first screen before the app replaces it.
pub(crate) fn remember_first_screen() {
    FIRST_SCREEN.replace(dom::by_id("first-screen"));
}

impl DataLoader for StarterApp {
    fn data_suffix(&self) -> &'static str {
        ".starter.json"
    }

    fn parse_messages(&self, json: &str, _: &Site, _: Language) -> Result<Messages, MessagesError> {
        Messages::parse_starter(json)
    }

    fn load_wording<'a>(
        &self,
        questionnaire: &'a Questionnaire,
        language: Language,
    ) -> LocalFuture<'a, Result<Wording, LoadError>> {
        Box::pin(async move {
            let name = format!("models/standard.{}.starter.json", language.tag());
            let text = net::fetch_text(&name).await.map_err(LoadError::Network)?;
            let texts = Texts::parse_outline(&questionnaire.model, &text);
            add_first_screen(language)
                .await
                .map_err(LoadError::Network)?;
            Ok(Wording::without_remarks(texts))
        })
    }
}

impl AppVariant for StarterApp {
    fn wait_until_requested<'a>(
        &self,
        _: &'static Site,
        _: Option<&'a LoadedData>,
    ) -> Option<LocalFuture<'a, ()>> {
        None
    }

    /// A site with settings starts with the full app.
    fn load_site(&self) -> LocalFuture<'static, Site> {
        Box::pin(async { Site::default() })
    }

    fn load_questionnaire<'a>(
        &self,
        _: &'a Site,
    ) -> LocalFuture<'a, Result<Questionnaire, LoadError>> {
        Box::pin(async {
            let text = net::fetch_text("models/standard.starter.json").await;
            let model = Model::parse_outline(&text.map_err(LoadError::Network)?)
                .ok_or(LoadError::InvalidModel(Problems(Vec::new())))?;
            HAS_EARLIER_VERSION.set(has_earlier_version(&model).await);
            Ok(Questionnaire::from_standard(
                model,
                Vec::new(),
                String::new(),
            ))
        })
    }

    fn adopt_state(&self, _: &Arc<Model>) -> Option<HandoverState> {
        None
    }

    /// Leaves it to the full app, which has the messages for everything that can be wrong with a
    /// questionnaire.
    fn show_load_error(&self, _: Option<Messages>, error: LoadError) {
        wasm_bindgen_futures::spawn_local(async move {
            if boot_registry::request_full_app().await.is_err()
                && let Some(first) = dom::by_id::<HtmlElement>("first-screen")
            {
                first.set_text_content(Some(&error.to_string()));
            }
        });
    }

    fn read_route(&self, hash: &str, _: &str) -> Option<Route> {
        Route::parse_starter(hash)
    }

    fn can_show(&self, app: &App, route: &Route) -> bool {
        match route {
            Route::Start => !HAS_EARLIER_VERSION.get(),
            // The full app shows the evidence for answers.
            Route::Section { .. } | Route::Review if app.current_session().has_evidence() => false,
            Route::Profile(_) | Route::Review => true,
            Route::Section { id, .. } => app.questionnaire.model.find_section(id).is_some(),
            _ => false,
        }
    }

    fn page_view(&self, app: &App, route: &Route, locale: &LocaleBundle) -> Option<PageView> {
        match route {
            Route::Start => Some(PageView::new("start", start_page(app, locale))),
            _ => questionnaire_page(app, route, progress::side_by_side),
        }
    }

    fn page_title(&self, app: &App, route: &Route, locale: &LocaleBundle) -> String {
        starter_title(app, route, locale).unwrap_or_default()
    }

    fn header(
        &self,
        app: &App,
        locale: &LocaleBundle,
        switch_language: Callback<Language>,
    ) -> AnyView {
        header::header(
            &locale.messages,
            locale.language,
            &app.route,
            switch_language,
        )
        .into_any()
    }

    fn surroundings(&self, _: &App) -> Option<(AnyView, AnyView)> {
        None
    }

    fn saved_file_view(&self, app: &App, file: &SavedFile) -> AnyView {
        saved_file::plain_saved_file(app, file)
    }

    fn undo_or_redo(&self, _: &App, _: &str, _: bool) -> bool {
        false
    }

    fn on_start(&self, _: &App) {}
}

/// Adds the first screen in a language of which the page has none.
async fn add_first_screen(language: Language) -> Result<(), NetError> {
    if language.is_in_page() || first_screen(language).is_some() {
        return Ok(());
    }
    let html = net::fetch_text(&format!("first-screen/{}.html", language.tag())).await?;
    FIRST_SCREEN.with_borrow(|first| {
        if let Some(first) = first {
            console::log_error(
                "add the first screen",
                first.insert_adjacent_html("beforeend", &html),
            );
        }
    });
    Ok(())
}

/// The start page in a language.
fn first_screen(language: Language) -> Option<Element> {
    let selector = format!("[data-language='{}'] main", language.tag());
    FIRST_SCREEN.with_borrow(|first| dom::query_within(first.as_ref()?, &selector))
}

/// The start page of the first screen, with a link to the unfinished assessment.
fn start_page(app: &App, locale: &LocaleBundle) -> AnyView {
    let main = first_screen(locale.language);
    let Some(main) = main.and_then(|main| dom::clone::<Element>(&main)) else {
        return Node::Many(Vec::new());
    };
    fill_unfinished(app, locale, &main);
    let children = std::iter::successors(main.first_child(), web_sys::Node::next_sibling);
    Node::Many(children.map(Node::Existing).collect())
}

/// Shows the link to what was begun, which the first screen holds hidden and empty.
fn fill_unfinished(app: &App, locale: &LocaleBundle, main: &Element) {
    let link = dom::query_within::<Element>(main, "[data-action=continue]");
    let Some((link, unfinished)) = link.zip(unfinished::unfinished(app, &locale.messages)) else {
        return;
    };
    dom::set_attribute(&link, "href", &unfinished.address);
    link.set_text_content(Some(&unfinished.sentence));
    let line = link.parent_element();
    if let Some(line) = line.and_then(dom::cast::<HtmlElement>) {
        line.set_hidden(false);
    }
}
