//! The link as a QR code, in the panel and in the print.

use crate::view::{AnyView, IntoView, view};
use assay_charts::{QR_MAX_BYTES, Qr, encode_qr};
use leptos::prelude::*;

use super::super::result_view::ResultView;
use super::save::save_picture;
use super::share_state::ShareState;
use crate::browser::files;
use crate::state::App;

/// Renders the code in the panel.
pub(super) fn qr_code(app: &App, share: &ShareState) -> impl IntoView + use<> {
    let (app, share) = (app.clone(), share.clone());
    let link = share.link;
    move || {
        link.get()
            .into_address()
            .map(|link| qr_code_view(&app, &share, &link))
    }
}

fn qr_code_view(app: &App, share: &ShareState, link: &str) -> AnyView {
    let messages = &share.result.messages;
    let Some(code) = encode_qr(link) else {
        let sentence =
            messages.share_qr_too_long(&link.len().to_string(), &QR_MAX_BYTES.to_string());
        return view! { <div class="stack share-code"><h3>{messages.share_qr_heading().to_owned()}</h3><p data-no-qr>{sentence}</p></div> };
    };
    let drawn = qr_svg(&code, messages.share_qr_label());
    let save = {
        let (app, share) = (app.clone(), share.clone());
        move |_| {
            let name = files::file_name(&share.shared_name(), "qr.svg");
            save_picture(
                &app,
                &share,
                name,
                files::text_blob(&code.svg(), "image/svg+xml"),
            );
        }
    };
    view! {
        <div class="stack share-code">
            <h3>{messages.share_qr_heading().to_owned()}</h3>
            {drawn}
            <p class="small">{messages.share_qr_say().to_owned()}</p>
            <div class="row"><button class="button quiet" data-action="save-qr" on:click=save>{messages.share_qr_save().to_owned()}</button></div>
        </div>
    }
}

/// Renders the code black on white with its quiet zone, in every colour scheme, as scanners
/// require.
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

/// Renders the code of a link at the end of the print; `link` returns its address with a list of its
/// contents.
pub(in super::super) fn printed_qr_code<L: Fn() -> Option<(String, String)> + 'static>(
    app: &App,
    result: &ResultView,
    link: L,
) -> Option<impl IntoView + use<L>> {
    let result = result.clone();
    let printed = move || {
        let (link, parts) = link()?;
        let messages = &result.messages;
        let code = qr_svg(&encode_qr(&link)?, messages.share_qr_label());
        Some(view! {
            <div class="print-only printed-code">
                {code}
                <p class="small">{messages.share_qr_print(&parts)}</p>
            </div>
        })
    };
    // Omitted if sharing is off, or if nobody else has the questionnaire.
    (!app.site.config.disabled.sharing && !app.questionnaire.is_local_only()).then_some(printed)
}
