//! The link to the unfinished assessment on the start page.

use assay_locale::Messages;
use leptos::prelude::*;

use crate::state::App;

/// Its text and its address.
pub(crate) struct Unfinished {
    pub(crate) sentence: String,
    pub(crate) address: String,
}

/// Returns the link (reactive); `None` if the current assessment has no entries.
pub(crate) fn unfinished(app: &App, messages: &Messages) -> Option<Unfinished> {
    let session = app.current_session();
    if !session.has_entries() {
        return None;
    }
    let count = session.count().get();
    let profile = session.profile().get();
    let name = match profile.name.trim() {
        "" => messages.start_unnamed(),
        name => name,
    };
    let sentence =
        messages.start_continue(name, &count.answered.to_string(), &count.asked.to_string());
    let address = if count.answered == count.asked {
        "#/results"
    } else {
        "#/review"
    };
    Some(Unfinished {
        sentence,
        address: address.to_owned(),
    })
}
