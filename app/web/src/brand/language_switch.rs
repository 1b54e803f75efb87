//! The switch between the languages that the owner offers.

use crate::view::{AnyView, IntoView, view};
use assay_locale::Language;
use leptos::prelude::*;

use crate::parts::language_choice::language_choice;
use crate::state::{App, LocaleBundle};

/// Renders a link to the other of two languages, or a choice of more than two. `None` where there is
/// one language or the owner has switched this off.
pub(super) fn language_switch(
    app: &App,
    locale: &LocaleBundle,
    switch: Callback<Language>,
) -> Option<AnyView> {
    let offered = app.site.offered_languages();
    let mut others = offered.iter().filter(|one| **one != locale.language);
    let other = *others.next()?;
    Some(match others.next() {
        None => language_link(other, switch).into_any(),
        Some(_) => language_choice(&locale.messages, locale.language, offered, switch).into_any(),
    })
}

fn language_link(other: Language, switch: Callback<Language>) -> impl IntoView {
    view! {
        <a class="language" href=format!("?lang={}", other.tag()) lang=other.tag() data-action="language"
            on:click=move |event| { event.prevent_default(); switch.run(other); }>
            {other.own_name().to_owned()}
        </a>
    }
}
