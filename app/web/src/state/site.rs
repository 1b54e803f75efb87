//! What is particular to this site and this page: the owner's config, and the frame that the app
//! may be in. Everything here is as usual unless a whole program says otherwise.

use assay_config::{Config, Fault};
use assay_core::Depth;
use assay_locale::Language;
use leptos::prelude::*;

/// The site as its owner wants it, and the page as the frame around it wants it.
#[derive(Default)]
pub(crate) struct Site {
    pub(crate) config: Config,
    /// Why the owner's config is not used; empty where there is nothing to tell.
    pub(crate) faults: Vec<Fault>,
    pub(crate) frame: HostFrame,
}

/// The app inside another page.
#[derive(Default)]
pub(crate) struct HostFrame {
    /// Whether it is in one (`?embed=1`).
    pub(crate) embedded: bool,
    /// The origin of the page that may be sent a result.
    pub(crate) receiver: ArcRwSignal<Option<String>>,
    /// Whether that page does not want results to be shown here.
    pub(crate) hides_results: ArcRwSignal<bool>,
    /// How thoroughly that page wants one to be asked.
    pub(crate) depth: ArcRwSignal<Option<Depth>>,
    /// Whether the page asks for the result, and the visitor has not said yes or no.
    pub(crate) result_requested: ArcRwSignal<bool>,
    /// Whether the visitor, who pressed for it, is being asked to send the result.
    pub(crate) consent_open: ArcRwSignal<bool>,
}

impl Site {
    /// The language of the site for one that is asked for.
    pub(crate) fn resolve_language(&self, wanted: Language) -> Language {
        let spoken = &self.config.languages;
        match spoken.first() {
            Some(first) if !spoken.contains(&wanted) => *first,
            _ => wanted,
        }
    }

    /// The language that the switch leads to, where there is a switch.
    pub(crate) fn other_language(&self, now: Language) -> Option<Language> {
        let spoken = self.config.languages.contains(&now.other());
        (spoken && !self.config.disabled.languages).then(|| now.other())
    }

    /// The depth whose button is the main one on the start page.
    pub(crate) fn primary_depth(&self) -> Depth {
        self.frame.depth.get().unwrap_or(self.config.default_depth)
    }

    /// Whether results are kept from view: only where they can be sent instead.
    pub(crate) fn hides_results(&self) -> bool {
        self.frame.hides_results.get() && self.frame.receiver.with(Option::is_some)
    }
}
