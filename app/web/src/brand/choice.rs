//! The questionnaires of the site, where there is more than one to choose from.

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_config::{Offered, Source};
use assay_locale::{Language, Words};
use leptos::prelude::*;

use crate::browser::{dom, net};
use crate::state::App;

/// Links to the other questionnaires, and which one this is.
pub(crate) fn choice(app: &App) -> impl IntoView + use<> {
    let offered = &app.site.config.models;
    if offered.len() < 2 {
        return None;
    }
    let speech = app.speech.get_untracked();
    let words = &speech.words;
    Some(view! {
        <section class="stack">
            <h2>{words.models_heading().to_owned()}</h2>
            <p class="small">{words.models_present(speech.texts.title())}</p>
            {others(app, "")}
        </section>
    })
}

/// The way to the other questionnaires for a link that does not belong to this one: each opens it.
pub(crate) fn elsewhere(app: &App) -> Option<AnyView> {
    let mut offered = app.site.config.models.iter();
    if !offered.any(|one| !app.library.is_from(&one.source)) {
        return None;
    }
    let words = app.words();
    Some(
        view! { <p>{words.shared_link_elsewhere().to_owned()}</p>{others(app, &dom::hash())} }
            .into_any(),
    )
}

/// Links to the other questionnaires of the site, at a place there.
fn others(app: &App, hash: &str) -> impl IntoView + use<> {
    let speech = app.speech.get_untracked();
    let offered = app.site.config.models.iter();
    let others = offered
        .filter(|one| !app.library.is_from(&one.source))
        .map(|one| {
            let address = net::address_with_model(&value(&one.source));
            let address = format!("{address}{hash}");
            let title = title(one, &speech.words, speech.language);
            view! { <li><a href=address>{title}</a></li> }
        });
    view! { <ul class="companies">{others.collect_view()}</ul> }
}

/// The source as `?model=` names it.
pub(crate) fn value(source: &Source) -> String {
    match source {
        Source::Standard => "standard".to_owned(),
        Source::File(address) => address.clone(),
    }
}

fn title(offered: &Offered, words: &Words, language: Language) -> String {
    match (&offered.title, &offered.source) {
        (Some(title), _) => title.get(language).to_owned(),
        (None, Source::Standard) => words.models_standard().to_owned(),
        (None, Source::File(address)) => address.clone(),
    }
}
