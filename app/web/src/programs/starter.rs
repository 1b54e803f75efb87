//! The starter: what is needed to begin and to answer a questionnaire. There are two programs of it,
//! for the standard questionnaire and for others.

use std::cell::Cell;

use assay_core::Model;
use assay_locale::{Language, Messages, MessagesError};

use super::app_variant::{AppVariant, PageView};
use super::page_title::starter_title;
use super::questionnaire_pages::questionnaire_page;
use super::takeover;
use crate::browser::LocalFuture;
use crate::browser::files::SavedFile;
use crate::parts::{progress, saved_file};
use crate::route::Route;
use crate::state::{
    App, DataLoader, LoadError, LocaleBundle, Questionnaire, Site, Wording, has_earlier_version,
};
use crate::view::{AnyView, Node};

/// The starter of a questionnaire.
pub(crate) struct StarterApp<Q>(pub(crate) Q);

thread_local! {
    /// Whether another version of the questionnaire was begun, which the full app's start page
    /// offers to adopt.
    static HAS_EARLIER_VERSION: Cell<bool> = const { Cell::new(false) };
}

/// Notes whether another version of a questionnaire was begun.
pub(super) async fn note_earlier_version(model: &Model) {
    HAS_EARLIER_VERSION.set(has_earlier_version(model).await);
}

/// What depends on the questionnaire that a starter has.
pub(crate) trait StarterQuestionnaire: Sync + 'static {
    /// The end of the names of the files of interface texts.
    fn data_suffix(&self) -> &'static str;
    /// Reads such a file.
    fn parse_messages(&self, json: &str) -> Result<Messages, MessagesError>;
    /// Loads the questionnaire, and calls [`note_earlier_version`]. On an error the full app is
    /// requested, which reports it.
    fn load<'a>(&'a self, site: &'a Site) -> LocalFuture<'a, Result<Questionnaire, LoadError>>;
    /// Loads its wording in a language.
    fn load_wording<'a>(
        &'a self,
        questionnaire: &'a Questionnaire,
        language: Language,
    ) -> LocalFuture<'a, Result<Wording, LoadError>>;
    /// Whether the pages of the questionnaire need nothing that only the full app has.
    fn can_show(&self, app: &App) -> bool;
    /// Notices above every page.
    fn notices(&self, app: &App) -> Option<AnyView>;
    /// The start page.
    fn start_page(&self, app: &App, locale: &LocaleBundle) -> AnyView;
    /// Called when the app reacts to input.
    fn on_start(&self, app: &App);
}

impl<Q: StarterQuestionnaire> DataLoader for StarterApp<Q> {
    fn data_suffix(&self) -> &'static str {
        self.0.data_suffix()
    }

    fn parse_messages(&self, json: &str, _: &Site, _: Language) -> Result<Messages, MessagesError> {
        self.0.parse_messages(json)
    }

    fn load_wording<'a>(
        &'a self,
        questionnaire: &'a Questionnaire,
        language: Language,
    ) -> LocalFuture<'a, Result<Wording, LoadError>> {
        self.0.load_wording(questionnaire, language)
    }
}

impl<Q: StarterQuestionnaire> AppVariant for StarterApp<Q> {
    fn load_questionnaire<'a>(
        &'a self,
        site: &'a Site,
    ) -> LocalFuture<'a, Result<Questionnaire, LoadError>> {
        self.0.load(site)
    }

    fn show_load_error(&self, _: Option<Messages>, error: LoadError) {
        takeover::request_error_page(error);
    }

    fn read_route(&self, hash: &str, _: &str) -> Option<Route> {
        Route::parse_starter(hash)
    }

    fn can_show(&self, app: &App, route: &Route) -> bool {
        if !self.0.can_show(app) {
            return false;
        }
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
            Route::Start => Some(PageView::new("start", self.0.start_page(app, locale))),
            _ => questionnaire_page(app, route, progress::side_by_side),
        }
    }

    fn page_title(&self, app: &App, route: &Route, locale: &LocaleBundle) -> String {
        starter_title(app, route, locale).unwrap_or_default()
    }

    fn surroundings(&self, app: &App) -> Option<(AnyView, AnyView)> {
        let above = self.0.notices(app)?;
        Some((above, Node::Many(Vec::new())))
    }

    fn saved_file_view(&self, app: &App, file: &SavedFile) -> AnyView {
        saved_file::plain_saved_file(app, file)
    }

    fn on_start(&self, app: &App) {
        self.0.on_start(app);
    }
}
