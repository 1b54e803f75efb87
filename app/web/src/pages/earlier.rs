//! What was begun with another version of the questionnaire: named, with a copy for this version and
//! what that loses, and saved as a file.

use std::sync::Arc;

use assay_core::{Model, Problems};
use assay_locale::Words;
use assay_locale::versions::{CopyEffect, begun_with, copy_effect};
use leptos::prelude::*;

use super::fault;
use crate::browser::{clock, files};
use crate::state::{App, Asking, Earlier, delete_record, load_earlier, mark_copied};
use crate::view::{AnyView, CollectView, IntoView, view};

/// Where the list stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// On the start page: what no copy was made of yet.
    Start,
    /// Among one's assessments: everything, and it can be deleted.
    Workspace,
}

type Found = RwSignal<Option<Arc<Vec<Earlier>>>>;

/// The list, once the store has answered; nothing where nothing was begun.
pub(crate) fn earlier(app: &App, place: Place) -> AnyView {
    let found: Found = RwSignal::new(None);
    refresh(app, found);
    let app = app.clone();
    let list = move || {
        let found_now = found.get()?;
        let model = &app.library.model;
        let listed = found_now.iter();
        let listed = listed.filter(|one| place == Place::Workspace || !one.is_copied(model));
        let rows: Vec<AnyView> = listed.map(|one| row(&app, one, place, found)).collect();
        (!rows.is_empty()).then(|| section(&app.words(), model, rows))
    };
    list.into_any()
}

fn refresh(app: &App, found: Found) {
    let model = app.library.model.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let earlier = load_earlier(&model).await;
        // The page may have been left in the meantime.
        let _ = found.try_set(Some(Arc::new(earlier)));
    });
}

fn section(words: &Words, model: &Model, rows: Vec<AnyView>) -> AnyView {
    view! {
        <section class="stack" aria-labelledby="earlier">
            <h2 id="earlier">{words.versions_heading().to_owned()}</h2>
            <p class="small">{words.versions_lead(model.version())}</p>
            <ul class="assessments">{rows.collect_view()}</ul>
        </section>
    }
}

/// What lists call it.
fn name(words: &Words, one: &Earlier) -> String {
    match one.name.trim() {
        "" => words.workspace_unnamed().to_owned(),
        name => name.to_owned(),
    }
}

fn row(app: &App, one: &Earlier, place: Place, found: Found) -> AnyView {
    let words = app.words();
    let model = &app.library.model;
    let name = name(&words, one);
    let line = begun_with(
        &words,
        &one.version,
        (one.answers, one.notes),
        one.updated.as_deref().map(clock::own_time).as_deref(),
    );
    let damaged = (!one.damaged.is_empty()).then(|| {
        view! { <span class="small">{words.storage_damaged(&one.damaged.join(", "))}</span> }
    });
    let copied = one.is_copied(model).then(|| {
        view! { <span class="small">{words.versions_copied(model.version())}</span> }
    });
    let copy = copy(app, one);
    let (file, file_name) = (one.file.clone(), files::name_from(&one.name));
    let saving = app.clone();
    let save = move |_| saving.save_text(file_name.clone(), file.clone(), "application/json");
    let delete = (place == Place::Workspace).then(|| delete(app, one, &name, found));
    view! {
        <li data-earlier=one.version.clone()>
            <strong dir="auto">{name}</strong>
            <span class="small">{line}</span>
            {damaged}
            {copied}
            {copy.effect}
            <div class="row">
                {copy.button}
                <button class="plain" data-action="export-json" on:click=save>{words.workspace_export().to_owned()}</button>
                {delete}
            </div>
        </li>
    }
}

/// The copy that is offered.
struct Offer {
    effect: AnyView,
    button: Option<AnyView>,
}

fn copy(app: &App, one: &Earlier) -> Offer {
    let words = app.words();
    let model = app.library.model.clone();
    let adapted = match one.copy(&model) {
        Ok(adapted) => adapted,
        Err(problems) => {
            let why = not_copied(&words, &problems);
            let effect = view! { <span class="small">{why}</span> };
            return Offer {
                effect,
                button: None,
            };
        }
    };
    let effect = copy_effect(&words, &model, &adapted);
    let (app, key) = (app.clone(), one.key.clone());
    let label = words.versions_copy(model.version());
    let go_on = move |_| {
        mark_copied(&key, &model);
        let text = app.words().versions_made(model.version());
        app.go_on_with_copy(adapted.assessment.clone(), text);
    };
    let button = view! { <button class="button quiet" data-action="copy-version" on:click=go_on>{label}</button> };
    Offer {
        effect: told(effect),
        button: Some(button),
    }
}

/// What a copy does, with everything that it loses.
pub(crate) fn told(effect: CopyEffect) -> AnyView {
    let lost = effect.lost.into_iter();
    let lost: Vec<AnyView> = lost.map(|line| view! { <li>{line}</li> }).collect();
    let lost = (!lost.is_empty()).then(
        || view! { <ul class="faults" data-lost=lost.len().to_string()>{lost.collect_view()}</ul> },
    );
    let moved = effect.moved;
    let moved = moved.map(|moved| view! { <span class="small">{moved}</span> });
    view! { <span class="small">{effect.sentence}</span>{lost}{moved} }
}

fn not_copied(words: &Words, problems: &Problems) -> String {
    let lines = fault::lines(words, problems);
    words.versions_not_copied(lines.first().map_or("", String::as_str))
}

fn delete(app: &App, one: &Earlier, name: &str, found: Found) -> AnyView {
    let (app, key, name) = (app.clone(), one.key.clone(), name.to_owned());
    let label = app.words().workspace_delete().to_owned();
    let delete = move |_| {
        let words = app.words();
        let (doing, key, name) = (app.clone(), key.clone(), name.clone());
        app.asking.set(Some(Asking {
            text: words.workspace_delete_ask(&name),
            yes: words.workspace_delete().to_owned(),
            no: words.dialog_cancel().to_owned(),
            act: Callback::new(move |()| {
                let (app, key, name) = (doing.clone(), key.clone(), name.clone());
                wasm_bindgen_futures::spawn_local(async move {
                    if delete_record(&key).await.is_err() {
                        return app.tell(app.words().workspace_delete_failed(&name));
                    }
                    app.tell(app.words().workspace_deleted(&name));
                    refresh(&app, found);
                });
            }),
        }));
    };
    view! { <button class="plain" data-action="delete" on:click=delete>{label}</button> }
}
