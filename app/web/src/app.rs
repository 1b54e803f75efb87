//! The frame around every page, and the page of the address.

use crate::view::{AnyView, IntoView, Node, view};
use leptos::prelude::*;
use web_sys::{HtmlElement, ScrollLogicalPosition};

use crate::browser::dom;
use crate::parts::{confirm_dialog, notices};
use crate::programs::Variant;
use crate::route::Route;
use crate::state::{App, LocaleBundle};

/// The whole app. A page is rebuilt when the address, the language or the assessment changes;
/// answers live outside pages.
pub(crate) fn app_shell(app: &App, variant: Variant) -> impl IntoView + use<> {
    provide_context(app.clone());
    let main = {
        let app = app.clone();
        move || page(&app, variant, &app.route.get(), &app.locale.get())
    };
    let top = {
        let app = app.clone();
        move || top(&app, variant, &app.locale.get())
    };
    let saved_file = {
        let app = app.clone();
        move || {
            let elsewhere = app.dialog_shows_saved_file.get();
            let file = app.saved_file.get().filter(|_| !elsewhere);
            file.map(|file| variant.saved_file_view(&app, &file))
        }
    };
    let announcement = app.announcement.clone();
    let (above, below) = variant.surroundings(app).unzip();
    view! {
        {top}
        {above}
        {notices::storage_warning(app)}
        {notices::notice_banner(app)}
        {main}
        {saved_file}
        {below}
        {confirm_dialog::confirm_dialog(app)}
        <div class="visually-hidden" aria-live="polite">{move || announcement.get()}</div>
    }
}

/// The link that skips the header, and the header.
fn top(app: &App, variant: Variant, locale: &LocaleBundle) -> impl IntoView + use<> {
    let switching = app.clone();
    let switch = Callback::new(move |language| {
        let app = switching.clone();
        wasm_bindgen_futures::spawn_local(async move {
            app.switch_language(language).await;
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
        <a class="skip" href="#main" on:click=skip>{locale.messages.app_skip().to_owned()}</a>
        {variant.header(app, locale, switch)}
    }
}

/// The page of a route in its `main` element, whose attributes scripts read. Nothing where the other
/// app has the page: the page before stays until that app shows it.
fn page(app: &App, variant: Variant, route: &Route, locale: &LocaleBundle) -> AnyView {
    app.session.track();
    let Some(page) = variant.page_view(app, route, locale) else {
        return Node::Many(Vec::new());
    };
    view! { <main id="main" tabindex="-1" data-page=page.kind data-section=page.section>{page.content}</main> }
        .into_any()
}
