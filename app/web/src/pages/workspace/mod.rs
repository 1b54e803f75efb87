//! The workspace page: the assessments of this browser, with opening, saving, deleting and
//! importing.

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_core::{Assessment, Problem, ProblemKind, Problems};
use assay_locale::Messages;
use assay_locale::versions::describe_copy;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

mod backup;
mod own_model;

use self::backup::backup_section;
use crate::browser::{dom, files};
use crate::parts::assessment_list::{
    AssessmentList, AssessmentListSignal, assessment_summary, load_list, reload_list,
};
use crate::parts::earlier_assessments::{Place, earlier_assessments};
use crate::parts::erasable_note::erasable_note;
use crate::parts::problems::{problem_lines, problem_list, read_error_message};
use crate::state::{App, ConfirmDialog, Session, StoredAssessment, delete_assessment};

/// Renders the page. The list is filled once the store has been read.
pub(crate) fn workspace_page(app: &App) -> impl IntoView + use<> {
    let messages = app.messages();
    let records = load_list(app);
    let list = {
        let (app, records) = (app.clone(), records.clone());
        move || records.get().map(|found| rows(&app, &found, &records))
    };
    view! {
        <div class="stack wide narrow">
            <h1 tabindex="-1">{messages.workspace_title().to_owned()}</h1>
            <p>{messages.workspace_lead().to_owned()}</p>
            {list}
            {earlier_assessments(app, Place::Workspace)}
            {erasable_note(app)}
            {group_links(app, &messages)}
            {import_field(app, &records)}
            {own_model::own_model_section(app)}
            {backup_section(app, &records)}
        </div>
    }
}

/// Renders the links to comparison, team and invitations.
fn group_links(app: &App, messages: &Messages) -> impl IntoView + use<> {
    let invite = (!app.site.config.disabled.sharing).then(|| {
        view! { <a class="button quiet" href="#/invite" data-action="invite">{messages.invite_title().to_owned()}</a> }
    });
    view! {
        <div class="row">
            <a class="button quiet" href="#/compare" data-action="compare">{messages.compare_title().to_owned()}</a>
            <a class="button quiet" href="#/team" data-action="team">{messages.team_title().to_owned()}</a>
            {invite}
        </div>
    }
}

fn rows(app: &App, found: &AssessmentList, records: &AssessmentListSignal) -> AnyView {
    let messages = app.messages();
    let unread = found.unreadable_notice(app, records);
    if found.records.is_empty() {
        // An unreadable store is not an empty one.
        return unread.unwrap_or_else(|| view! { <p>{messages.workspace_empty().to_owned()}</p> });
    }
    let rows = found
        .records
        .iter()
        .map(|record| row(app, &messages, record, records))
        .collect_view();
    view! { {unread}<ul class="assessments">{rows}</ul> }
}

fn row(
    app: &App,
    messages: &Messages,
    record: &StoredAssessment,
    records: &AssessmentListSignal,
) -> impl IntoView + use<> {
    let assessment = &record.assessment;
    let (name, line) = assessment_summary(messages, assessment);
    let current = (app.current_session().key() == record.key)
        .then(|| view! { " "<span class="tag">{messages.workspace_current().to_owned()}</span> });
    let damaged = (!record.unreadable.is_empty()).then(|| {
        view! { <span class="small">{messages.storage_damaged(&record.unreadable.join(", "))}</span> }
    });
    view! {
        <li>
            <strong>{name.clone()}</strong>{current}
            <span class="small">{line}</span>
            {damaged}
            <div class="row">
                <button class="plain" data-action="open" on:click=open(app, record)>{messages.workspace_open().to_owned()}</button>
                <button class="plain" data-action="export-json" on:click=export(app, assessment)>{messages.workspace_export().to_owned()}</button>
                <button class="plain" data-action="delete" on:click=delete(app, record, name, records)>{messages.workspace_delete().to_owned()}</button>
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
        let messages = app.messages();
        let (doing, key, name) = (app.clone(), key.clone(), name.clone());
        let records = records.clone();
        app.confirm_dialog.set(Some(ConfirmDialog {
            text: messages.workspace_delete_ask(&name),
            confirm_label: messages.workspace_delete().to_owned(),
            cancel_label: messages.dialog_cancel().to_owned(),
            on_confirm: Callback::new(move |()| {
                let (app, key, name) = (doing.clone(), key.clone(), name.clone());
                let records = records.clone();
                wasm_bindgen_futures::spawn_local(async move {
                    let messages = app.messages();
                    if delete_assessment(&key).await.is_err() {
                        return app.show_notice(messages.workspace_delete_failed(&name));
                    }
                    app.reset_if_current(&key);
                    app.show_notice(messages.workspace_deleted(&name));
                    reload_list(&app, &records);
                });
            }),
        }));
    }
}

/// Makes an imported assessment the current one; the others are kept.
fn adopt_assessment(app: &App, assessment: Assessment, records: &AssessmentListSignal) {
    app.switch_to(Session::from_assessment(
        &app.questionnaire.model,
        assessment,
    ));
    app.show_notice(app.messages().workspace_imported().to_owned());
    reload_list(app, records);
}

/// If the file belongs to another questionnaire: offers a copy with the answers whose questions
/// exist here, and names the losses.
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
    let messages = app.messages();
    let effect = describe_copy(&messages, &app.questionnaire.model, &adapted);
    let belongs =
        messages.workspace_import_model(&found.id, &found.version, &at_hand.id, &at_hand.version);
    let (doing, listed) = (app.clone(), records.clone());
    app.confirm_dialog.set(Some(ConfirmDialog {
        text: messages.list_sentences(&belongs, &effect.to_paragraph(&messages)),
        confirm_label: messages.workspace_import_copy().to_owned(),
        cancel_label: messages.dialog_cancel().to_owned(),
        on_confirm: Callback::new(move |()| {
            adopt_assessment(&doing, adapted.assessment.clone(), &listed)
        }),
    }));
}

/// Renders the file field. An invalid file is refused with all its problems.
fn import_field(app: &App, records: &AssessmentListSignal) -> impl IntoView + use<> {
    let messages = app.messages();
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
                    faults.set(vec![read_error_message(&app.messages(), &error)]);
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
                    faults.set(problem_lines(&app.messages(), &problems));
                    offer_copy(&app, &text, &problems, &records);
                }
            }
            input.set_value("");
        });
    };
    let said = {
        let messages = messages.clone();
        move || (!faults.get().is_empty()).then(|| problem_list(&messages, &faults.get()))
    };
    view! {
        <div class="stack">
            <label class="field">
                <span>{messages.workspace_import().to_owned()}" "<span class="small">{messages.workspace_import_help().to_owned()}</span></span>
                <input type="file" accept=".json,application/json" data-action="import" on:change=chosen/>
            </label>
            <div role="alert">{said}</div>
        </div>
    }
}
