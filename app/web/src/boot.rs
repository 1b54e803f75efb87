//! From the arrival of a program to an app that answers to input.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use assay_core::{Depth, Stance};
use assay_locale::Language;
use gloo::events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::app;
use crate::browser::store::{self, PartialRead};
use crate::browser::{dom, offline, scroll, tabs, teardown};
use crate::handover;
use crate::panic;
use crate::route::Route;
use crate::state::{
    App, LoadError, LocaleBundle, Notice, Questionnaire, Session, Site, load_current,
    load_messages, owner_of, reload_record, set_rescue_session,
};
use crate::variant::AppVariant;
use crate::view::{IntoView, mount};

/// After so many milliseconds a page that does not show yet is spoken of.
const PATIENCE: u32 = 400;

/// Loads what the app needs, puts it in the place of what shows now, and listens.
pub(crate) async fn run_app(program: &'static AppVariant) {
    store::open_store().await;
    let site = match program.load_site {
        Some(read) => read().await,
        None => Site::default(),
    };
    let mut ready = load(program, &site).await;
    loop {
        if program.deferred {
            handover::wait_until_requested().await;
        }
        if ready.is_err() {
            // The network may be back.
            ready = load(program, &site).await;
        }
        match ready {
            Ok((library, speech)) => return begin(program, site, Arc::new(library), speech).await,
            Err(_) if program.deferred && handover::return_to_starter() => {}
            Err(error) => {
                let words = load_messages(program, &site, site.resolve_language(language())).await;
                return (program.show_load_error)(words.ok(), error);
            }
        }
    }
}

async fn load(
    program: &'static AppVariant,
    site: &Site,
) -> Result<(Questionnaire, LocaleBundle), LoadError> {
    let library = (program.load_questionnaire)(site).await?;
    let speech =
        LocaleBundle::load(program, site, site.resolve_language(language()), &library).await;
    speech.map(|speech| (library, speech))
}

/// The language that the page has: `boot.js` or the other program chose it.
fn language() -> Language {
    let tag = dom::page_language().unwrap_or_default();
    Language::from_tag(&tag).unwrap_or(Language::English)
}

async fn begin(
    program: &'static AppVariant,
    site: Site,
    library: Arc<Questionnaire>,
    mut speech: LocaleBundle,
) {
    let language = site.resolve_language(language());
    if speech.language != language
        && let Ok(now) = LocaleBundle::load(program, &site, language, &library).await
    {
        speech = now;
    }
    let given = (program.adopt_state)(&library.model);
    let arrives = given.as_ref().and_then(|given| given.by_link);
    let (session, notice) = match given {
        Some(given) => (given.session, given.notice),
        None => (present(&library).await, None),
    };
    set_rescue_session(&session);
    panic::install_failure_page(speech.messages.clone());
    let app = App {
        variant: program,
        site: Arc::new(site),
        questionnaire: library,
        locale: ArcRwSignal::new(speech),
        route: ArcRwSignal::new(
            Route::from_address(&dom::location_hash(), &dom::location_query())
                .unwrap_or(Route::Start),
        ),
        session: ArcRwSignal::new(session),
        notice: ArcRwSignal::new(notice),
        confirm_dialog: ArcRwSignal::new(None),
        announcement: ArcRwSignal::new(String::new()),
        saved_file: ArcRwSignal::new(None),
    };
    if !(program.can_show)(&app, &app.route.get_untracked()) {
        return hand_over(&app, None);
    }
    keep_stored(&app);
    enter(&app, &app.route.get_untracked(), false);
    show(&app);
    listen(&app);
    if let Some(by_link) = arrives {
        arrive(by_link);
    }
    if !app.site.frame.embedded {
        offline::register_service_worker();
    }
    if let Some(begun) = program.on_start {
        begun(&app);
    }
}

/// The stored assessment, as far as it can be read, or a new one.
async fn present(library: &Questionnaire) -> Session {
    let found = load_current(&library.model).await;
    match found.unwrap_or_else(|PartialRead(part)| part) {
        Some(record) => Session::open(&library.model, record.key, record.assessment, true),
        None => Session::new_assessment(&library.model, Stance::Provide, Depth::Full),
    }
}

/// Has the store write the present assessment again after a loss, and shows what was begun before
/// once a late database can be read.
fn keep_stored(app: &App) {
    let live = app.clone();
    teardown::keep_alive(store::register_rewrite(move || {
        live.current_session().rewrite()
    }));
    let app = app.clone();
    store::on_late_database(move || {
        let app = app.clone();
        wasm_bindgen_futures::spawn_local(async move {
            if !app.current_session().has_entries() {
                let before = present(&app.questionnaire).await;
                if before.has_entries() && !app.current_session().has_entries() {
                    app.switch_to(before);
                }
            }
        });
    });
}

/// Builds the app beside what shows now and puts it in its place in one step.
fn show(app: &App) {
    let first = || dom::by_id::<HtmlElement>("first-screen");
    let Some(place) = dom::by_id::<HtmlElement>("app").or_else(first) else {
        return;
    };
    let Some(stage) = dom::document()
        .and_then(|d| d.create_element("div").ok())
        .and_then(|e| e.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    stage.set_id("app");
    set_title(app, &app.route.get_untracked(), &app.locale.get_untracked());
    let mounted = app.clone();
    mount(&stage, move || app::app_shell(&mounted).into_any());
    follow(app);
    let scrolled = dom::scroll_position();
    let _ = place.replace_with_with_node_1(&stage);
    dom::scroll_to(scrolled);
    if let Some(root) = dom::root() {
        let _ = root.set_attribute("data-ready", "");
    }
}

/// Lets the whole program take over. Until it has, the page before stays and answers; where it
/// cannot be loaded, that is said, and nothing is lost.
fn hand_over(app: &App, by_link: Option<bool>) {
    let slow = {
        let app = app.clone();
        gloo::timers::callback::Timeout::new(PATIENCE, move || {
            // What can be undone stays in view.
            if app
                .current_notice()
                .is_none_or(|notice| notice.undo.is_none())
            {
                app.show_notice(app.messages().app_loading_page().to_owned());
            }
        })
    };
    let slow = Cell::new(Some(slow));
    let failed = {
        let app = app.clone();
        move || {
            slow.take();
            stay(&app, by_link.is_some());
        }
    };
    let failed = Rc::new(failed);
    handover::offer_state(app, by_link, failed.clone());
    wasm_bindgen_futures::spawn_local(async move {
        if handover::request_full_app().await.is_err() {
            failed();
        }
    });
}

/// Says that the page that was wanted could not be loaded. The one before keeps its address, so
/// that a press on the same link tries again.
fn stay(app: &App, shown: bool) {
    if shown {
        dom::replace_address(&scroll::current_address());
    }
    app.notice.set(Some(Notice {
        text: app.messages().app_page_failed().to_owned(),
        undo: app.current_notice().and_then(|notice| notice.undo),
    }));
    say_on_first_screen(app.messages().app_page_failed());
}

/// Says something where nothing was mounted yet.
fn say_on_first_screen(text: &str) {
    if let Some(first) = dom::by_id::<HtmlElement>("first-screen") {
        first.set_text_content(Some(text));
    }
}

fn set_title(app: &App, route: &Route, speech: &LocaleBundle) {
    if let Some(document) = dom::document() {
        document.set_title(&(app.variant.page_title)(app, route, speech));
    }
}

/// Keeps the tab's title and the document's language in step.
fn follow(app: &App) {
    let app = app.clone();
    let owner = Owner::new();
    owner.with(|| {
        Effect::new(move |_| {
            let (route, speech) = (app.route.get(), app.locale.get());
            set_title(&app, &route, &speech);
            if let Some(root) = dom::root() {
                let _ = root.set_attribute("lang", speech.language.tag());
            }
        });
    });
    teardown::keep_alive(owner);
}

/// Follows the address, other tabs, and links that were pressed.
fn listen(app: &App) {
    scroll::track_positions(&dom::location_hash());
    let Some(window) = dom::window() else { return };
    let here = app.clone();
    let pressed = Rc::new(Cell::new(false));
    let by_link = pressed.clone();
    teardown::keep_alive(EventListener::new(&window, "click", move |event| {
        by_link.set(dom::closest::<Element>(event, "a[href^='#/']").is_some());
    }));
    teardown::keep_alive(EventListener::new(&window, "hashchange", move |_| {
        if let Some(route) = Route::from_address(&dom::location_hash(), &dom::location_query()) {
            go(&here, route, pressed.replace(false));
        }
    }));
    let heard = app.clone();
    tabs::on_change(move |key| hear(&heard, &key));
}

/// Shows the page of an address. By a link one comes to its top; back and forward find it as it was.
fn go(app: &App, route: Route, by_link: bool) {
    let same = app
        .route
        .with_untracked(|before| before.is_same_page(&route));
    if !enter(app, &route, true) {
        return;
    }
    if !(app.variant.can_show)(app, &route) {
        return hand_over(app, Some(by_link));
    }
    scroll::set_current_address(&dom::location_hash());
    app.route.set(route);
    if !same {
        app.saved_file.set(None);
        arrive(by_link);
    }
}

/// Puts focus and view where they belong on a page that was come to.
fn arrive(by_link: bool) {
    gloo::timers::callback::Timeout::new(0, move || {
        focus_heading();
        if by_link {
            dom::scroll_to_top();
        } else {
            scroll::restore_position();
        }
    })
    .forget();
}

/// The focus goes to the heading of the new page, unless the page has already put it somewhere.
fn focus_heading() {
    let inside = dom::query::<Element>("main :focus").is_some();
    if let Some(heading) = dom::query::<HtmlElement>("main h1").filter(|_| !inside) {
        dom::focus(&heading);
    }
}

/// What must be settled before a page shows: a new assessment is asked for first. False where the
/// page is not to be shown (yet).
fn enter(app: &App, route: &Route, running: bool) -> bool {
    let Route::Profile(Some(depth)) = route else {
        return true;
    };
    let depth = App::default_depth(&app.questionnaire, app.current_session().stance(), *depth);
    let before = scroll::current_address();
    let asks = app.current_session().has_entries();
    dom::replace_address(match (asks, running) {
        (true, true) => &before,
        (true, false) => "#/",
        (false, _) => "#/profile",
    });
    app.confirm_new_assessment(depth);
    if !running {
        app.route.set(if asks {
            Route::Start
        } else {
            Route::Profile(None)
        });
        return true;
    }
    if !asks {
        scroll::set_current_address("#/profile");
        app.route.set(Route::Profile(None));
        dom::scroll_to_top();
        gloo::timers::callback::Timeout::new(0, focus_heading).forget();
    }
    false
}

/// Takes over what another tab stored, if it belongs to the present assessment.
fn hear(app: &App, key: &str) {
    let session = app.current_session();
    if key == tabs::ALL_KEYS || owner_of(key) == Some(session.key()) {
        wasm_bindgen_futures::spawn_local(async move {
            match reload_record(session.model(), session.key()).await {
                Ok(Some(record)) => session.apply_remote_change(record.assessment),
                Ok(None) => session.mark_deleted(),
                // What cannot be read is not gone.
                Err(PartialRead(_)) => {}
            }
        });
    }
}
