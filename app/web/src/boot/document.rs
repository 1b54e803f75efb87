//! The document around the app: where it is mounted, its title, its language.

use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::app;
use crate::browser::{console, dom, teardown};
use crate::programs::Variant;
use crate::route::Route;
use crate::state::{App, LocaleBundle};
use crate::view::{IntoView, NO_ELEMENT, mount};

/// Builds the app beside what the page shows and replaces that in one step.
pub(super) fn show_app(app: &App, variant: Variant) {
    let first_screen = || dom::by_id::<HtmlElement>("first-screen");
    let Some(place) = dom::by_id::<HtmlElement>("app").or_else(first_screen) else {
        return;
    };
    let stage = dom::create::<HtmlElement>("div");
    // The exception leads to the failure page; without it the page before would stay and do nothing.
    let stage = stage.unwrap_or_else(|| wasm_bindgen::throw_str(NO_ELEMENT));
    stage.set_id("app");
    // Read before the document changes, so that the browser need not lay it out for this.
    let scrolled = dom::scroll_position();
    let (route, locale) = (app.route.get_untracked(), app.locale.get_untracked());
    set_title(app, variant, &route, &locale);
    let shown = app.clone();
    mount(&stage, move || app::app_shell(&shown, variant).into_any());
    follow_title(app, variant);
    console::log_error("show the app", place.replace_with_with_node_1(&stage));
    dom::scroll_to(scrolled);
    dom::set_root_attribute("data-ready", "");
}

/// Keeps the tab's title and the document's language up to date.
fn follow_title(app: &App, variant: Variant) {
    let app = app.clone();
    let owner = Owner::new();
    let effect = owner.with(|| {
        RenderEffect::new(move |_: Option<()>| {
            let (route, locale) = (app.route.get(), app.locale.get());
            set_title(&app, variant, &route, &locale);
            // The browser styles the whole page again when this is set, even to the same value.
            let tag = locale.language.tag();
            if dom::page_language().as_deref() != Some(tag) {
                dom::set_root_attribute("lang", tag);
            }
            let direction = locale.messages.app_direction();
            if dom::page_direction() != direction {
                dom::set_root_attribute("dir", direction);
            }
        })
    });
    teardown::keep_alive((owner, effect));
}

fn set_title(app: &App, variant: Variant, route: &Route, locale: &LocaleBundle) {
    if let Some(document) = dom::document() {
        document.set_title(&variant.page_title(app, route, locale));
    }
}
