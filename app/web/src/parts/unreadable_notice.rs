//! Notice that the database cannot be read. It is never reported as empty.

use crate::state::App;
use crate::view::{AnyView, view};

/// Renders the notice with a button that reads again.
pub(crate) fn unreadable_notice(app: &App, again: impl Fn() + 'static) -> AnyView {
    let messages = app.messages();
    view! {
        <div class="notice warning" role="alert" data-unread>
            <p>{messages.unread_text().to_owned()}</p>
            <button type="button" class="plain" data-action="read-again" on:click=move |_| again()>{messages.unread_again().to_owned()}</button>
        </div>
    }
}
