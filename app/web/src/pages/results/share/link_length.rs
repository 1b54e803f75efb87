//! Warning about links that chat and mail programs would cut.

use leptos::prelude::*;

use super::share_state::ShareState;
use crate::parts::notices::save_current_assessment;
use crate::state::App;
use crate::view::{AnyView, IntoView, view};

/// Number of characters that most chat and mail programs keep of a link.
const MAX_CHAT_LINK_LENGTH: usize = 2_000;

/// Renders the length of a link that is too long, and the file as an alternative.
pub(super) fn length_warning(app: &App, share: &ShareState) -> AnyView {
    let (app, share) = (app.clone(), share.clone());
    let warning = move || {
        let length = share.link.get().into_address()?.len();
        (length > MAX_CHAT_LINK_LENGTH).then(|| warning(&app, &share, length))
    };
    warning.into_any()
}

fn warning(app: &App, share: &ShareState, length: usize) -> impl IntoView + use<> {
    let messages = &share.result.messages;
    let length = length.to_string();
    let sealed = share.uses_passphrase.get();
    let way = match sealed {
        true => messages.share_long_sealed(),
        false => messages.share_long_file(),
    };
    let saving = app.clone();
    let file = (!sealed && !app.site.config.disabled.export).then(|| view! {
        <button type="button" class="plain" data-action="save-file" on:click=move |_| save_current_assessment(&saving)>{messages.results_export().to_owned()}</button>
    });
    view! {
        <div class="stack" role="status" data-link-length=length.clone()>
            <p>{messages.share_long(&length)}" "{way.to_owned()}</p>
            {file}
        </div>
    }
}
