//! The questionnaires of the site, where there is more than one to choose from.

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_config::{ModelSource, OfferedModel};
use assay_locale::{Language, Messages};
use leptos::prelude::*;

use crate::browser::{dom, net};
use crate::state::App;

/// Links to the other questionnaires, and which one this is.
pub(crate) fn model_choice(app: &App) -> impl IntoView + use<> {
    let offered = &app.site.config.models;
    if offered.len() < 2 {
        return None;
    }
    let speech = app.locale.get_untracked();
    let words = &speech.messages;
    Some(view! {
        <section class="stack">
            <h2>{words.models_heading().to_owned()}</h2>
            <p class="small">{words.models_present(speech.texts.title())}</p>
            {model_links(app, "")}
        </section>
    })
}

/// The way to the other questionnaires for a link that does not belong to this one: each opens it.
pub(crate) fn other_model_links(app: &App) -> Option<AnyView> {
    let mut offered = app.site.config.models.iter();
    if !offered.any(|one| !app.questionnaire.is_from_source(&one.source)) {
        return None;
    }
    let words = app.messages();
    Some(
        view! { <p>{words.shared_link_elsewhere().to_owned()}</p>{model_links(app, &dom::location_hash())} }
            .into_any(),
    )
}

/// Links to the other questionnaires of the site, at a place there.
fn model_links(app: &App, hash: &str) -> impl IntoView + use<> {
    let speech = app.locale.get_untracked();
    let offered = app.site.config.models.iter();
    let others = offered
        .filter(|one| !app.questionnaire.is_from_source(&one.source))
        .map(|one| {
            let address = net::address_with_model(&model_parameter(&one.source));
            let address = format!("{address}{hash}");
            let title = model_title(one, &speech.messages, speech.language);
            view! { <li><a href=address>{title}</a></li> }
        });
    view! { <ul class="companies">{others.collect_view()}</ul> }
}

/// The source as `?model=` names it.
pub(crate) fn model_parameter(source: &ModelSource) -> String {
    match source {
        ModelSource::Standard => "standard".to_owned(),
        ModelSource::File(address) => address.clone(),
    }
}

fn model_title(offered: &OfferedModel, words: &Messages, language: Language) -> String {
    match (&offered.title, &offered.source) {
        (Some(title), _) => title.get(language).to_owned(),
        (None, ModelSource::Standard) => words.models_standard().to_owned(),
        (None, ModelSource::File(address)) => address.clone(),
    }
}
