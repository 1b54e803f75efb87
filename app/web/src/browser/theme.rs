//! Light or dark: as the system, unless the reader or the page around the app says otherwise.

use web_sys::Event;

use super::{dom, preferences};

/// Dispatched at the window when the theme has changed, for what is drawn by hand.
pub(crate) const CHANGED_EVENT: &str = "assay-theme";

const PREFERENCE: &str = "theme";

/// Shows the `light` or the `dark` theme; anything else follows the system.
pub(crate) fn apply_theme(theme: &str) {
    let Some(root) = dom::root() else { return };
    let _ = match theme {
        "light" | "dark" => root.set_attribute("data-theme", theme),
        _ => root.remove_attribute("data-theme"),
    };
    if let (Some(window), Ok(event)) = (dom::window(), Event::new(CHANGED_EVENT)) {
        let _ = window.dispatch_event(&event);
    }
}

/// Shows a theme, and remembers it as the reader's choice.
pub(crate) fn choose_theme(theme: &str) {
    preferences::set(PREFERENCE, theme);
    apply_theme(theme);
}

/// The theme that is shown: `light`, `dark`, or `auto` for the system's.
pub(crate) fn current_theme() -> String {
    let chosen = dom::root().and_then(|root| root.get_attribute("data-theme"));
    chosen.unwrap_or_else(|| "auto".to_owned())
}
