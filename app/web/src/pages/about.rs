//! What Assay is, how it computes, what is stored where, and the button that deletes it all.

use crate::view::{CollectView, IntoView, view};
use assay_locale::Messages;
use leptos::prelude::*;

use crate::browser::{
    dom,
    store::{self, StorageHealth},
    theme,
};
use crate::state::{App, ConfirmDialog};

/// The page.
pub(crate) fn about_page(app: &App) -> impl IntoView + use<> {
    let speech = app.locale.get_untracked();
    let words = &speech.messages;
    let model = &app.questionnaire.model;
    let versions = words.about_versions(
        env!("CARGO_PKG_VERSION"),
        speech.texts.title(),
        model.id(),
        model.version(),
    );
    let method = [
        words.about_method_elements(),
        words.about_method_open(),
        words.about_method_paths(),
        words.about_method_limits(),
    ];
    let method = method
        .map(|text| view! { <p>{text.to_owned()}</p> })
        .collect_view();
    view! {
        <div class="stack wide narrow">
            <h1 tabindex="-1">{words.about_title().to_owned()}</h1>
            <p class="lead">{words.about_lead().to_owned()}</p>
            <h2>{words.about_method_heading().to_owned()}</h2>
            {method}
            <h2>{words.about_keys_heading().to_owned()}</h2>
            <p>{words.section_keys_help().to_owned()}</p>
            {(!app.site.frame.embedded).then(|| site_owner_section(words))}
            <h2>{words.about_stored_heading().to_owned()}</h2>
            <p>{words.about_stored().to_owned()}</p>
            {storage_state(app)}
            <p><button class="button stop" data-action="delete-everything" on:click=delete_handler(app)>{words.about_delete().to_owned()}</button></p>
            {appearance(words)}
            <h2>{words.about_versions_heading().to_owned()}</h2>
            <p>{versions}</p>
            <p>{words.about_licence().to_owned()}</p>
        </div>
    }
}

/// For owners of sites; whoever reads this within one is a visitor of it.
fn site_owner_section(words: &Messages) -> impl IntoView + use<> {
    view! {
        <h2>{words.about_site_heading().to_owned()}</h2>
        <p>{words.about_site_text().to_owned()}" "<a href="#/embed">{words.about_site_link().to_owned()}</a></p>
    }
}

/// The choice between light and dark.
fn appearance(words: &Messages) -> impl IntoView + use<> {
    let shown = theme::current_theme();
    let options = [
        ("auto", words.theme_auto()),
        ("light", words.theme_light()),
        ("dark", words.theme_dark()),
    ];
    let options = options.map(|(value, label)| {
        view! { <option value=value selected=value == shown>{label.to_owned()}</option> }
    });
    view! {
        <label class="field">
            <span>{words.theme_label().to_owned()}</span>
            <select name="theme" on:change=|event| theme::choose_theme(&event_target_value(&event))>{options.collect_view()}</select>
        </label>
    }
}

fn storage_state(app: &App) -> impl IntoView + use<> {
    let words = app.messages();
    let health = store::health_signal();
    move || {
        let text = match health.get() {
            StorageHealth::Database => words.about_store_database(),
            StorageHealth::LocalOnly => words.about_store_local(),
            StorageHealth::Unavailable => words.storage_away(),
            StorageHealth::NoStorage | StorageHealth::Full => words.about_store_none(),
        };
        view! { <p>{text.to_owned()}</p> }
    }
}

fn delete_handler(app: &App) -> impl Fn(web_sys::MouseEvent) + 'static + use<> {
    let app = app.clone();
    move |_| {
        let words = app.messages();
        let doing = app.clone();
        app.confirm_dialog.set(Some(ConfirmDialog {
            text: words.about_delete_ask().to_owned(),
            confirm_label: words.about_delete_yes().to_owned(),
            cancel_label: words.dialog_cancel().to_owned(),
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
