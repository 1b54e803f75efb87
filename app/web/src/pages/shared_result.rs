//! Results that are not the reader's own: from a link, or of a fictional company. Read-only.

use crate::view::{AnyView, IntoView, view};
use assay_core::Assessment;
use assay_core::link::{
    DecodedLink, Invitation, LinkError, Scores, SealedPayload, decode_bytes, find_payload,
    payload_from_bytes,
};
use assay_locale::Messages;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::error::refused_link_page;
use super::results::{Origin, received_result, scores_result_view};
use crate::browser::console::log_error;
use crate::browser::dom;
use crate::parts::links::passphrase_form::{PassphraseForm, decode_unsealed};
use crate::parts::links::unsealed_link::{carry_unsealed, recall_unsealed, remember_unsealed};
use crate::state::App;

/// Renders the page for a link as it is written in the address.
pub(crate) fn shared_page(app: &App, link: &str) -> AnyView {
    let known = [&*app.questionnaire.model];
    match find_payload(&known, link) {
        Ok(bytes) => {
            let payload = payload_from_bytes(&bytes);
            opened_link_page(app, decode_bytes(&known, &bytes), payload)
        }
        Err(error) => refused_link_page(app, Messages::shared_link_bad_heading, &error),
    }
}

/// Decodes a link that holds a result and no secret; `None` for any other link.
pub(crate) fn decode_plain_result(app: &App, link: &str) -> Option<PlainResult> {
    let known = [&*app.questionnaire.model];
    let bytes = find_payload(&known, link).ok()?;
    let payload = payload_from_bytes(&bytes);
    match decode_bytes(&known, &bytes).ok()? {
        DecodedLink::Assessment { assessment, .. } => {
            Some(PlainResult::Answers(assessment, payload))
        }
        DecodedLink::Scores { scores, .. } => Some(PlainResult::Scores(scores, payload)),
        DecodedLink::Invitation { .. } | DecodedLink::Sealed(_) => None,
    }
}

/// A result from a link, with the link's payload.
pub(crate) enum PlainResult {
    Answers(Box<Assessment>, String),
    Scores(Box<Scores>, String),
}

impl PlainResult {
    /// Renders the result.
    pub(crate) fn view(self, app: &App) -> AnyView {
        match self {
            Self::Answers(assessment, payload) => {
                result_with_banner(app, *assessment, Origin::Link(payload))
            }
            Self::Scores(scores, payload) => view! {
                <p class="notice banner">{app.messages().shared_scores_banner().to_owned()}</p>
                {scores_result_view(app, *scores, payload)}
            },
        }
    }
}

/// Renders the page of a fictional company; `None` if the id is unknown.
pub(crate) fn example_page(app: &App, id: &str) -> Option<AnyView> {
    let language = app.locale.with_untracked(|locale| locale.language);
    let example = app
        .questionnaire
        .examples
        .iter()
        .find(|example| example.id == id)?;
    let name = example.name(language.tag()).to_owned();
    let mut assessment = example.assessment.clone();
    assessment.profile.name.clear();
    Some(result_with_banner(
        app,
        assessment,
        Origin::Example(id.to_owned(), name),
    ))
}

/// Renders the content of a link, or the passphrase form.
fn opened_link_page(app: &App, opened: Result<DecodedLink, LinkError>, payload: String) -> AnyView {
    match opened {
        Ok(DecodedLink::Assessment { assessment, .. }) => {
            PlainResult::Answers(assessment, payload).view(app)
        }
        Ok(DecodedLink::Scores { scores, .. }) => PlainResult::Scores(scores, payload).view(app),
        Ok(DecodedLink::Invitation { invitation, .. }) => invitation_notice(app, &invitation),
        Ok(DecodedLink::Sealed(sealed)) => sealed_page(app, sealed, payload),
        Err(error) => refused_link_page(app, Messages::shared_link_bad_heading, &error),
    }
}

/// Asks for the passphrase, then renders the content.
fn sealed_page(app: &App, sealed: SealedPayload, payload: String) -> AnyView {
    let found = ArcRwSignal::new(recall_unsealed(&sealed));
    let app = app.clone();
    let page = move || match found.get() {
        Some(bytes) => {
            let opened = decode_unsealed(&[&*app.questionnaire.model], &bytes);
            let refused = opened.as_ref().err();
            if refused.is_some_and(|error| app.questionnaire.parameter_for_link(error).is_some()) {
                carry_unsealed(&sealed, &bytes);
            }
            opened_link_page(&app, opened, payload.clone())
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
    let messages = app.messages();
    let link = sealed.clone();
    let opened = move |bytes: Vec<u8>| {
        remember_unsealed(link.clone(), bytes.clone());
        found.set(Some(bytes));
        // The form that had the focus is gone.
        dom::restore_lost_focus("main h1");
    };
    view! {
        <div class="stack narrow">
            <h1 tabindex="-1">{messages.shared_sealed_heading().to_owned()}</h1>
            <p>{messages.shared_sealed_text().to_owned()}</p>
            {PassphraseForm::new(sealed).view(app, opened)}
            <p class="small">{messages.shared_untouched().to_owned()}</p>
        </div>
    }
}

fn result_with_banner(app: &App, assessment: Assessment, origin: Origin) -> AnyView {
    let messages = app.messages();
    let banner = match origin {
        Origin::Example(..) => messages.shared_example_banner(),
        Origin::Own | Origin::Link(_) | Origin::Scores(_) => messages.shared_banner(),
    };
    view! {
        <p class="notice banner">{banner.to_owned()}</p>
        {received_result(app, assessment, origin)}
    }
}

/// Renders a note about an invitation under the address of a result, with a link to its own
/// address.
fn invitation_notice(app: &App, invitation: &Invitation) -> AnyView {
    let messages = app.messages();
    let payload = invitation.encode(&app.questionnaire.model);
    let payload = payload.map_err(|error| JsValue::from_str(&error.to_string()));
    let link = log_error("link to the invitation", payload).map(|payload| {
        let address = format!("#/i/{payload}");
        view! { <a class="button" href=address data-action="invitation">{messages.shared_invitation_open().to_owned()}</a> }
    });
    view! {
        <div class="stack narrow">
            <h1 tabindex="-1">{messages.shared_invitation_heading().to_owned()}</h1>
            <p>{messages.shared_invitation_text().to_owned()}</p>
            <div class="row">{link}</div>
            <p class="small">{messages.shared_untouched().to_owned()}</p>
        </div>
    }
}
