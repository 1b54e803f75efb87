//! What tells the two programs of the site apart.
//!
//! The light one shows the start, the profile, the sections and the review, and is small: it is
//! what somebody downloads who begins to answer. The whole one shows every page; it is loaded when
//! a page is wanted that the light one lacks, takes over what was entered, and keeps the page from
//! then on. Both are linked from this crate: what a program's functions do not reach is not in it.

use assay_core::{Example, Model};
use assay_locale::{Words, WordsError};

use crate::route::Route;
use crate::state::{App, Speech};
use crate::view::AnyView;

/// A program, as what both have in common sees it.
pub(crate) struct Program {
    /// The file of interface texts for a language tag.
    pub(crate) texts: fn(&str) -> String,
    /// Reads that file.
    pub(crate) words: fn(&str) -> Result<Words, WordsError>,
    /// Reads the fictional companies, if the program shows them.
    pub(crate) examples: Option<fn(&Model, &str) -> Vec<Example>>,
    /// Shows an address; `None` where the other program is needed.
    pub(crate) page: fn(&App, &Route, &Speech) -> Option<Page>,
    /// The title of the browser's tab for an address.
    pub(crate) title: fn(&App, &Route, &Speech) -> String,
    /// Whether the program shows an address.
    pub(crate) shows: fn(&App, &Route) -> bool,
}

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
