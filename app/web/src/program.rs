//! What tells the two programs of the site apart.
//!
//! The light one shows the start, the profile, the sections and the review, and is small: it is
//! what somebody downloads who begins to answer. The whole one shows every page; it is loaded when
//! a page is wanted that the light one lacks, takes over what was entered, and keeps the page from
//! then on. Both are linked from this crate: what a program's functions do not reach is not in it.

use std::pin::Pin;
use std::sync::Arc;

use assay_core::Model;
use assay_locale::{Language, Words, WordsError};
use leptos::prelude::Callback;

use crate::browser::files::SavedFile;
use crate::handover::Given;
use crate::route::Route;
use crate::state::{App, Library, LoadError, Site, Speech, Wording};
use crate::view::AnyView;

/// A program, as what both have in common sees it.
pub(crate) struct Program {
    /// Whether it waits until the page is its to show.
    pub(crate) waits: bool,
    /// How the names of its data files end.
    pub(crate) ending: &'static str,
    /// Reads its file of interface texts, in the owner's wording.
    pub(crate) words: fn(&str, &Site, Language) -> Result<Words, WordsError>,
    /// Reads what the owner says about the site; without it nothing is said.
    pub(crate) site: Option<fn() -> Loading<'static, Site>>,
    /// Loads the questionnaire.
    pub(crate) library: for<'a> fn(&'a Site) -> Loading<'a, Result<Library, LoadError>>,
    /// Loads the questionnaire's wording in a language.
    pub(crate) wording:
        for<'a> fn(&'a Library, Language) -> Loading<'a, Result<Wording, LoadError>>,
    /// Shows an address; `None` where the other program is needed.
    pub(crate) page: fn(&App, &Route, &Speech) -> Option<Page>,
    /// The title of the browser's tab for an address.
    pub(crate) title: fn(&App, &Route, &Speech) -> String,
    /// Whether the program shows an address.
    pub(crate) shows: fn(&App, &Route) -> bool,
    /// Takes over from the other program, if that had the page.
    pub(crate) take: fn(&Arc<Model>) -> Option<Given>,
    /// Says why there is no questionnaire. Without words only the plain cause can be said.
    pub(crate) refuse: fn(Option<Words>, LoadError),
    /// The bar at the top of every page. The last is what the language switch does.
    pub(crate) bar: fn(&App, &Speech, &Route, Callback<()>) -> AnyView,
    /// What stands around every page.
    pub(crate) around: Option<fn(&App) -> Around>,
    /// A file that was handed to the browser, with other ways to it.
    pub(crate) saved: fn(&App, &SavedFile) -> AnyView,
    /// What is done once the app answers to input.
    pub(crate) begun: Option<fn(&App)>,
}

/// What stands above a page, and what below.
pub(crate) type Around = (AnyView, AnyView);

/// Something that is being loaded.
pub(crate) type Loading<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// A page, with what its `main` says of it.
pub(crate) struct Page {
    pub(crate) content: AnyView,
    /// The value of `data-page`.
    pub(crate) kind: &'static str,
    /// The value of `data-section`.
    pub(crate) section: Option<String>,
}

impl Page {
    /// A page that is no section.
    pub(crate) fn new(kind: &'static str, content: AnyView) -> Self {
        Self {
            content,
            kind,
            section: None,
        }
    }
}
