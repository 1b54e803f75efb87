//! The link as a QR code, on the page and in the print.

use crate::view::{AnyView, IntoView, view};
use assay_charts::{QR_MAX_BYTES, Qr, encode_qr};
use leptos::prelude::*;

use super::super::ResultView;
use super::{ShareState, share_state};
use crate::browser::files;
use crate::state::App;

/// The code in the panel.
pub(super) fn qr_code(app: &App, sharing: &ShareState) -> impl IntoView + use<> {
    let (app, sharing) = (app.clone(), sharing.clone());
    let link = sharing.link;
    move || {
        link.get()
            .into_address()
            .map(|link| qr_code_view(&app, &sharing, &link))
    }
}

fn qr_code_view(app: &App, sharing: &ShareState, link: &str) -> AnyView {
    let words = &sharing.result.messages;
    let Some(code) = encode_qr(link) else {
        let sentence = words.share_qr_too_long(&link.len().to_string(), &QR_MAX_BYTES.to_string());
        return view! { <div class="stack share-code"><h3>{words.share_qr_heading().to_owned()}</h3><p data-no-qr>{sentence}</p></div> };
    };
    let drawn = qr_svg(&code, words.share_qr_label());
    let save = {
        let (app, sharing) = (app.clone(), sharing.clone());
        move |_| {
            let name = files::file_name(&sharing.shared_name(), "qr.svg");
            super::save_picture(
                &app,
                &sharing,
                name,
                files::text_blob(&code.svg(), "image/svg+xml"),
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
fn qr_svg(code: &Qr, label: &str) -> impl IntoView + use<> {
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

/// The code at the end of the print, with what is in it. `share_state` is there for one's own result.
pub(in super::super) fn printed_qr_code(
    app: &App,
    shown: &ResultView,
    sharing: Option<&ShareState>,
) -> Option<impl IntoView + use<>> {
    let (shown, sharing) = (shown.clone(), sharing.cloned());
    let printed = move || {
        let (link, parts) = match &sharing {
            Some(sharing) => sharing.print_link()?,
            None => share_state::scores_link(&shown)?,
        };
        let words = &shown.messages;
        let code = qr_svg(&encode_qr(&link)?, words.share_qr_label());
        Some(view! {
            <div class="print-only printed-code">
                {code}
                <p class="small">{words.share_qr_print(&parts)}</p>
            </div>
        })
    };
    // Not where the site wants no links, or where nobody else has the questionnaire.
    (!app.site.config.disabled.sharing && !app.questionnaire.is_local_only()).then_some(printed)
}
