//! What tells the two programs of the site apart.
//!
//! The light one shows the start, the profile, the sections and the review, and is small: it is
//! what somebody downloads who begins to answer. The whole one shows every page; it is loaded when
//! a page is wanted that the light one lacks, takes over what was entered, and keeps the page from
//! then on. Both are linked from this crate: what a program's functions do not reach is not in it.

use std::sync::Arc;

use assay_core::Model;
use assay_locale::{Language, Messages, MessagesError};
use leptos::prelude::Callback;

use crate::browser::LocalFuture;
use crate::browser::files::SavedFile;
use crate::handover::HandoverState;
use crate::route::Route;
use crate::state::{App, LoadError, LocaleBundle, Questionnaire, Site, Wording};
use crate::view::AnyView;

/// A program, as what both have in common sees it.
pub(crate) struct AppVariant {
    /// Whether it waits until the page is its to show.
    pub(crate) deferred: bool,
    /// How the names of its data files end.
    pub(crate) data_suffix: &'static str,
    /// Reads its file of interface texts, in the owner's wording.
    pub(crate) parse_messages: fn(&str, &Site, Language) -> Result<Messages, MessagesError>,
    /// Reads what the owner says about the site; without it nothing is said.
    pub(crate) load_site: Option<fn() -> LocalFuture<'static, Site>>,
    /// Loads the questionnaire.
    pub(crate) load_questionnaire:
        for<'a> fn(&'a Site) -> LocalFuture<'a, Result<Questionnaire, LoadError>>,
    /// Loads the questionnaire's wording in a language.
    pub(crate) load_wording:
        for<'a> fn(&'a Questionnaire, Language) -> LocalFuture<'a, Result<Wording, LoadError>>,
    /// Shows an address; `None` where the other program is needed.
    pub(crate) page_view: fn(&App, &Route, &LocaleBundle) -> Option<PageView>,
    /// The title of the browser's tab for an address.
    pub(crate) page_title: fn(&App, &Route, &LocaleBundle) -> String,
    /// Whether the program shows an address.
    pub(crate) can_show: fn(&App, &Route) -> bool,
    /// Takes over from the other program, if that had the page.
    pub(crate) adopt_state: fn(&Arc<Model>) -> Option<HandoverState>,
    /// Says why there is no questionnaire. Without words only the plain cause can be said.
    pub(crate) show_load_error: fn(Option<Messages>, LoadError),
    /// The bar at the top of every page. The last is what the language switch does.
    pub(crate) header: fn(&App, &LocaleBundle, &Route, Callback<()>) -> AnyView,
    /// What stands around every page.
    pub(crate) surroundings: Option<fn(&App) -> Surroundings>,
    /// A file that was handed to the browser, with other ways to it.
    pub(crate) saved_file_view: fn(&App, &SavedFile) -> AnyView,
    /// What is done once the app answers to input.
    pub(crate) on_start: Option<fn(&App)>,
}

/// What stands above a page, and what below.
pub(crate) type Surroundings = (AnyView, AnyView);

/// A page, with what its `main` says of it.
pub(crate) struct PageView {
    pub(crate) content: AnyView,
    /// The value of `data-page`.
    pub(crate) kind: &'static str,
    /// The value of `data-section`.
    pub(crate) section: Option<String>,
}

impl PageView {
    /// A page that is no section.
    pub(crate) fn new(kind: &'static str, content: AnyView) -> Self {
        Self {
            content,
            kind,
            section: None,
        }
    }
}
