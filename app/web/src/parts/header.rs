//! The header of every page, with the choice of the language.

use std::sync::Arc;

use crate::view::{IntoView, view};
use assay_locale::{Language, Messages};
use leptos::prelude::*;

use super::language_choice::language_choice;
use crate::route::Route;

/// Renders the product's mark: a hexagon with an A.
pub(crate) fn logo_mark() -> impl IntoView {
    view! {
        <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false">
            <path class="mark-frame" d="M20 2 36 11v18L20 38 4 29V11Z"/>
            <path class="mark-letter" d="M11 29 20 10l9 19M14.5 23h11"/>
        </svg>
    }
}

/// The value of `aria-current` for a link to a page, which follows the route: the header stays from
/// page to page.
pub(crate) fn current_page(
    route: &ArcRwSignal<Route>,
    page: &'static str,
) -> impl Fn() -> Option<&'static str> + use<> {
    let route = route.clone();
    move || (route.with(Route::page) == page).then_some("page")
}

/// Renders the header. `switch` changes the language.
pub(crate) fn header(
    messages: &Arc<Messages>,
    language: Language,
    route: &ArcRwSignal<Route>,
    switch: Callback<Language>,
) -> impl IntoView + use<> {
    let current = |page| current_page(route, page);
    view! {
        <header class="bar">
            <a class="mark" href="#/">{logo_mark()}<span>{messages.app_name().to_owned()}</span></a>
            <nav aria-label=messages.nav_label().to_owned()>
                <a href="#/workspace" aria-current=current("workspace")>{messages.nav_mine().to_owned()}</a>
                <a href="#/about" aria-current=current("about")>{messages.nav_about().to_owned()}</a>
                {language_choice(messages, language, &Language::ALL, switch)}
            </nav>
        </header>
    }
}
