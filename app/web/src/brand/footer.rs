//! The footer of every page: the owner's legal links and, in a frame, the links of the header.

use crate::view::{CollectView, IntoView, view};
use leptos::prelude::*;

use super::language_switch::language_switch;
use crate::state::{App, LocaleBundle};

/// Renders the footer; nothing if it would be empty. In a frame its links open in a new window.
pub(crate) fn footer(app: &App) -> impl IntoView + use<> {
    let app = app.clone();
    move || {
        let locale = app.locale.get();
        let config = &app.site.config;
        let embedded = app.site.frame.embedded;
        let target = embedded.then_some("_blank");
        let mut links: Vec<(String, String)> = config
            .legal
            .iter()
            .map(|link| {
                (
                    link.label.get(locale.language).to_owned(),
                    link.address.clone(),
                )
            })
            .collect();
        if let (Some(address), Some(name)) = (&config.consent.privacy, &config.brand.name) {
            links.push((locale.messages.consent_privacy(name), address.clone()));
        }
        if links.is_empty() && !embedded {
            return None;
        }
        let bar = embedded.then(|| page_links(&app, &locale));
        let links = links.into_iter().map(|(label, address)| {
            view! { <li><a href=address target=target rel="noopener">{label}</a></li> }
        });
        Some(view! {
            <footer class="foot">
                <nav aria-label=locale.messages.embed_foot().to_owned()>
                    <ul class="row">{bar}{links.collect_view()}</ul>
                </nav>
            </footer>
        })
    }
}

/// Renders links to the main pages: a frame has no header, and the host page's Back button does not
/// cover them.
fn page_links(app: &App, locale: &LocaleBundle) -> impl IntoView + use<> {
    let (messages, route) = (&locale.messages, app.route.get());
    let pages = [
        ("start", "#/", messages.error_home()),
        ("workspace", "#/workspace", messages.nav_mine()),
        ("about", "#/about", messages.nav_about()),
    ];
    let pages = pages.map(|(page, address, label)| {
        let current = (route.page() == page).then_some("page");
        view! { <li><a href=address aria-current=current>{label.to_owned()}</a></li> }
    });
    let switching = app.clone();
    let switch = Callback::new(move |language| {
        let app = switching.clone();
        wasm_bindgen_futures::spawn_local(async move { app.switch_language(language).await });
    });
    let choice = language_switch(app, locale, switch);
    view! { {pages.collect_view()}{choice.map(|choice| view! { <li>{choice}</li> })} }
}
