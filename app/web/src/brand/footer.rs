//! The foot of every page: the owner's legal links, and in a frame what the bar has elsewhere.

use crate::view::{CollectView, IntoView, view};
use assay_locale::Language;
use leptos::prelude::*;

use crate::state::{App, LocaleBundle};

/// The foot, where it would hold anything. Its links open outside a frame.
pub(crate) fn footer(app: &App) -> impl IntoView + use<> {
    let app = app.clone();
    move || {
        let speech = app.locale.get();
        let config = &app.site.config;
        let embedded = app.site.frame.embedded;
        let target = embedded.then_some("_blank");
        let mut links: Vec<(String, String)> = config
            .legal
            .iter()
            .map(|link| {
                (
                    link.label.get(speech.language).to_owned(),
                    link.address.clone(),
                )
            })
            .collect();
        if let (Some(address), Some(name)) = (&config.consent.privacy, &config.brand.name) {
            links.push((speech.messages.consent_privacy(name), address.clone()));
        }
        if links.is_empty() && !embedded {
            return None;
        }
        let bar = embedded.then(|| page_links(&app, &speech));
        let links = links.into_iter().map(|(label, address)| {
            view! { <li><a href=address target=target rel="noopener">{label}</a></li> }
        });
        Some(view! {
            <footer class="foot">
                <nav aria-label=speech.messages.embed_foot().to_owned()>
                    <ul class="row">{bar}{links.collect_view()}</ul>
                </nav>
            </footer>
        })
    }
}

/// The ways between pages, which the page around the frame does not know of, and its own Back
/// button does not go.
fn page_links(app: &App, speech: &LocaleBundle) -> impl IntoView + use<> {
    let (words, route) = (&speech.messages, app.route.get());
    let pages = [
        ("start", "#/", words.error_home()),
        ("workspace", "#/workspace", words.nav_mine()),
        ("about", "#/about", words.nav_about()),
    ];
    let pages = pages.map(|(page, address, label)| {
        let current = (route.page() == page).then_some("page");
        view! { <li><a href=address aria-current=current>{label.to_owned()}</a></li> }
    });
    let other = app.site.other_language(speech.language);
    view! { {pages.collect_view()}{other.map(|other| language_button(app, other))} }
}

fn language_button(app: &App, other: Language) -> impl IntoView + use<> {
    let label = app.messages().app_other_language().to_owned();
    let app = app.clone();
    let switch = move |_| {
        let app = app.clone();
        wasm_bindgen_futures::spawn_local(async move { app.switch_language(other).await });
    };
    view! { <li><button class="plain" lang=other.tag() data-action="language" on:click=switch>{label}</button></li> }
}
