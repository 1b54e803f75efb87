//! Links between the questionnaires of a site that offers several.

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_config::{ModelSource, OfferedModel};
use assay_locale::{Language, Messages};
use leptos::prelude::*;

use crate::browser::{dom, net};
use crate::state::App;

/// Renders the title of the open questionnaire and links to the others; nothing if the site offers
/// one only.
pub(crate) fn model_choice(app: &App) -> impl IntoView + use<> {
    let offered = &app.site.config.models;
    if offered.len() < 2 {
        return None;
    }
    let locale = app.locale.get_untracked();
    let messages = &locale.messages;
    Some(view! {
        <section class="stack">
            <h2>{messages.models_heading().to_owned()}</h2>
            <p class="small">{messages.models_present(locale.texts.title())}</p>
            {model_links(app, "")}
        </section>
    })
}

/// Renders links to the other questionnaires for a result link that belongs to none that is open
/// here. Each link keeps the address after `#`.
pub(crate) fn other_model_links(app: &App) -> Option<AnyView> {
    let mut offered = app.site.config.models.iter();
    if !offered.any(|one| !app.questionnaire.is_from_source(&one.source)) {
        return None;
    }
    let messages = app.messages();
    Some(
        view! { <p>{messages.shared_link_elsewhere().to_owned()}</p>{model_links(app, &dom::location_hash())} }
            .into_any(),
    )
}

/// Renders links to the questionnaires other than the open one, each with `hash` appended.
fn model_links(app: &App, hash: &str) -> impl IntoView + use<> {
    let locale = app.locale.get_untracked();
    let offered = app.site.config.models.iter();
    let others = offered
        .filter(|one| !app.questionnaire.is_from_source(&one.source))
        .map(|one| {
            let address = net::address_with_model(&model_parameter(&one.source));
            let address = format!("{address}{hash}");
            let title = model_title(one, &locale.messages, locale.language);
            view! { <li><a href=address>{title}</a></li> }
        });
    view! { <ul class="companies">{others.collect_view()}</ul> }
}

/// Returns the value of the `model` query parameter for a source.
pub(crate) fn model_parameter(source: &ModelSource) -> String {
    match source {
        ModelSource::Standard => "standard".to_owned(),
        ModelSource::File(address) => address.clone(),
    }
}

fn model_title(offered: &OfferedModel, messages: &Messages, language: Language) -> String {
    match (&offered.title, &offered.source) {
        (Some(title), _) => title.get(language).to_owned(),
        (None, ModelSource::Standard) => messages.models_standard().to_owned(),
        (None, ModelSource::File(address)) => address.clone(),
    }
}
