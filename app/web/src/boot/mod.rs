//! Starts an app: from the arrival of its program until it reacts to input.

mod document;
mod navigation;
mod storage_sync;
mod undo_events;

use std::sync::Arc;

use assay_locale::Language;
use leptos::prelude::*;

use crate::browser::{dom, offline, store};
use crate::panic;
use crate::programs::{LoadedData, Variant, handover, takeover};
use crate::route::Route;
use crate::state::{
    App, LoadError, LocaleBundle, Questionnaire, Site, load_messages, set_rescue_session,
};

/// Loads what the app needs, replaces what the page shows, and starts to listen. The full app waits
/// until it is requested.
pub(crate) async fn run_app(variant: Variant) {
    store::open_store().await;
    // An app has one site, until its page is closed.
    let site: &'static Site = Box::leak(Box::new(variant.load_site().await));
    let mut loaded = load(variant, site).await;
    loop {
        let is_deferred = match variant.wait_until_requested(site, loaded.as_ref().ok()) {
            Some(request) => {
                request.await;
                true
            }
            None => false,
        };
        if loaded.is_err() {
            // The network may be back.
            loaded = load(variant, site).await;
        }
        match loaded {
            Ok((questionnaire, locale)) => {
                return start(variant, site, questionnaire, locale).await;
            }
            Err(_) if is_deferred && handover::return_to_starter() => {}
            Err(error) => {
                let messages = load_messages(variant, site, page_language(site)).await;
                // Without messages the error is shown in English.
                return variant.show_load_error(messages.ok(), error);
            }
        }
    }
}

async fn load(variant: Variant, site: &Site) -> Result<LoadedData, LoadError> {
    let questionnaire = variant.load_questionnaire(site).await?;
    let locale = LocaleBundle::load(variant, site, page_language(site), &questionnaire).await;
    locale.map(|locale| (Arc::new(questionnaire), locale))
}

/// The site's language for that of the page, which `boot.js` or the other app chose.
fn page_language(site: &Site) -> Language {
    let tag = dom::page_language().unwrap_or_default();
    site.resolve_language(Language::from_tag(&tag).unwrap_or(Language::English))
}

/// Shows the app and starts to listen; requests the full app where this one lacks the page.
async fn start(
    variant: Variant,
    site: &'static Site,
    questionnaire: Arc<Questionnaire>,
    mut locale: LocaleBundle,
) {
    // The reader may have switched the language while the full app was waiting.
    let language = page_language(site);
    if locale.language != language
        && let Ok(now) = LocaleBundle::load(variant, site, language, &questionnaire).await
    {
        locale = now;
    }
    let (app, by_link) = create_app(variant, site, questionnaire, locale).await;
    if !variant.can_show(&app, &app.route.get_untracked()) {
        return takeover::request_page(&app, None);
    }
    storage_sync::keep_stored(&app);
    navigation::prepare_first_page(&app);
    document::show_app(&app, variant);
    navigation::follow_address(&app, variant);
    undo_events::follow_undo(&app, variant);
    storage_sync::follow_other_tabs(&app);
    if let Some(by_link) = by_link {
        navigation::focus_page(by_link);
    }
    if !site.frame.embedded {
        offline::register_service_worker(page_language(site));
    }
    variant.on_start(&app);
}

/// The app with the state of the other app, or with the stored assessment. The second value is how
/// the reader came to the page, as in [`HandoverState`](handover::HandoverState).
async fn create_app(
    variant: Variant,
    site: &'static Site,
    questionnaire: Arc<Questionnaire>,
    locale: LocaleBundle,
) -> (App, Option<bool>) {
    let state = variant.adopt_state(&questionnaire.model);
    let by_link = state.as_ref().and_then(|state| state.by_link);
    let (session, notice) = match state {
        Some(state) => (state.session, state.notice),
        None => (storage_sync::stored_session(&questionnaire).await, None),
    };
    set_rescue_session(&session);
    panic::install_failure_page(locale.messages.clone());
    let route = variant.read_route(&dom::location_hash(), &dom::location_query());
    let app = App {
        loader: variant,
        site,
        questionnaire,
        locale: ArcRwSignal::new(locale),
        route: ArcRwSignal::new(route.unwrap_or(Route::Start)),
        session: ArcRwSignal::new(session),
        notice: ArcRwSignal::new(notice),
        confirm_dialog: ArcRwSignal::new(None),
        announcement: ArcRwSignal::new(String::new()),
        saved_file: ArcRwSignal::new(None),
        dialog_shows_saved_file: ArcRwSignal::new(false),
    };
    (app, by_link)
}
