//! The list of assessments: opening, saving and deleting them.

use assay_core::Assessment;
use assay_locale::Messages;

use crate::browser::dom;
use crate::parts::assessment_list::{
    AssessmentList, AssessmentListSignal, assessment_summary, reload_list,
};
use crate::parts::delete_dialog::confirm_deletion;
use crate::state::{App, Session, StoredAssessment};
use crate::view::{AnyView, CollectView, IntoView, view};

/// Renders the assessments, each with its actions.
pub(super) fn assessment_rows(
    app: &App,
    found: &AssessmentList,
    records: &AssessmentListSignal,
) -> AnyView {
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
        let (session_app, deleted, records) = (app.clone(), key.clone(), records.clone());
        confirm_deletion(&app, &key, &name, move || {
            session_app.reset_if_current(&deleted);
            reload_list(&session_app, &records);
        });
    }
}
