//! The site owner's settings, and the state of the frame that the app may be in. Only the full app
//! changes anything here; the starter has the defaults.

use assay_config::{Config, Fault};
use assay_core::Depth;
use assay_locale::Language;
use leptos::prelude::*;

/// Settings of the site and of the page around the app.
#[derive(Default)]
pub(crate) struct Site {
    pub(crate) config: Config,
    /// The text of the settings' file; empty without one that is used.
    pub(crate) config_text: String,
    /// Why the owner's config is not used; empty if it is used.
    pub(crate) faults: Vec<Fault>,
    pub(crate) frame: HostFrame,
}

/// The app inside another page.
#[derive(Default)]
pub(crate) struct HostFrame {
    /// Whether the app is in a frame (`?embed=1`).
    pub(crate) embedded: bool,
    /// The origin of the page that may be sent a result.
    pub(crate) receiver: ArcRwSignal<Option<String>>,
    /// Whether that page requests that results are not shown here.
    pub(crate) hides_results: ArcRwSignal<bool>,
    /// The depth that that page requests.
    pub(crate) depth: ArcRwSignal<Option<Depth>>,
    /// Whether that page requests the result and the visitor has neither agreed nor declined.
    pub(crate) result_requested: ArcRwSignal<bool>,
    /// Whether the consent dialog is open, which only the visitor's own press opens.
    pub(crate) consent_open: ArcRwSignal<bool>,
}

impl Site {
    /// The requested language if the site has it, else the site's first one.
    pub(crate) fn resolve_language(&self, wanted: Language) -> Language {
        let spoken = &self.config.languages;
        match spoken.first() {
            Some(first) if !spoken.contains(&wanted) => *first,
            _ => wanted,
        }
    }

    /// The languages that the visitor may choose; none where the owner has switched this off.
    pub(crate) fn offered_languages(&self) -> &[Language] {
        match self.config.disabled.languages {
            true => &[],
            false => &self.config.languages,
        }
    }

    /// The depth of the main button on the start page.
    pub(crate) fn primary_depth(&self) -> Depth {
        self.fixed_depth().unwrap_or(self.config.default_depth)
    }

    /// The depth that the page around the app determines (reactive).
    pub(crate) fn fixed_depth(&self) -> Option<Depth> {
        self.frame.depth.get()
    }

    /// Whether results are hidden, which requires that they can be sent instead.
    pub(crate) fn hides_results(&self) -> bool {
        self.frame.hides_results.get() && self.frame.receiver.with(Option::is_some)
    }
}
