//! The header of every page with the owner's logo and name.

use crate::view::{AnyView, IntoView, Node, view};
use assay_config::Brand;
use leptos::prelude::*;

use crate::parts::header::{header, logo_mark};
use crate::route::Route;
use crate::state::{App, LocaleBundle};

/// Renders the header; empty in a frame, where the host page has its own.
pub(crate) fn top_bar(
    app: &App,
    locale: &LocaleBundle,
    route: &Route,
    switch: Callback<()>,
) -> AnyView {
    let site = &app.site;
    if site.frame.embedded {
        return Node::Many(Vec::new());
    }
    let other = site.other_language(locale.language);
    if site.config.brand.logo.is_none() && other.is_some() {
        return header(&locale.messages, locale.language, route, switch).into_any();
    }
    let messages = &locale.messages;
    let current = |page: &str| (route.page() == page).then_some("page");
    let language = other.map(|other| {
        view! {
            <a class="language" href=format!("?lang={}", other.tag()) lang=other.tag() data-action="language"
                on:click=move |event| { event.prevent_default(); switch.run(()); }>
                {messages.app_other_language().to_owned()}
            </a>
        }
    });
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
