//! Following the address: which page shows, and where its focus and its view are.

use std::cell::Cell;
use std::rc::Rc;

use assay_core::Depth;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use web_sys::{Element, HtmlElement};

use crate::browser::{dom, scroll, teardown};
use crate::programs::{Variant, takeover};
use crate::route::Route;
use crate::state::App;

/// Shows the page of every address that the reader opens.
pub(super) fn follow_address(app: &App, variant: Variant) {
    scroll::track_positions(&dom::location_hash());
    let Some(window) = dom::window() else { return };
    let followed_link = Rc::new(Cell::new(false));
    let clicked = followed_link.clone();
    teardown::keep_alive(EventListener::new(&window, "click", move |event| {
        clicked.set(dom::closest::<Element>(event, "a[href^='#/']").is_some());
    }));
    let app = app.clone();
    teardown::keep_alive(EventListener::new(&window, "hashchange", move |_| {
        let route = variant.read_route(&dom::location_hash(), &dom::location_query());
        if let Some(route) = route {
            show_route(&app, variant, route, followed_link.replace(false));
        }
    }));
}

/// Shows the page of a route. A link leads to its top; back and forward lead to where it was left.
fn show_route(app: &App, variant: Variant, route: Route, by_link: bool) {
    let shown = app.route.get_untracked();
    if let Route::Profile(Some(depth)) = route {
        return begin_assessment(app, depth);
    }
    if !variant.can_show(app, &route) {
        return takeover::request_page(app, Some(by_link));
    }
    scroll::set_current_address(&dom::location_hash());
    let is_same_page = shown.is_same_page(&route);
    app.route.set(route);
    if !is_same_page {
        app.saved_file.set(None);
        app.age_notice();
        focus_page(by_link);
    }
}

/// Begins a new assessment, or asks before that where one would be left behind.
fn begin_assessment(app: &App, depth: Depth) {
    let asks = app.current_session().has_entries();
    match asks {
        true => dom::replace_address(&scroll::current_address()),
        false => dom::replace_address("#/profile"),
    }
    confirm_new_assessment(app, depth);
    if !asks {
        scroll::set_current_address("#/profile");
        app.route.set(Route::Profile(None));
        dom::scroll_to_top();
        Timeout::new(0, focus_heading).forget();
    }
}

/// Does the same for the address that the app was opened at, before anything shows.
pub(super) fn prepare_first_page(app: &App) {
    let Route::Profile(Some(depth)) = app.route.get_untracked() else {
        return;
    };
    let asks = app.current_session().has_entries();
    let (address, route) = match asks {
        true => ("#/", Route::Start),
        false => ("#/profile", Route::Profile(None)),
    };
    dom::replace_address(address);
    confirm_new_assessment(app, depth);
    app.route.set(route);
}

fn confirm_new_assessment(app: &App, depth: Depth) {
    let stance = app.current_session().stance();
    app.confirm_new_assessment(App::default_depth(&app.questionnaire, stance, depth));
}

/// Puts the focus to the heading of a page that was just shown, and scrolls to its top or to where
/// it was left.
pub(super) fn focus_page(by_link: bool) {
    Timeout::new(0, move || {
        focus_heading();
        match by_link {
            true => dom::scroll_to_top(),
            false => scroll::restore_position(),
        }
    })
    .forget();
}

/// Focuses the heading of the page, unless something in the page has the focus already.
fn focus_heading() {
    let has_focus = dom::query::<Element>("main :focus").is_some();
    if let Some(heading) = dom::query::<HtmlElement>("main h1").filter(|_| !has_focus) {
        dom::focus(&heading);
    }
}
