//! The light or dark theme: the system's, unless the reader or the page around the app chose one.

use web_sys::Event;

use super::{console, dom, preferences};

/// Event at the window when the theme has changed, for canvases.
pub(crate) const CHANGED_EVENT: &str = "assay-theme";

const PREFERENCE: &str = "theme";

/// Applies the theme `light` or `dark`; anything else follows the system.
pub(crate) fn apply_theme(theme: &str) {
    let Some(root) = dom::root() else { return };
    let applied = match theme {
        "light" | "dark" => root.set_attribute("data-theme", theme),
        _ => root.remove_attribute("data-theme"),
    };
    console::log_error("apply the theme", applied);
    announce_change();
}

/// Tells canvases that colours have changed.
pub(crate) fn announce_change() {
    if let (Some(window), Ok(event)) = (dom::window(), Event::new(CHANGED_EVENT)) {
        console::log_error("announce the theme", window.dispatch_event(&event));
    }
}

/// Applies a theme and stores it as the reader's preference.
pub(crate) fn choose_theme(theme: &str) {
    preferences::set(PREFERENCE, theme);
    apply_theme(theme);
}

/// The current theme: `light`, `dark`, or `auto` for the system's.
pub(crate) fn current_theme() -> String {
    let chosen = dom::root().and_then(|root| root.get_attribute("data-theme"));
    chosen.unwrap_or_else(|| "auto".to_owned())
}
