//! The bar at the top of every page, with the owner's logo and name.

use crate::view::{AnyView, IntoView, Node, view};
use assay_config::Brand;
use leptos::prelude::*;

use crate::parts::header::{header, logo_mark};
use crate::route::Route;
use crate::state::{App, LocaleBundle};

/// The bar; none in a frame, whose page has one of its own.
pub(crate) fn top_bar(
    app: &App,
    speech: &LocaleBundle,
    route: &Route,
    switch: Callback<()>,
) -> AnyView {
    let site = &app.site;
    if site.frame.embedded {
        return Node::Many(Vec::new());
    }
    let other = site.other_language(speech.language);
    if site.config.brand.logo.is_none() && other.is_some() {
        return header(&speech.messages, speech.language, route, switch).into_any();
    }
    let words = &speech.messages;
    let current = |page: &str| (route.page() == page).then_some("page");
    let language = other.map(|other| {
        view! {
            <a class="language" href=format!("?lang={}", other.tag()) lang=other.tag() data-action="language"
                on:click=move |event| { event.prevent_default(); switch.run(()); }>
                {words.app_other_language().to_owned()}
            </a>
        }
    });
    view! {
        <header class="bar">
            <a class="mark" href="#/">{logo(&site.config.brand)}<span>{words.app_name().to_owned()}</span></a>
            <nav aria-label=words.nav_label().to_owned()>
                <a href="#/workspace" aria-current=current("workspace")>{words.nav_mine().to_owned()}</a>
                <a href="#/about" aria-current=current("about")>{words.nav_about().to_owned()}</a>
                {language}
            </nav>
        </header>
    }
    .into_any()
}

/// The owner's logo beside the name, which says the same; else the maker's mark.
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
