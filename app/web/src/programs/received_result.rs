//! The app of received results: the result in a link of the standard questionnaire, or of a fictional
//! company. It is what somebody downloads who opens a result link for the first time; every other page
//! is the full app's.

use assay_locale::{Language, Messages, MessagesError};
use gloo::events::EventListener;

use super::app_variant::{AppVariant, PageView};
use super::page_title::received_title;
use super::takeover;
use crate::browser::files::SavedFile;
use crate::browser::{LocalFuture, boot_registry, dom, teardown};
use crate::pages::shared_result;
use crate::parts::saved_file;
use crate::route::Route;
use crate::state::{App, DataLoader, LoadError, LocaleBundle, Questionnaire, Site, Wording};
use crate::view::AnyView;

/// The app of received results.
pub(crate) struct ReceivedResultApp;

impl DataLoader for ReceivedResultApp {
    fn data_suffix(&self) -> &'static str {
        ".json"
    }

    fn parse_messages(&self, json: &str, _: &Site, _: Language) -> Result<Messages, MessagesError> {
        Messages::parse(json)
    }

    fn load_wording<'a>(
        &'a self,
        questionnaire: &'a Questionnaire,
        language: Language,
    ) -> LocalFuture<'a, Result<Wording, LoadError>> {
        Box::pin(questionnaire.load_wording(language))
    }
}

impl AppVariant for ReceivedResultApp {
    fn load_questionnaire<'a>(
        &'a self,
        _: &'a Site,
    ) -> LocalFuture<'a, Result<Questionnaire, LoadError>> {
        Box::pin(async {
            match Route::parse(&dom::location_hash()) {
                Some(Route::Example(_)) => Questionnaire::load_standard().await,
                _ => Questionnaire::load_standard_model().await,
            }
        })
    }

    fn show_load_error(&self, _: Option<Messages>, error: LoadError) {
        takeover::request_error_page(error);
    }

    fn read_route(&self, hash: &str, _: &str) -> Option<Route> {
        Route::parse(hash)
    }

    fn can_show(&self, app: &App, route: &Route) -> bool {
        match route {
            Route::Shared(link) => shared_result::decode_plain_result(app, link).is_some(),
            Route::Example(id) => {
                let mut examples = app.questionnaire.examples.iter();
                examples.any(|example| example.id == *id)
            }
            _ => false,
        }
    }

    fn page_view(&self, app: &App, route: &Route, _: &LocaleBundle) -> Option<PageView> {
        let content = match route {
            Route::Shared(link) => shared_result::decode_plain_result(app, link)?.view(app),
            Route::Example(id) => shared_result::example_page(app, id)?,
            _ => return None,
        };
        Some(PageView::new("shared", content))
    }

    fn page_title(&self, app: &App, route: &Route, locale: &LocaleBundle) -> String {
        received_title(app, route, locale).unwrap_or_default()
    }

    fn surroundings(&self, _: &App) -> Option<(AnyView, AnyView)> {
        None
    }

    fn saved_file_view(&self, app: &App, file: &SavedFile) -> AnyView {
        saved_file::full_saved_file(app, file)
    }

    /// Loads the full app once the reader does something: they may go to another page.
    fn on_start(&self, _: &App) {
        let Some(window) = dom::window() else { return };
        for event in ["pointerdown", "keydown"] {
            let listener =
                EventListener::once(&window, event, |_| boot_registry::prefetch_full_app());
            teardown::keep_alive(listener);
        }
    }
}
