//! The choice of the language.

use crate::view::{CollectView, IntoView, view};
use assay_locale::{Language, Messages};
use leptos::prelude::*;

/// Renders a list of languages, each under its own name. `switch` receives the chosen one; before the
/// app runs, `boot.js` loads the page in it.
pub(crate) fn language_choice(
    messages: &Messages,
    current: Language,
    offered: &[Language],
    switch: Callback<Language>,
) -> impl IntoView + use<> {
    let options = offered.iter().map(|&language| {
        view! {
            <option value=language.tag() lang=language.tag() selected=language == current>{language.own_name().to_owned()}</option>
        }
    });
    let choose = move |event: web_sys::Event| {
        if let Some(language) = Language::from_tag(&event_target_value(&event)) {
            switch.run(language);
        }
    };
    view! {
        <select class="language" data-action="language" autocomplete="off" aria-label=messages.app_language().to_owned() on:change=choose>
            {options.collect_view()}
        </select>
    }
}
