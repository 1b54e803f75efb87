//! What is said of a link that chats and mails would cut.

use leptos::prelude::*;

use super::Sharing;
use crate::parts::notices::save;
use crate::state::App;
use crate::view::{AnyView, IntoView, view};

/// Chats and mail programs keep about so many characters of a link.
const KEPT: usize = 2_000;

/// How long the link is, if that is too long, and the file as the other way.
pub(super) fn length(app: &App, sharing: &Sharing) -> AnyView {
    let (app, sharing) = (app.clone(), sharing.clone());
    let warning = move || {
        let length = sharing.link.get().ready()?.len();
        (length > KEPT).then(|| warning(&app, &sharing, length))
    };
    warning.into_any()
}

fn warning(app: &App, sharing: &Sharing, length: usize) -> impl IntoView + use<> {
    let words = &sharing.shown.words;
    let length = length.to_string();
    let sealed = sharing.sealed.get();
    let way = match sealed {
        true => words.share_long_sealed(),
        false => words.share_long_file(),
    };
    let saving = app.clone();
    let file = (!sealed && !app.site.config.off.export).then(|| view! {
        <button type="button" class="plain" data-action="save-file" on:click=move |_| save(&saving)>{words.results_export().to_owned()}</button>
    });
    view! {
        <div class="stack" role="status" data-link-length=length.clone()>
            <p>{words.share_long(&length)}" "{way.to_owned()}</p>
            {file}
        </div>
    }
}
