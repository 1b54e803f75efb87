//! What is said where the browser's database cannot be read: never that there is nothing.

use crate::state::App;
use crate::view::{AnyView, view};

/// The sentence, with a button that reads again.
pub(crate) fn unreadable_notice(app: &App, again: impl Fn() + 'static) -> AnyView {
    let words = app.messages();
    view! {
        <div class="notice warning" role="alert" data-unread>
            <p>{words.unread_text().to_owned()}</p>
            <button type="button" class="plain" data-action="read-again" on:click=move |_| again()>{words.unread_again().to_owned()}</button>
        </div>
    }
}
