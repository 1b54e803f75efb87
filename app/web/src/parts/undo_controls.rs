//! The buttons of undo and redo. `boot/undo_events.rs` hears them.

use assay_locale::Messages;

use crate::view::{IntoView, view};

/// Matches the buttons, and other ones whose actions only the full app has.
pub(crate) const BUTTONS: &str = "[data-action$=-change]";
/// Matches the button that undoes.
pub(crate) const UNDO: &str = "[data-action=undo-change]";
/// Matches the button that redoes.
pub(crate) const REDO: &str = "[data-action=redo-change]";

/// Renders the buttons with a place for what was undone.
pub(crate) fn undo_controls(messages: &Messages) -> impl IntoView + use<> {
    view! {
        <div class="row undo">
            <button type="button" class="plain" data-action="undo-change">{messages.restart_undo().to_owned()}</button>
            <button type="button" class="plain" data-action="redo-change">{messages.section_redo().to_owned()}</button>
            <span class="small" data-undone></span>
        </div>
    }
}
