//! The focus after an action in a row.

use crate::parts::focus::focus_later;

/// Focuses the menu of a row once the page has been rebuilt.
pub(super) fn focus_menu(key: &str) {
    focus_later([
        format!("[data-assessment=\"{key}\"] summary"),
        "main h1".to_owned(),
    ]);
}
