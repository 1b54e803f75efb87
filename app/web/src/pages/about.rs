//! About: what Assay is, how it computes, what is stored where, and the button that deletes
//! everything.

use crate::view::{CollectView, IntoView, view};
use assay_locale::Messages;
use leptos::prelude::*;

use crate::browser::{
    dom,
    store::{self, StorageHealth},
    theme,
};
use crate::embed;
use crate::state::{App, ConfirmDialog};

/// Renders the page.
pub(crate) fn about_page(app: &App) -> impl IntoView + use<> {
    let locale = app.locale.get_untracked();
    let messages = &locale.messages;
    let model = &app.questionnaire.model;
    let versions = messages.about_versions(
        env!("CARGO_PKG_VERSION"),
        locale.texts.title(),
        model.id(),
        model.version(),
    );
    let method = [
        messages.about_method_elements(),
        messages.about_method_open(),
        messages.about_method_paths(),
        messages.about_method_limits(),
    ];
    let method = method
        .map(|text| view! { <p>{text.to_owned()}</p> })
        .collect_view();
    view! {
        <div class="stack wide narrow">
            <h1 tabindex="-1">{messages.about_title().to_owned()}</h1>
            <p class="lead">{messages.about_lead().to_owned()}</p>
            <h2>{messages.about_method_heading().to_owned()}</h2>
            {method}
            <h2>{messages.about_keys_heading().to_owned()}</h2>
            <p>{messages.section_keys_help().to_owned()}</p>
            <h2>{messages.about_accessibility_heading().to_owned()}</h2>
            <p>{messages.about_accessibility().to_owned()}</p>
            {(!app.site.frame.embedded).then(|| site_owner_section(messages))}
            <h2>{messages.about_stored_heading().to_owned()}</h2>
            <p>{messages.about_stored().to_owned()}</p>
            {storage_state(app)}
            <p><button class="button stop" data-action="delete-everything" on:click=delete_handler(app)>{messages.about_delete().to_owned()}</button></p>
            {(!embed::has_host_colours()).then(|| appearance(messages))}
            <h2>{messages.about_versions_heading().to_owned()}</h2>
            <p>{versions}</p>
            <p>{messages.about_licence().to_owned()}</p>
        </div>
    }
}

/// Renders the section for site owners. Not shown in a frame.
fn site_owner_section(messages: &Messages) -> impl IntoView + use<> {
    view! {
        <h2>{messages.about_site_heading().to_owned()}</h2>
        <p>{messages.about_site_text().to_owned()}" "<a href="#/embed">{messages.about_site_link().to_owned()}</a></p>
    }
}

/// Renders the choice of the colour scheme.
fn appearance(messages: &Messages) -> impl IntoView + use<> {
    let shown = theme::current_theme();
    let options = [
        ("auto", messages.theme_auto()),
        ("light", messages.theme_light()),
        ("dark", messages.theme_dark()),
    ];
    let options = options.map(|(value, label)| {
        view! { <option value=value selected=value == shown>{label.to_owned()}</option> }
    });
    view! {
        <label class="field">
            <span>{messages.theme_label().to_owned()}</span>
            <select name="theme" on:change=|event| theme::choose_theme(&event_target_value(&event))>{options.collect_view()}</select>
        </label>
    }
}

fn storage_state(app: &App) -> impl IntoView + use<> {
    let messages = app.messages();
    let health = store::health_signal();
    move || {
        let text = match health.get() {
            StorageHealth::Database => messages.about_store_database(),
            StorageHealth::LocalOnly => messages.about_store_local(),
            StorageHealth::Unavailable => messages.storage_away(),
            StorageHealth::NoStorage | StorageHealth::Full => messages.about_store_none(),
        };
        view! { <p>{text.to_owned()}</p> }
    }
}

fn delete_handler(app: &App) -> impl Fn(web_sys::MouseEvent) + 'static + use<> {
    let app = app.clone();
    move |_| {
        let messages = app.messages();
        let doing = app.clone();
        app.confirm_dialog.set(Some(ConfirmDialog {
            text: messages.about_delete_ask().to_owned(),
            confirm_label: messages.about_delete_yes().to_owned(),
            cancel_label: messages.dialog_cancel().to_owned(),
            on_confirm: Callback::new(move |()| {
                let app = doing.clone();
                wasm_bindgen_futures::spawn_local(async move {
                    if store::erase_all().await.is_err() {
                        return app.show_notice(app.messages().about_delete_failed().to_owned());
                    }
                    app.reset_session();
                    app.show_notice(app.messages().about_deleted().to_owned());
                    dom::navigate("#/");
                });
            }),
        }));
    }
}
