//! Building a result out of sight while the reader answers, so that their own shows at once.

use std::sync::Arc;

use leptos::prelude::ArcRwSignal;
use web_sys::Element;

use super::full::FullApp;
use super::handover;
use crate::app::app_shell;
use crate::browser::{boot_registry, dom};
use crate::route::Route;
use crate::state::{App, LocaleBundle, Questionnaire, Session, Site};
use crate::view::{IntoView, Rehearsal};

/// Builds the result of an example in steps, each in an idle moment, and drops it. Ends when a page
/// is requested. Does nothing where no starter shows the page: the reader of a received result has seen
/// one.
pub(super) async fn rehearse_result(
    site: &'static Site,
    questionnaire: &Arc<Questionnaire>,
    locale: &LocaleBundle,
) {
    if !wait_for_idle().await || dom::query::<Element>("[data-ai-content]").is_some() {
        return;
    }
    let Some(app) = example_app(site, questionnaire, locale) else {
        return;
    };
    handover::rehearse_transfer(&app.current_session());
    if !wait_for_idle().await {
        return;
    }
    let Some(mut page) = Rehearsal::begin(|| app_shell(&app, &FullApp).into_any()) else {
        return;
    };
    while wait_for_idle().await && page.build_next_part() {}
}

/// Waits for an idle moment of the starter. False if it has requested the full app.
async fn wait_for_idle() -> bool {
    boot_registry::wait_until_idle_or_requested().await;
    dom::root().is_some_and(|root| root.has_attribute("data-ready")) && !handover::is_offered()
}

/// The app at the result of the first example; `None` without examples.
fn example_app(
    site: &'static Site,
    questionnaire: &Arc<Questionnaire>,
    locale: &LocaleBundle,
) -> Option<App> {
    let example = questionnaire.examples.first()?.assessment.clone();
    let session = Session::open(&questionnaire.model, String::new(), example, false);
    Some(App {
        loader: &FullApp,
        site,
        questionnaire: questionnaire.clone(),
        locale: ArcRwSignal::new(locale.clone()),
        route: ArcRwSignal::new(Route::Results),
        session: ArcRwSignal::new(session),
        notice: ArcRwSignal::new(None),
        confirm_dialog: ArcRwSignal::new(None),
        announcement: ArcRwSignal::new(String::new()),
        saved_file: ArcRwSignal::new(None),
        dialog_shows_saved_file: ArcRwSignal::new(false),
    })
}
