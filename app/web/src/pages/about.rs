//! What Assay is, how it computes, what is stored where, and the button that deletes it all.

use crate::view::{CollectView, IntoView, view};
use assay_locale::Words;
use leptos::prelude::*;

use crate::browser::{
    dom,
    store::{self, Health},
    theme,
};
use crate::state::{App, Asking};

/// The page.
pub(crate) fn about_page(app: &App) -> impl IntoView + use<> {
    let speech = app.speech.get_untracked();
    let words = &speech.words;
    let model = &app.library.model;
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
            {(!app.site.frame.embedded).then(|| own_site(words))}
            <h2>{words.about_stored_heading().to_owned()}</h2>
            <p>{words.about_stored().to_owned()}</p>
            {at_present(app)}
            <p><button class="button stop" data-action="delete-everything" on:click=delete_everything(app)>{words.about_delete().to_owned()}</button></p>
            {appearance(words)}
            <h2>{words.about_versions_heading().to_owned()}</h2>
            <p>{versions}</p>
            <p>{words.about_licence().to_owned()}</p>
        </div>
    }
}

/// For owners of sites; whoever reads this within one is a visitor of it.
fn own_site(words: &Words) -> impl IntoView + use<> {
    view! {
        <h2>{words.about_site_heading().to_owned()}</h2>
        <p>{words.about_site_text().to_owned()}" "<a href="#/embed">{words.about_site_link().to_owned()}</a></p>
    }
}

/// The choice between light and dark.
fn appearance(words: &Words) -> impl IntoView + use<> {
    let shown = theme::shown();
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
            <select name="theme" on:change=|event| theme::choose(&event_target_value(&event))>{options.collect_view()}</select>
        </label>
    }
}

fn at_present(app: &App) -> impl IntoView + use<> {
    let words = app.words();
    let health = store::health();
    move || {
        let text = match health.get() {
            Health::Database => words.about_store_database(),
            Health::Local => words.about_store_local(),
            Health::Away => words.storage_away(),
            Health::Nowhere | Health::Full => words.about_store_none(),
        };
        view! { <p>{text.to_owned()}</p> }
    }
}

fn delete_everything(app: &App) -> impl Fn(web_sys::MouseEvent) + 'static + use<> {
    let app = app.clone();
    move |_| {
        let words = app.words();
        let doing = app.clone();
        app.asking.set(Some(Asking {
            text: words.about_delete_ask().to_owned(),
            yes: words.about_delete_yes().to_owned(),
            no: words.dialog_cancel().to_owned(),
            act: Callback::new(move |()| {
                let app = doing.clone();
                wasm_bindgen_futures::spawn_local(async move {
                    if store::erase().await.is_err() {
                        return app.tell(app.words().about_delete_failed().to_owned());
                    }
                    app.forget_all();
                    app.tell(app.words().about_deleted().to_owned());
                    dom::go("#/");
                });
            }),
        }));
    }
}
