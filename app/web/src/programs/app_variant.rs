//! What differs between the apps.
//!
//! A starter shows the start page, the profile, the sections and the review; it is small, since every
//! visitor who begins to answer downloads it. There is one for the standard questionnaire, and one for
//! those that `?model=` names. The app of received results shows those of the standard questionnaire. The
//! full app shows every page of every questionnaire. It is loaded when a page is requested that another app
//! lacks, takes over what was entered ([`handover`](super::handover)) and keeps the page from then on. All
//! are linked from this crate: what the implementation of a variant does not reach is not in its
//! program.

use std::sync::Arc;

use assay_core::Model;
use assay_locale::{Language, Messages};
use leptos::prelude::Callback;

use super::handover::HandoverState;
use crate::browser::LocalFuture;
use crate::browser::files::SavedFile;
use crate::parts::header;
use crate::route::Route;
use crate::state::{App, DataLoader, LoadError, LocaleBundle, Questionnaire, Site};
use crate::view::{AnyView, IntoView};

/// One of the apps.
pub(crate) trait AppVariant: DataLoader {
    /// Waits until the app is requested, and prepares meanwhile to show a page with what was loaded.
    /// `None` if it shows at once.
    fn wait_until_requested<'a>(
        &self,
        _site: &'static Site,
        _loaded: Option<&'a LoadedData>,
    ) -> Option<LocalFuture<'a, ()>> {
        None
    }
    /// Loads the site owner's settings. A site with settings starts with the full app.
    fn load_site(&self) -> LocalFuture<'static, Site> {
        Box::pin(async { Site::default() })
    }
    /// Loads the questionnaire.
    fn load_questionnaire<'a>(
        &'a self,
        site: &'a Site,
    ) -> LocalFuture<'a, Result<Questionnaire, LoadError>>;
    /// Adopts the state of another app, if that showed the page.
    fn adopt_state(&self, _model: &Arc<Model>) -> Option<HandoverState> {
        None
    }
    /// Shows why there is no questionnaire; without messages only the plain cause.
    fn show_load_error(&self, messages: Option<Messages>, error: LoadError);

    /// The route of an address, by its hash and its query; `None` where it is none of the app's.
    fn read_route(&self, hash: &str, query: &str) -> Option<Route>;
    /// Whether it has the page of a route.
    fn can_show(&self, app: &App, route: &Route) -> bool;
    /// The page of a route; `None` where another app has it.
    fn page_view(&self, app: &App, route: &Route, locale: &LocaleBundle) -> Option<PageView>;
    /// The title of the browser's tab.
    fn page_title(&self, app: &App, route: &Route, locale: &LocaleBundle) -> String;
    /// The header of every page. The callback switches to a language.
    fn header(
        &self,
        app: &App,
        locale: &LocaleBundle,
        switch_language: Callback<Language>,
    ) -> AnyView {
        let (messages, language) = (&locale.messages, locale.language);
        header::header(messages, language, &app.route, switch_language).into_any()
    }
    /// The content above and below every page.
    fn surroundings(&self, app: &App) -> Option<(AnyView, AnyView)>;
    /// The banner of a file that was handed to the browser to be saved.
    fn saved_file_view(&self, app: &App, file: &SavedFile) -> AnyView;
    /// Undoes or redoes a change, by the `data-action` of the button. `by_key` tells whether a key
    /// requested it. False where the full app does it.
    fn undo_or_redo(&self, _app: &App, _action: &str, _by_key: bool) -> bool {
        false
    }
    /// Called when the app reacts to input.
    fn on_start(&self, app: &App);
}

/// The questionnaire and the texts that an app begins with.
pub(crate) type LoadedData = (Arc<Questionnaire>, LocaleBundle);

/// A page with the attributes of its `main` element.
pub(crate) struct PageView {
    pub(crate) content: AnyView,
    /// The value of `data-page`.
    pub(crate) kind: &'static str,
    /// The value of `data-section`.
    pub(crate) section: Option<String>,
}

impl PageView {
    /// A page other than that of a section.
    pub(crate) fn new(kind: &'static str, content: AnyView) -> Self {
        Self {
            content,
            kind,
            section: None,
        }
    }
}

/// A variant as the app holds it: there is one in a program.
pub(crate) type Variant = &'static dyn AppVariant;
