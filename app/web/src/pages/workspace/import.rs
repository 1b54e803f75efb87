//! Importing an assessment from a file.

use assay_core::{Assessment, Problems};
use assay_locale::versions::describe_copy;
use leptos::prelude::*;
use web_sys::{Event, File};

use crate::browser::files;
use crate::parts::assessment_list::{AssessmentListSignal, reload_list};
use crate::parts::earlier_assessments::open_link;
use crate::parts::problems::{problem_lines, problem_list, read_error_message};
use crate::state::{App, ConfirmDialog, Session};
use crate::view::{IntoView, view};

/// Why a file was refused.
#[derive(Clone, Default)]
struct Refusal {
    /// Its problems, a line each.
    problems: Vec<String>,
    /// The other version of the questionnaire to which it belongs.
    other_version: Option<String>,
}

/// Renders the file field. An invalid file is refused with all its problems. For a file of another
/// version of the questionnaire a link to that version is shown.
pub(super) fn import_field(app: &App, records: &AssessmentListSignal) -> impl IntoView + use<> {
    let messages = app.messages();
    let refusal = RwSignal::new(None::<Refusal>);
    let opening = app.clone();
    let (app, records) = (app.clone(), records.clone());
    let choose = move |event: Event| {
        for file in files::take_chosen(&event) {
            let (app, records) = (app.clone(), records.clone());
            wasm_bindgen_futures::spawn_local(async move {
                refusal.set(import_file(&app, &file, &records).await);
            });
        }
    };
    let problems = {
        let messages = messages.clone();
        move || Some(problem_list(&messages, &refusal.get()?.problems))
    };
    let other_version = move || open_link(&opening, &refusal.get()?.other_version?, "#/workspace");
    view! {
        <div class="stack">
            <label class="field">
                <span>{messages.workspace_import().to_owned()}" "<span class="small">{messages.workspace_import_help().to_owned()}</span></span>
                <input type="file" accept=".json,application/json" data-action="import" on:change=choose/>
            </label>
            <div role="alert">{problems}</div>
            {other_version}
        </div>
    }
}

/// Imports a file; returns why it was refused.
async fn import_file(app: &App, file: &File, records: &AssessmentListSignal) -> Option<Refusal> {
    let text = match files::read_text(file).await {
        Ok(text) => text,
        Err(error) => {
            return Some(Refusal {
                problems: vec![read_error_message(&app.messages(), &error)],
                other_version: None,
            });
        }
    };
    match Assessment::parse_with_follow_up(&app.questionnaire.model, &text) {
        Ok(assessment) => {
            adopt_assessment(app, assessment, records);
            None
        }
        Err(problems) => {
            let problems = problems.locate(&text);
            offer_copy(app, &text, &problems, records);
            let model = &app.questionnaire.model;
            let found = problems.other_model();
            Some(Refusal {
                problems: problem_lines(&app.messages(), &problems),
                other_version: found
                    .filter(|found| found.id == model.id())
                    .map(|found| found.version.clone()),
            })
        }
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
    let Some(found) = problems.other_model() else {
        return;
    };
    let model = &app.questionnaire.model;
    let Ok(adapted) = Assessment::adapt(model, text) else {
        return;
    };
    let messages = app.messages();
    let effect = describe_copy(&messages, model, &adapted);
    let belongs =
        messages.workspace_import_model(&found.id, &found.version, model.id(), model.version());
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
