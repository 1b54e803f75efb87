//! A result that is not the reader's own: from a link, or of a fictional company. Read-only.

use std::cell::RefCell;

use crate::view::{AnyView, IntoView, view};
use assay_core::Assessment;
use assay_core::link::{
    DecodedLink, Invitation, LinkError, SealedPayload, decode_bytes, find_payload,
    payload_from_bytes,
};
use assay_locale::Messages;
use leptos::prelude::*;

use super::results::{Origin, ReceivedLink, result_view, scores_result_view};
use crate::brand;
use crate::browser::dom;
use crate::parts::passphrase::{PassphraseForm, decode_unsealed};
use crate::state::App;

/// The page for a link, as it was written in the address.
pub(crate) fn shared_page(app: &App, link: &str) -> AnyView {
    let known = [&*app.questionnaire.model];
    match find_payload(&known, link) {
        Ok(bytes) => {
            let payload = payload_from_bytes(&bytes);
            let open = payload.clone();
            opened_link_page(
                app,
                decode_bytes(&known, &bytes),
                ReceivedLink {
                    payload,
                    unsealed: open,
                },
            )
        }
        Err(error) => refused_link_page(app, Messages::shared_link_bad_heading, &error),
    }
}

/// The page for a fictional company.
pub(crate) fn example_page(app: &App, id: &str) -> Option<AnyView> {
    let language = app.locale.with_untracked(|speech| speech.language);
    let example = app
        .questionnaire
        .examples
        .iter()
        .find(|example| example.id == id)?;
    let name = example.name(language.tag()).to_owned();
    let mut assessment = example.assessment.clone();
    assessment.profile.name.clear();
    Some(received_result(app, assessment, Origin::Example(id.to_owned(), name)).into_any())
}

/// What is in a link, or the way to it.
fn opened_link_page(
    app: &App,
    opened: Result<DecodedLink, LinkError>,
    came: ReceivedLink,
) -> AnyView {
    match opened {
        Ok(DecodedLink::Assessment { assessment, .. }) => {
            received_result(app, *assessment, Origin::Link(came))
        }
        Ok(DecodedLink::Scores { scores, .. }) => view! {
            <p class="notice banner">{app.messages().shared_scores_banner().to_owned()}</p>
            {scores_result_view(app, *scores, came)}
        },
        Ok(DecodedLink::Invitation { invitation, .. }) => invitation_notice(app, &invitation),
        Ok(DecodedLink::Sealed(sealed)) => sealed_page(app, sealed, came.payload),
        Err(error) => refused_link_page(app, Messages::shared_link_bad_heading, &error),
    }
}

thread_local! {
    /// The link that was unsealed last, with its content: another language or a step back do not
    /// ask for the passphrase once more. It is gone when the page is left.
    static UNSEALED: RefCell<Option<(SealedPayload, Vec<u8>)>> = const { RefCell::new(None) };
}

/// What is in a sealed link, if it is the one that was unsealed last.
pub(crate) fn recall_unsealed(sealed: &SealedPayload) -> Option<Vec<u8>> {
    UNSEALED.with_borrow(|last| match last {
        Some((link, bytes)) if link == sealed => Some(bytes.clone()),
        _ => None,
    })
}

/// Asks for the passphrase, then shows what is inside.
fn sealed_page(app: &App, sealed: SealedPayload, payload: String) -> AnyView {
    let found = ArcRwSignal::new(recall_unsealed(&sealed));
    let app = app.clone();
    let page = move || match found.get() {
        Some(bytes) => {
            let came = ReceivedLink {
                payload: payload.clone(),
                unsealed: payload_from_bytes(&bytes),
            };
            opened_link_page(
                &app,
                decode_unsealed(&app.questionnaire.model, &bytes),
                came,
            )
        }
        None => passphrase_page(&app, sealed.clone(), found.clone()),
    };
    page.into_any()
}

fn passphrase_page(
    app: &App,
    sealed: SealedPayload,
    found: ArcRwSignal<Option<Vec<u8>>>,
) -> AnyView {
    let words = app.messages();
    let link = sealed.clone();
    let opened = move |bytes: Vec<u8>| {
        UNSEALED.replace(Some((link.clone(), bytes.clone())));
        found.set(Some(bytes));
        // The form that had the focus is gone.
        dom::restore_lost_focus("main h1");
    };
    view! {
        <div class="stack narrow">
            <h1 tabindex="-1">{words.shared_sealed_heading().to_owned()}</h1>
            <p>{words.shared_sealed_text().to_owned()}</p>
            {PassphraseForm::new(sealed).view(app, opened)}
            <p class="small">{words.shared_untouched().to_owned()}</p>
        </div>
    }
}

fn received_result(app: &App, assessment: Assessment, origin: Origin) -> AnyView {
    let words = app.messages();
    let banner = match origin {
        Origin::Example(..) => words.shared_example_banner(),
        Origin::Own | Origin::Link(_) | Origin::Scores(_) => words.shared_banner(),
    };
    view! {
        <p class="notice banner">{banner.to_owned()}</p>
        {result_view(app, assessment, origin)}
    }
}

/// An invitation at the address of a result: what it is, and the way to its own address.
fn invitation_notice(app: &App, invitation: &Invitation) -> AnyView {
    let words = app.messages();
    let way = invitation.encode(&app.questionnaire.model).map(|payload| {
        let address = format!("#/i/{payload}");
        view! { <a class="button" href=address data-action="invitation">{words.shared_invitation_open().to_owned()}</a> }
    });
    view! {
        <div class="stack narrow">
            <h1 tabindex="-1">{words.shared_invitation_heading().to_owned()}</h1>
            <p>{words.shared_invitation_text().to_owned()}</p>
            <div class="row">{way.ok()}</div>
            <p class="small">{words.shared_untouched().to_owned()}</p>
        </div>
    }
}

/// A link that cannot be opened: why not, and where it may be.
pub(super) fn refused_link_page(
    app: &App,
    heading: fn(&Messages) -> &str,
    error: &LinkError,
) -> AnyView {
    let words = app.messages();
    let other = matches!(error, LinkError::OtherModel { .. });
    view! {
        <div class="stack narrow">
            <h1 tabindex="-1">{heading(&words).to_owned()}</h1>
            <p role="alert">{link_error_message(app, error)}</p>
            {other.then(|| brand::other_model_links(app)).flatten()}
            <p>{words.shared_untouched().to_owned()}</p>
            <p><a class="button" href="#/">{words.error_home().to_owned()}</a></p>
        </div>
    }
}

/// Why a link cannot be opened, and what to do.
pub(crate) fn link_error_message(app: &App, error: &LinkError) -> String {
    let words = app.messages();
    match error {
        LinkError::NewerVersion => words.shared_link_newer().to_owned(),
        LinkError::OtherModel {
            id,
            version,
            changed: true,
        } => words.shared_link_model_changed(id, version),
        LinkError::OtherModel { id, version, .. } if id == app.questionnaire.model.id() => {
            words.versions_link(version, app.questionnaire.model.version())
        }
        LinkError::OtherModel { id, version, .. } => words.shared_link_model(id, version),
        LinkError::TooLong { .. } => words.shared_link_too_long().to_owned(),
        LinkError::Incomplete => words.shared_link_incomplete().to_owned(),
        LinkError::Altered => words.shared_link_altered().to_owned(),
        LinkError::Damaged => words.shared_link_damaged().to_owned(),
    }
}
