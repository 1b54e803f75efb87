//! The reader's assessments in this browser: open, save, delete, or open one from a file.

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_core::{Assessment, Problem, ProblemKind, Problems};
use assay_locale::versions::describe_copy;
use assay_locale::{Messages, format_date};
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::backup::backup_section;
use super::{earlier, fault, own_model};
use crate::browser::{clock, dom, files};
use crate::parts::lasting::erasable_note;
use crate::parts::listing::{AssessmentList, AssessmentListSignal, load_list, reload_list};
use crate::state::{App, ConfirmDialog, Session, StoredAssessment, delete_assessment};

/// The page. The list arrives when the store has answered.
pub(crate) fn workspace_page(app: &App) -> impl IntoView + use<> {
    let words = app.messages();
    let records = load_list(app);
    let list = {
        let (app, records) = (app.clone(), records.clone());
        move || records.get().map(|found| rows(&app, &found, &records))
    };
    view! {
        <div class="stack wide narrow">
            <h1 tabindex="-1">{words.workspace_title().to_owned()}</h1>
            <p>{words.workspace_lead().to_owned()}</p>
            {list}
            {earlier::earlier_assessments(app, earlier::Place::Workspace)}
            {erasable_note(app)}
            {group_links(app, &words)}
            {import_field(app, &records)}
            {own_model::own_model_section(app)}
            {backup_section(app, &records)}
        </div>
    }
}

/// What can be done with several results.
fn group_links(app: &App, words: &Messages) -> impl IntoView + use<> {
    let invite = (!app.site.config.disabled.sharing).then(|| {
        view! { <a class="button quiet" href="#/invite" data-action="invite">{words.invite_title().to_owned()}</a> }
    });
    view! {
        <div class="row">
            <a class="button quiet" href="#/compare" data-action="compare">{words.compare_title().to_owned()}</a>
            <a class="button quiet" href="#/team" data-action="team">{words.team_title().to_owned()}</a>
            {invite}
        </div>
    }
}

fn rows(app: &App, found: &AssessmentList, records: &AssessmentListSignal) -> AnyView {
    let words = app.messages();
    let unread = found.unreadable_notice(app, records);
    if found.records.is_empty() {
        // What cannot be read is not nothing.
        return unread.unwrap_or_else(|| view! { <p>{words.workspace_empty().to_owned()}</p> });
    }
    let rows = found
        .records
        .iter()
        .map(|record| row(app, &words, record, records))
        .collect_view();
    view! { {unread}<ul class="assessments">{rows}</ul> }
}

/// What lists say of an assessment: its name, and how much was answered and when.
pub(super) fn assessment_summary(words: &Messages, assessment: &Assessment) -> (String, String) {
    let name = match assessment.profile.name.trim() {
        "" => words.workspace_unnamed().to_owned(),
        name => name.to_owned(),
    };
    let answered = assessment.answers.len().to_string();
    let updated = assessment.updated.as_deref().map(clock::to_local_time);
    let day = format_date(words, updated.as_deref());
    (name, words.workspace_line(&answered, &day))
}

fn row(
    app: &App,
    words: &Messages,
    record: &StoredAssessment,
    records: &AssessmentListSignal,
) -> impl IntoView + use<> {
    let assessment = &record.assessment;
    let (name, line) = assessment_summary(words, assessment);
    let current = (app.current_session().key() == record.key)
        .then(|| view! { " "<span class="tag">{words.workspace_current().to_owned()}</span> });
    let damaged = (!record.unreadable.is_empty()).then(|| {
        view! { <span class="small">{words.storage_damaged(&record.unreadable.join(", "))}</span> }
    });
    view! {
        <li>
            <strong>{name.clone()}</strong>{current}
            <span class="small">{line}</span>
            {damaged}
            <div class="row">
                <button class="plain" data-action="open" on:click=open(app, record)>{words.workspace_open().to_owned()}</button>
                <button class="plain" data-action="export-json" on:click=export(app, assessment)>{words.workspace_export().to_owned()}</button>
                <button class="plain" data-action="delete" on:click=delete(app, record, name, records)>{words.workspace_delete().to_owned()}</button>
            </div>
        </li>
    }
}

fn open(app: &App, record: &StoredAssessment) -> impl Fn(web_sys::MouseEvent) + 'static + use<> {
    let (app, key, assessment) = (app.clone(), record.key.clone(), record.assessment.clone());
    move |_| {
        let session = Session::open(
            &app.questionnaire.model,
            key.clone(),
            assessment.clone(),
            true,
        );
        session.make_current();
        app.switch_to(session);
        dom::navigate("#/review");
    }
}

fn export(app: &App, assessment: &Assessment) -> impl Fn(web_sys::MouseEvent) + 'static + use<> {
    let (app, assessment) = (app.clone(), assessment.clone());
    move |_| app.save_assessment(&app.questionnaire.model, &assessment)
}

fn delete(
    app: &App,
    record: &StoredAssessment,
    name: String,
    records: &AssessmentListSignal,
) -> impl Fn(web_sys::MouseEvent) + 'static + use<> {
    let (app, key, records) = (app.clone(), record.key.clone(), records.clone());
    move |_| {
        let words = app.messages();
        let (doing, key, name) = (app.clone(), key.clone(), name.clone());
        let records = records.clone();
        app.confirm_dialog.set(Some(ConfirmDialog {
            text: words.workspace_delete_ask(&name),
            confirm_label: words.workspace_delete().to_owned(),
            cancel_label: words.dialog_cancel().to_owned(),
            on_confirm: Callback::new(move |()| {
                let (app, key, name) = (doing.clone(), key.clone(), name.clone());
                let records = records.clone();
                wasm_bindgen_futures::spawn_local(async move {
                    let words = app.messages();
                    if delete_assessment(&key).await.is_err() {
                        return app.show_notice(words.workspace_delete_failed(&name));
                    }
                    app.reset_if_current(&key);
                    app.show_notice(words.workspace_deleted(&name));
                    reload_list(&app, &records);
                });
            }),
        }));
    }
}

/// Makes an assessment from a file the present one, beside those that are there.
fn adopt_assessment(app: &App, assessment: Assessment, records: &AssessmentListSignal) {
    app.switch_to(Session::from_assessment(
        &app.questionnaire.model,
        assessment,
    ));
    app.show_notice(app.messages().workspace_imported().to_owned());
    reload_list(app, records);
}

/// Where the file belongs to another questionnaire: offers a copy with the answers whose questions
/// exist here, and says which would be lost.
fn offer_copy(app: &App, text: &str, problems: &Problems, records: &AssessmentListSignal) {
    let [
        Problem {
            kind: ProblemKind::OtherModel { found, at_hand },
            ..
        },
    ] = problems.0.as_slice()
    else {
        return;
    };
    let Ok(adapted) = Assessment::adapt(&app.questionnaire.model, text) else {
        return;
    };
    let words = app.messages();
    let effect = describe_copy(&words, &app.questionnaire.model, &adapted);
    let belongs =
        words.workspace_import_model(&found.id, &found.version, &at_hand.id, &at_hand.version);
    let (doing, listed) = (app.clone(), records.clone());
    app.confirm_dialog.set(Some(ConfirmDialog {
        text: words.list_sentences(&belongs, &effect.to_paragraph(&words)),
        confirm_label: words.workspace_import_copy().to_owned(),
        cancel_label: words.dialog_cancel().to_owned(),
        on_confirm: Callback::new(move |()| {
            adopt_assessment(&doing, adapted.assessment.clone(), &listed)
        }),
    }));
}

/// Opens a file that was saved before; a bad one says everything that is wrong with it.
fn import_field(app: &App, records: &AssessmentListSignal) -> impl IntoView + use<> {
    let words = app.messages();
    let faults = RwSignal::new(Vec::<String>::new());
    let (doing, records) = (app.clone(), records.clone());
    let chosen = move |event| {
        let input: HtmlInputElement = event_target(&event);
        let Some(file) = input.files().and_then(|files| files.get(0)) else {
            return;
        };
        let (app, records) = (doing.clone(), records.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let text = match files::read_text(&file).await {
                Ok(text) => text,
                Err(error) => {
                    faults.set(vec![fault::read_error_message(&app.messages(), &error)]);
                    return input.set_value("");
                }
            };
            match Assessment::parse(&app.questionnaire.model, &text) {
                Ok(assessment) => {
                    faults.set(Vec::new());
                    adopt_assessment(&app, assessment, &records);
                }
                Err(problems) => {
                    let problems = problems.locate(&text);
                    faults.set(fault::problem_lines(&app.messages(), &problems));
                    offer_copy(&app, &text, &problems, &records);
                }
            }
            input.set_value("");
        });
    };
    let said = {
        let words = words.clone();
        move || (!faults.get().is_empty()).then(|| fault::problem_list(&words, &faults.get()))
    };
    view! {
        <div class="stack">
            <label class="field">
                <span>{words.workspace_import().to_owned()}" "<span class="small">{words.workspace_import_help().to_owned()}</span></span>
                <input type="file" accept=".json,application/json" data-action="import" on:change=chosen/>
            </label>
            <div role="alert">{said}</div>
        </div>
    }
}
