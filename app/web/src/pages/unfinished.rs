//! The way back to what the reader has begun, for the start page.

use assay_locale::Messages;
use leptos::prelude::*;

use crate::state::App;

/// Its sentence, and the address at which it goes on.
pub(crate) struct Unfinished {
    pub(crate) sentence: String,
    pub(crate) address: String,
}

/// What was begun, if anything was. A page that shows it is made anew when that changes.
pub(crate) fn unfinished(app: &App, words: &Messages) -> Option<Unfinished> {
    let session = app.current_session();
    if !session.has_entries() {
        return None;
    }
    let count = session.count().get();
    let profile = session.profile().get();
    let name = match profile.name.trim() {
        "" => words.start_unnamed(),
        name => name,
    };
    let sentence =
        words.start_continue(name, &count.answered.to_string(), &count.asked.to_string());
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
