//! The link as a QR code, on the page and in the print.

use crate::view::{AnyView, IntoView, view};
use assay_charts::{QR_MOST, Qr, qr};
use leptos::prelude::*;

use super::super::Shown;
use super::{Sharing, sharing};
use crate::browser::files;
use crate::state::App;

/// The code in the panel.
pub(super) fn code(app: &App, sharing: &Sharing) -> impl IntoView + use<> {
    let (app, sharing) = (app.clone(), sharing.clone());
    let link = sharing.link;
    move || link.get().ready().map(|link| shown(&app, &sharing, &link))
}

fn shown(app: &App, sharing: &Sharing, link: &str) -> AnyView {
    let words = &sharing.shown.words;
    let Some(code) = qr(link) else {
        let sentence = words.share_qr_too_long(&link.len().to_string(), &QR_MOST.to_string());
        return view! { <div class="stack share-code"><h3>{words.share_qr_heading().to_owned()}</h3><p data-no-qr>{sentence}</p></div> };
    };
    let drawn = drawing(&code, words.share_qr_label());
    let save = {
        let (app, sharing) = (app.clone(), sharing.clone());
        move |_| {
            let name = files::named(&sharing.name(), "qr.svg");
            super::save(
                &app,
                &sharing,
                name,
                files::blob(&code.svg(), "image/svg+xml"),
            );
        }
    };
    view! {
        <div class="stack share-code">
            <h3>{words.share_qr_heading().to_owned()}</h3>
            {drawn}
            <p class="small">{words.share_qr_say().to_owned()}</p>
            <div class="row"><button class="button quiet" data-action="save-qr" on:click=save>{words.share_qr_save().to_owned()}</button></div>
        </div>
    }
}

/// Black on white in every colour scheme, as readers expect it, with its light border.
fn drawing(code: &Qr, label: &str) -> impl IntoView + use<> {
    let side = code.side;
    let square = format!("0 0 {side} {side}");
    let ground = format!("M0 0h{side}v{side}h-{side}z");
    view! {
        <svg class="qr" viewBox=square role="img" aria-label=label.to_owned() data-qr shape-rendering="crispEdges">
            <path fill="#fff" d=ground/>
            <path fill="#000" d=code.path.clone()/>
        </svg>
    }
}

/// The code at the end of the print, with what is in it. `sharing` is there for one's own result.
pub(in super::super) fn printed(
    app: &App,
    shown: &Shown,
    sharing: Option<&Sharing>,
) -> Option<impl IntoView + use<>> {
    let (shown, sharing) = (shown.clone(), sharing.cloned());
    let printed = move || {
        let (link, parts) = match &sharing {
            Some(sharing) => sharing.printed()?,
            None => sharing::bare(&shown)?,
        };
        let words = &shown.words;
        let code = drawing(&qr(&link)?, words.share_qr_label());
        Some(view! {
            <div class="print-only printed-code">
                {code}
                <p class="small">{words.share_qr_print(&parts)}</p>
            </div>
        })
    };
    // Not where the site wants no links, or where nobody else has the questionnaire.
    (!app.site.config.off.sharing && !app.library.is_kept()).then_some(printed)
}
