//! The footer of every page: the owner's legal links and, in a frame, the links of the header.

use crate::view::{AnyView, CollectView, IntoView, view};
use leptos::prelude::*;

use super::language_switch::language_switch;
use crate::parts::effort::effort_sentence;
use crate::route::Route;
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
        let privacy = embedded.then(|| privacy_line(&app, &locale));
        if links.is_empty() && !embedded {
            return None;
        }
        let bar = embedded.then(|| page_links(&app, &locale));
        let links = links.into_iter().map(|(label, address)| {
            view! { <li><a href=address target=target rel="noopener">{label}</a></li> }
        });
        Some(view! {
            <footer class="foot">
                {privacy}
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

/// Renders where answers are stored, on the pages where a frame may open: it does not begin with the
/// start page, which says so elsewhere. With a depth that the host page determines, the effort
/// precedes it, because the profile does not offer the depths then.
fn privacy_line(app: &App, locale: &LocaleBundle) -> Option<AnyView> {
    let session = app.current_session();
    let first = &session.model().section(session.first_asked_section()).id;
    let (is_profile, is_first) = match app.route.get() {
        Route::Profile(_) => (true, false),
        Route::Section { id, .. } => (false, id == *first),
        _ => (false, false),
    };
    let messages = &locale.messages;
    let effort = (is_profile && app.site.fixed_depth().is_some()).then(|| {
        let stance = session.profile().with(|profile| profile.stance);
        let effort = effort_sentence(messages, session.model(), stance, session.depth().get());
        view! { <p class="small" data-effort>{effort}</p> }
    });
    (is_profile || is_first).then(|| {
        view! { {effort}<p class="small" data-private>{messages.start_private().to_owned()}</p> }.into_any()
    })
}
