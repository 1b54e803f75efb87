//! Assessments on the start page that belong to another version of the questionnaire and have no copy:
//! each can be copied to this version, with its losses named, or saved as a file.

use std::sync::Arc;

use assay_core::{Model, Problems};
use assay_locale::Messages;
use assay_locale::versions::{describe_copy, describe_progress};
use leptos::prelude::*;

use super::copy_effect::copy_effect_view;
use super::problems::problem_lines;
use crate::browser::{clock, files, net};
use crate::parts::signals::set_if_alive;
use crate::state::{App, EarlierAssessment, load_earlier_assessments, mark_copied};
use crate::view::{AnyView, CollectView, IntoView, view};

type Found = RwSignal<Option<Arc<Vec<EarlierAssessment>>>>;

/// Renders the list once the store has been read; nothing if it is empty, or if the questionnaire at
/// hand is an earlier version of the standard one.
pub(crate) fn earlier_assessments(app: &App) -> AnyView {
    let found: Found = RwSignal::new(None);
    if !app.questionnaire.is_earlier_standard() {
        load_list(app, found);
    }
    let app = app.clone();
    let list = move || {
        let found_now = found.get()?;
        let model = &app.questionnaire.model;
        let listed = found_now.iter();
        let listed = listed.filter(|one| !one.has_copy_for(model));
        let rows: Vec<AnyView> = listed.map(|one| row(&app, one)).collect();
        (!rows.is_empty()).then(|| section(&app.messages(), model, rows))
    };
    list.into_any()
}

fn load_list(app: &App, found: Found) {
    let model = app.questionnaire.model.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let earlier = load_earlier_assessments(&model).await;
        // The page may have been left meanwhile.
        set_if_alive(found, Some(Arc::new(earlier)));
    });
}

fn section(messages: &Messages, model: &Model, rows: Vec<AnyView>) -> AnyView {
    view! {
        <section class="stack" aria-labelledby="earlier">
            <h2 id="earlier">{messages.versions_heading().to_owned()}</h2>
            <p class="small">{messages.versions_lead(model.version())}</p>
            <ul class="assessments">{rows.collect_view()}</ul>
        </section>
    }
}

/// Returns the name of the assessment.
fn name(messages: &Messages, one: &EarlierAssessment) -> String {
    match one.name.trim() {
        "" => messages.workspace_unnamed().to_owned(),
        name => name.to_owned(),
    }
}

fn row(app: &App, one: &EarlierAssessment) -> AnyView {
    let messages = app.messages();
    let name = name(&messages, one);
    let line = describe_progress(
        &messages,
        &one.version,
        (one.answers, one.notes),
        one.updated.as_deref().map(clock::to_local_time).as_deref(),
    );
    let damaged = (!one.damaged.is_empty()).then(|| {
        view! { <span class="small">{messages.storage_damaged(&one.damaged.join(", "))}</span> }
    });
    let copy = copy_offer(app, one);
    let (file, file_name) = (one.file.clone(), files::assessment_file_name(&one.name));
    let saving = app.clone();
    let save = move |_| saving.save_text(file_name.clone(), file.clone(), "application/json");
    let open = open_link(app, &one.version, "#/workspace");
    view! {
        <li data-earlier=one.version.clone()>
            <strong dir="auto">{name}</strong>
            <span class="small">{line}</span>
            {damaged}
            {copy.effect}
            <div class="row">
                {copy.button}
                {open}
                <button class="plain" data-action="export-json" on:click=save>{messages.workspace_export().to_owned()}</button>
            </div>
        </li>
    }
}

/// Renders a link to a page of the app with an earlier version of the standard questionnaire; nothing
/// if the site lacks that version.
pub(crate) fn open_link(app: &App, version: &str, hash: &str) -> Option<AnyView> {
    let model = app.questionnaire.earlier_parameter(version)?;
    let address = format!("{}{hash}", net::address_with_model(&model));
    let label = app.messages().versions_open(version);
    Some(view! { <a href=address data-action="open-version">{label}</a> })
}

/// The offered copy.
struct CopyOffer {
    effect: AnyView,
    button: Option<AnyView>,
}

fn copy_offer(app: &App, one: &EarlierAssessment) -> CopyOffer {
    let messages = app.messages();
    let model = app.questionnaire.model.clone();
    let adapted = match one.adapt(&model) {
        Ok(adapted) => adapted,
        Err(problems) => {
            let why = copy_refusal(&messages, &problems);
            let effect = view! { <span class="small">{why}</span> };
            return CopyOffer {
                effect,
                button: None,
            };
        }
    };
    let effect = describe_copy(&messages, &model, &adapted);
    let (app, key) = (app.clone(), one.key.clone());
    let label = messages.versions_copy(model.version());
    let go_on = move |_| {
        mark_copied(&key, &model);
        let text = app.messages().versions_made(model.version());
        app.continue_with_adapted(adapted.assessment.clone(), text);
    };
    let button = view! { <button class="button quiet" data-action="copy-version" on:click=go_on>{label}</button> };
    CopyOffer {
        effect: copy_effect_view(effect),
        button: Some(button),
    }
}

fn copy_refusal(messages: &Messages, problems: &Problems) -> String {
    let lines = problem_lines(messages, problems);
    messages.versions_not_copied(lines.first().map_or("", String::as_str))
}
