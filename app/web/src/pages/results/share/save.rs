//! Saving a picture from the share panel.

use web_sys::Blob;

use super::share_state::ShareState;
use crate::state::App;

/// Saves a picture, or reports that there is none.
pub(super) fn save_picture(app: &App, share: &ShareState, name: String, picture: Option<Blob>) {
    match picture {
        Some(picture) => app.save_picture(name, picture),
        None => share.show_message(share.result.messages.share_save_failed()),
    }
}
