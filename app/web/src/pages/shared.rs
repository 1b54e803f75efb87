//! A result that is not the reader's own: from a link, or of a fictional company. Read-only.

use crate::view::{AnyView, IntoView, view};
use assay_core::Assessment;
use assay_core::link::{LinkError, Opened, decode};
use leptos::prelude::*;

use super::results::{Origin, result};
use crate::state::App;

/// The page for a link.
pub(crate) fn shared_page(app: &App, payload: &str) -> AnyView {
    match decode(&[&*app.library.model], payload) {
        Ok(Opened::Assessment { assessment, .. }) => {
            foreign(app, *assessment, Origin::Link).into_any()
        }
        Ok(_) => refused(app, app.words().shared_link_kind()).into_any(),
        Err(error) => refused(app, &why(app, &error)).into_any(),
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
    Some(foreign(app, assessment, Origin::Example(name)).into_any())
}

fn foreign(app: &App, assessment: Assessment, origin: Origin) -> impl IntoView + use<> {
    let words = app.words();
    let banner = match origin {
        Origin::Example(_) => words.shared_example_banner(),
        Origin::Own | Origin::Link => words.shared_banner(),
    };
    view! {
        <p class="notice banner">{banner.to_owned()}</p>
        {result(app, assessment, origin)}
    }
}

fn refused(app: &App, why: &str) -> impl IntoView + use<> {
    let words = app.words();
    view! {
        <div class="stack narrow">
            <h1 tabindex="-1">{words.shared_link_bad_heading().to_owned()}</h1>
            <p role="alert">{why.to_owned()}</p>
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
        LinkError::OtherModel { id, version, .. } => words.shared_link_model(id, version),
        LinkError::TooLong { .. } => words.shared_link_too_long().to_owned(),
        LinkError::Damaged => words.shared_link_damaged().to_owned(),
    }
}
