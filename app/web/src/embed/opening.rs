//! Where a frame opens: at the profile, or at the first question if the host page determines stance
//! and depth. The host page has introduced the assessment, so a frame does not begin with the start
//! page; that stays at `#/`.

use std::cell::Cell;

use leptos::prelude::*;

use super::message::Options;
use crate::browser::{dom, net, scroll};
use crate::route::{self, Route};
use crate::state::{App, Session};

thread_local! {
    /// Whether the profile shows because the frame has just opened.
    static IS_OPENING: Cell<bool> = const { Cell::new(false) };
}

/// Opens the profile of a new assessment, in the depth that the site begins with. Does nothing if
/// the address names a page, if the visitor has begun, or if the site offers several questionnaires
/// and the host page names none: the start page then offers to continue, or the questionnaires.
pub(super) fn open_profile(app: &App) {
    let session = app.current_session();
    let names_page = !dom::location_hash().is_empty();
    let has_begun = session.has_entries() || session.invitation().is_some();
    let is_choice = app.site.config.models.len() > 1 && net::query_parameter("model").is_none();
    if names_page || has_begun || is_choice || app.route.get_untracked() != Route::Start {
        return;
    }
    let depth = app.site.config.default_depth;
    let model = &app.questionnaire.model;
    let depth = App::default_depth(&app.questionnaire, session.stance(), depth);
    app.switch_to(Session::new_assessment(model, session.stance(), depth));
    IS_OPENING.set(true);
    show(app, "#/profile", Route::Profile(None));
}

/// Opens the first question if the frame has just opened and the host page determines what the
/// profile would ask for.
pub(super) fn skip_profile(app: &App, options: &Options) {
    let is_opening = IS_OPENING.replace(false) && app.route.get_untracked() == Route::Profile(None);
    let session = app.current_session();
    let is_depth_known = options.depth.is_some() || !session.model().offers_quick(session.stance());
    if !is_opening || options.stance.is_none() || !is_depth_known || session.has_entries() {
        return;
    }
    let first = untrack(|| session.first_asked_section());
    let section = session.model().section(first).id.clone();
    let address = route::section_address(&section);
    show(
        app,
        &address,
        Route::Section {
            id: section,
            question: None,
        },
    );
}

/// Shows a page in the place of the present one.
fn show(app: &App, address: &str, route: Route) {
    dom::replace_address(address);
    scroll::set_current_address(address);
    app.route.set(route);
}
