//! The frame around every page, and which page it is.

use crate::view::{AnyView, IntoView, Node, view};
use leptos::prelude::*;
use web_sys::{HtmlElement, ScrollLogicalPosition};

use crate::browser::dom;
use crate::parts::{confirm_dialog, notices, saved_file};
use crate::route::Route;
use crate::state::{App, LocaleBundle};

/// The whole app. A page is made anew when the address, the language or the assessment changes;
/// answers live outside pages, so nothing is lost by that.
pub(crate) fn app_shell(app: &App) -> impl IntoView + use<> {
    provide_context(app.clone());
    let main = {
        let app = app.clone();
        move || page(&app, &app.route.get(), &app.locale.get())
    };
    let top = {
        let app = app.clone();
        move || top(&app, &app.locale.get(), &app.route.get())
    };
    let said = app.announcement.clone();
    let (above, below) = app.variant.surroundings.map(|around| around(app)).unzip();
    view! {
        {top}
        {above}
        {notices::storage_warning(app)}
        {notices::notice_banner(app)}
        {main}
        {saved_file::saved_file(app)}
        {below}
        {confirm_dialog::confirm_dialog(app)}
        <div class="visually-hidden" aria-live="polite">{move || said.get()}</div>
    }
}

fn top(app: &App, speech: &LocaleBundle, route: &Route) -> impl IntoView + use<> {
    let other = speech.language.other();
    let doing = app.clone();
    let switch = Callback::new(move |()| {
        let app = doing.clone();
        wasm_bindgen_futures::spawn_local(async move {
            app.switch_language(other).await;
            dom::restore_lost_focus("[data-action=language]");
        });
    });
    let skip = |event: web_sys::MouseEvent| {
        event.prevent_default();
        if let Some(main) = dom::by_id::<HtmlElement>("main") {
            dom::focus(&main);
            dom::scroll_into_view(&main, ScrollLogicalPosition::Start);
        }
    };
    view! {
        <a class="skip" href="#main" on:click=skip>{speech.messages.app_skip().to_owned()}</a>
        {(app.variant.header)(app, speech, route, switch)}
    }
}

/// The page of an address, in its `main` with the hooks that scripts read. Nothing where the other
/// program is needed: the page before it stays until that one has taken over.
fn page(app: &App, route: &Route, speech: &LocaleBundle) -> AnyView {
    app.session.track();
    let Some(page) = (app.variant.page_view)(app, route, speech) else {
        return Node::Many(Vec::new());
    };
    view! { <main id="main" tabindex="-1" data-page=page.kind data-section=page.section>{page.content}</main> }
        .into_any()
}
