//! The questionnaires of the site, where there is more than one to choose from.

use crate::view::{CollectView, IntoView, view};
use assay_config::{Offered, Source};
use assay_locale::{Language, Words};
use leptos::prelude::*;

use crate::browser::net;
use crate::state::App;

/// Links to the other questionnaires, and which one this is.
pub(crate) fn choice(app: &App) -> impl IntoView + use<> {
    let offered = &app.site.config.models;
    if offered.len() < 2 {
        return None;
    }
    let speech = app.speech.get_untracked();
    let words = &speech.words;
    let others = offered
        .iter()
        .filter(|one| !app.library.is_from(&one.source))
        .map(|one| {
            let address = net::address_with_model(&value(&one.source));
            view! { <li><a href=address>{title(one, words, speech.language)}</a></li> }
        });
    Some(view! {
        <section class="stack">
            <h2>{words.models_heading().to_owned()}</h2>
            <p class="small">{words.models_present(speech.texts.title())}</p>
            <ul class="companies">{others.collect_view()}</ul>
        </section>
    })
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
