//! What is said of a link that chats and mails would cut.

use leptos::prelude::*;

use super::ShareState;
use crate::parts::notices::save_current_assessment;
use crate::state::App;
use crate::view::{AnyView, IntoView, view};

/// Chats and mail programs keep about so many characters of a link.
const MAX_CHAT_LINK_LENGTH: usize = 2_000;

/// How long the link is, if that is too long, and the file as the other way.
pub(super) fn length_warning(app: &App, sharing: &ShareState) -> AnyView {
    let (app, sharing) = (app.clone(), sharing.clone());
    let warning = move || {
        let length = sharing.link.get().into_address()?.len();
        (length > MAX_CHAT_LINK_LENGTH).then(|| warning(&app, &sharing, length))
    };
    warning.into_any()
}

fn warning(app: &App, sharing: &ShareState, length: usize) -> impl IntoView + use<> {
    let words = &sharing.result.messages;
    let length = length.to_string();
    let sealed = sharing.uses_passphrase.get();
    let way = match sealed {
        true => words.share_long_sealed(),
        false => words.share_long_file(),
    };
    let saving = app.clone();
    let file = (!sealed && !app.site.config.disabled.export).then(|| view! {
        <button type="button" class="plain" data-action="save-file" on:click=move |_| save_current_assessment(&saving)>{words.results_export().to_owned()}</button>
    });
    view! {
        <div class="stack" role="status" data-link-length=length.clone()>
            <p>{words.share_long(&length)}" "{way.to_owned()}</p>
            {file}
        </div>
    }
}
