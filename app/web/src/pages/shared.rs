//! A result that is not the reader's own: from a link, or of a fictional company. Read-only.

use std::cell::RefCell;

use crate::view::{AnyView, IntoView, view};
use assay_core::Assessment;
use assay_core::link::{
    Invitation, LinkError, Opened, Sealed, decode_bytes, from_bytes, payload_in,
};
use assay_locale::Words;
use leptos::prelude::*;

use super::results::{Origin, Received, result, scores_result};
use crate::brand;
use crate::browser::dom;
use crate::parts::passphrase::{Asking, inside};
use crate::state::App;

/// The page for a link, as it was written in the address.
pub(crate) fn shared_page(app: &App, link: &str) -> AnyView {
    let known = [&*app.library.model];
    match payload_in(&known, link) {
        Ok(bytes) => {
            let payload = from_bytes(&bytes);
            let open = payload.clone();
            opened_page(
                app,
                decode_bytes(&known, &bytes),
                Received { payload, open },
            )
        }
        Err(error) => refused(app, Words::shared_link_bad_heading, &error),
    }
}

/// The page for a fictional company.
pub(crate) fn example_page(app: &App, id: &str) -> Option<AnyView> {
    let language = app.speech.with_untracked(|speech| speech.language);
    let example = app
        .library
        .examples
        .iter()
        .find(|example| example.id == id)?;
    let name = example.name(language.tag()).to_owned();
    let mut assessment = example.assessment.clone();
    assessment.profile.name.clear();
    Some(foreign(app, assessment, Origin::Example(id.to_owned(), name)).into_any())
}

/// What is in a link, or the way to it.
fn opened_page(app: &App, opened: Result<Opened, LinkError>, came: Received) -> AnyView {
    match opened {
        Ok(Opened::Assessment { assessment, .. }) => foreign(app, *assessment, Origin::Link(came)),
        Ok(Opened::Scores { scores, .. }) => view! {
            <p class="notice banner">{app.words().shared_scores_banner().to_owned()}</p>
            {scores_result(app, *scores, came)}
        },
        Ok(Opened::Invitation { invitation, .. }) => invited(app, &invitation),
        Ok(Opened::Sealed(sealed)) => sealed_page(app, sealed, came.payload),
        Err(error) => refused(app, Words::shared_link_bad_heading, &error),
    }
}

thread_local! {
    /// The link that was unsealed last, with its content: another language or a step back do not
    /// ask for the passphrase once more. It is gone when the page is left.
    static UNSEALED: RefCell<Option<(Sealed, Vec<u8>)>> = const { RefCell::new(None) };
}

/// What is in a sealed link, if it is the one that was unsealed last.
pub(crate) fn unsealed(sealed: &Sealed) -> Option<Vec<u8>> {
    UNSEALED.with_borrow(|last| match last {
        Some((link, bytes)) if link == sealed => Some(bytes.clone()),
        _ => None,
    })
}

/// Asks for the passphrase, then shows what is inside.
fn sealed_page(app: &App, sealed: Sealed, payload: String) -> AnyView {
    let found = ArcRwSignal::new(unsealed(&sealed));
    let app = app.clone();
    let page = move || match found.get() {
        Some(bytes) => {
            let came = Received {
                payload: payload.clone(),
                open: from_bytes(&bytes),
            };
            opened_page(&app, inside(&app.library.model, &bytes), came)
        }
        None => locked(&app, sealed.clone(), found.clone()),
    };
    page.into_any()
}

fn locked(app: &App, sealed: Sealed, found: ArcRwSignal<Option<Vec<u8>>>) -> AnyView {
    let words = app.words();
    let link = sealed.clone();
    let opened = move |bytes: Vec<u8>| {
        UNSEALED.replace(Some((link.clone(), bytes.clone())));
        found.set(Some(bytes));
        // The form that had the focus is gone.
        dom::catch_focus("main h1");
    };
    view! {
        <div class="stack narrow">
            <h1 tabindex="-1">{words.shared_sealed_heading().to_owned()}</h1>
            <p>{words.shared_sealed_text().to_owned()}</p>
            {Asking::new(sealed).form(app, opened)}
            <p class="small">{words.shared_untouched().to_owned()}</p>
        </div>
    }
}

fn foreign(app: &App, assessment: Assessment, origin: Origin) -> AnyView {
    let words = app.words();
    let banner = match origin {
        Origin::Example(..) => words.shared_example_banner(),
        Origin::Own | Origin::Link(_) | Origin::Scores(_) => words.shared_banner(),
    };
    view! {
        <p class="notice banner">{banner.to_owned()}</p>
        {result(app, assessment, origin)}
    }
}

/// An invitation at the address of a result: what it is, and the way to its own address.
fn invited(app: &App, invitation: &Invitation) -> AnyView {
    let words = app.words();
    let way = invitation.encode(&app.library.model).map(|payload| {
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
pub(super) fn refused(app: &App, heading: fn(&Words) -> &str, error: &LinkError) -> AnyView {
    let words = app.words();
    let other = matches!(error, LinkError::OtherModel { .. });
    view! {
        <div class="stack narrow">
            <h1 tabindex="-1">{heading(&words).to_owned()}</h1>
            <p role="alert">{why(app, error)}</p>
            {other.then(|| brand::elsewhere(app)).flatten()}
            <p>{words.shared_untouched().to_owned()}</p>
            <p><a class="button" href="#/">{words.error_home().to_owned()}</a></p>
        </div>
    }
}

/// Why a link cannot be opened, and what to do.
pub(crate) fn why(app: &App, error: &LinkError) -> String {
    let words = app.words();
    match error {
        LinkError::Newer => words.shared_link_newer().to_owned(),
        LinkError::OtherModel {
            id,
            version,
            changed: true,
        } => words.shared_link_model_changed(id, version),
        LinkError::OtherModel { id, version, .. } if id == app.library.model.id() => {
            words.versions_link(version, app.library.model.version())
        }
        LinkError::OtherModel { id, version, .. } => words.shared_link_model(id, version),
        LinkError::TooLong { .. } => words.shared_link_too_long().to_owned(),
        LinkError::Incomplete => words.shared_link_incomplete().to_owned(),
        LinkError::Altered => words.shared_link_altered().to_owned(),
        LinkError::Damaged => words.shared_link_damaged().to_owned(),
    }
}
