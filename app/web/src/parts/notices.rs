//! Notices above the page: the last event, and problems of the storage.

use crate::view::{IntoView, view};
use leptos::prelude::*;

use crate::browser::{
    dom,
    store::{self, StorageHealth},
};
use crate::state::{App, Notice};

/// Renders the current notice with its undo and a button that dismisses it.
pub(crate) fn notice_banner(app: &App) -> impl IntoView + use<> {
    let app = app.clone();
    move || {
        let app = app.clone();
        app.notice.get().map(|notice| banner(app, notice))
    }
}

fn banner(app: App, notice: Notice) -> impl IntoView {
    let messages = app.messages();
    let dismiss = {
        let app = app.clone();
        move |_| {
            app.notice.set(None);
            dom::restore_lost_focus("main h1");
        }
    };
    let undo = notice.undo.map(|undo| {
        let label = messages.restart_undo().to_owned();
        view! { <button class="plain" data-action="undo" on:click=move |_| { (undo.run)(&app, undo.before.clone()); dom::restore_lost_focus("main h1"); }>{label}</button> }
    });
    view! {
        <div class="notice" role="status">
            <p>{notice.text}</p>
            {undo}
            <button class="plain" on:click=dismiss>{messages.notice_dismiss().to_owned()}</button>
        </div>
    }
}

/// Renders a warning while answers cannot be stored.
pub(crate) fn storage_warning(app: &App) -> impl IntoView + use<> {
    let app = app.clone();
    let health = store::health_signal();
    move || {
        app.locale.track();
        let messages = app.messages();
        let text = match health.get() {
            StorageHealth::Database | StorageHealth::LocalOnly => return None,
            StorageHealth::Unavailable => messages.storage_away().to_owned(),
            StorageHealth::NoStorage => messages.storage_none().to_owned(),
            StorageHealth::Full => messages.storage_full().to_owned(),
        };
        let app = app.clone();
        Some(view! {
            <div class="notice warning" role="alert">
                <p>{text}</p>
                <button class="plain" on:click=move |_| save_current_assessment(&app)>{messages.storage_save().to_owned()}</button>
            </div>
        })
    }
}

/// Saves the current assessment as a file.
pub(crate) fn save_current_assessment(app: &App) {
    let session = app.current_session();
    app.save_assessment(session.model(), &session.assessment());
}
