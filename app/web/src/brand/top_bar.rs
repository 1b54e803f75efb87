//! The header of every page with the owner's logo and name.

use crate::view::{AnyView, IntoView, Node, view};
use assay_config::Brand;
use assay_locale::Language;
use leptos::prelude::*;

use super::language_switch::language_switch;
use crate::parts::header::{current_page, header, logo_mark};
use crate::state::{App, LocaleBundle};

/// Renders the header; empty in a frame, where the host page has its own.
pub(crate) fn top_bar(app: &App, locale: &LocaleBundle, switch: Callback<Language>) -> AnyView {
    let site = &app.site;
    if site.frame.embedded {
        return Node::Many(Vec::new());
    }
    let is_own = site.config.brand.logo.is_some() || site.offered_languages() != Language::ALL;
    if !is_own {
        return header(&locale.messages, locale.language, &app.route, switch).into_any();
    }
    let messages = &locale.messages;
    let current = |page| current_page(&app.route, page);
    let language = language_switch(app, locale, switch);
    view! {
        <header class="bar">
            <a class="mark" href="#/">{logo(&site.config.brand)}<span>{messages.app_name().to_owned()}</span></a>
            <nav aria-label=messages.nav_label().to_owned()>
                <a href="#/workspace" aria-current=current("workspace")>{messages.nav_mine().to_owned()}</a>
                <a href="#/about" aria-current=current("about")>{messages.nav_about().to_owned()}</a>
                {language}
            </nav>
        </header>
    }
    .into_any()
}

/// Renders the owner's logo with an empty `alt`, since the name follows as text; without a logo the
/// product's mark.
fn logo(brand: &Brand) -> AnyView {
    let Some(light) = brand.logo.clone() else {
        return logo_mark().into_any();
    };
    let dark = brand.logo_dark.clone().unwrap_or_else(|| light.clone());
    view! {
        <img class="logo on-light" src=light alt=""/>
        <img class="logo on-dark" src=dark alt=""/>
    }
    .into_any()
}
