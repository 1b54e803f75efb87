//! Importing assessments from files.

use assay_core::{Assessment, Problems};
use assay_locale::versions::describe_copy;
use leptos::prelude::*;
use web_sys::{Event, File};

use super::import_several::{FileOutcome, import_several, outcome_list};
use super::import_text::{json_lines, read_text, refusal_lines, store_lines};
use super::list::ListPage;
use crate::browser::files;
use crate::parts::drop_area::drop_area_for_several;
use crate::parts::earlier_assessments::open_link;
use crate::parts::file_field::FileField;
use crate::parts::problems::problem_list;
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

/// Renders the file field, on which files can be dropped. An invalid file is refused with all its
/// problems. For a file of another version of the questionnaire a link to that version is shown. Several
/// files are stored, and each has its outcome.
pub(super) fn import_field(app: &App, list: &ListPage) -> impl IntoView + use<> {
    let messages = app.messages();
    let refusal = RwSignal::new(None::<Refusal>);
    let opening = app.clone();
    let (app, list) = (app.clone(), list.clone());
    let outcomes = RwSignal::new(Vec::<FileOutcome>::new());
    let is_busy = RwSignal::new(false);
    let import = move |chosen: Vec<File>| {
        if chosen.is_empty() || is_busy.get_untracked() {
            return;
        }
        let (app, list) = (app.clone(), list.clone());
        is_busy.set(true);
        refusal.set(None);
        outcomes.set(Vec::new());
        wasm_bindgen_futures::spawn_local(async move {
            match chosen.as_slice() {
                [file] => refusal.set(import_file(&app, file, &list).await),
                several => outcomes.set(import_several(&app, several, &list).await),
            }
            is_busy.set(false);
        });
    };
    let dropped = import.clone();
    let choose = move |event: Event| import(files::take_chosen(&event));
    let problems = {
        let messages = messages.clone();
        move || Some(problem_list(&messages, &refusal.get()?.problems))
    };
    let other_version = move || open_link(&opening, &refusal.get()?.other_version?, "#/workspace");
    let listed = {
        let messages = messages.clone();
        move || outcome_list(&messages, &outcomes.get())
    };
    let field = FileField {
        action: "import",
        title: messages.workspace_import().to_owned(),
        hint: messages.workspace_import_help().to_owned(),
        accept: ".json,.jsonl,application/json",
        takes_several: true,
    };
    let field = field.render(&messages, choose);
    let content = view! {
        <div class="stack">
            {field}
            <div role="alert">{problems}</div>
            {other_version}
            <div role="status">{listed}</div>
        </div>
    };
    drop_area_for_several(content, dropped)
}

/// Imports a file; returns why it was refused.
async fn import_file(app: &App, file: &File, list: &ListPage) -> Option<Refusal> {
    let text = match read_text(app, file).await {
        Ok(text) => text,
        Err(problem) => {
            return Some(Refusal {
                problems: vec![problem],
                other_version: None,
            });
        }
    };
    if let Some(lines) = json_lines(&text) {
        return import_lines(app, &lines, list);
    }
    match Assessment::parse_with_follow_up(&app.questionnaire.model, &text) {
        Ok(assessment) => {
            adopt_assessment(app, assessment, list);
            None
        }
        Err(problems) => {
            let problems = problems.locate(&text);
            offer_copy(app, &text, &problems, list);
            let model = &app.questionnaire.model;
            let found = problems.other_model();
            Some(Refusal {
                problems: refusal_lines(&app.messages(), &problems),
                other_version: found
                    .filter(|found| found.id == model.id())
                    .map(|found| found.version.clone()),
            })
        }
    }
}

/// Stores the assessments of this questionnaire; returns why others were refused.
fn import_lines(app: &App, lines: &[(usize, &str)], list: &ListPage) -> Option<Refusal> {
    let stored = store_lines(app, lines);
    if stored.count > 0 {
        app.show_notice(app.messages().workspace_import_lines(stored.count));
        list.reload();
    }
    (!stored.problems.is_empty()).then_some(Refusal {
        problems: stored.problems,
        other_version: None,
    })
}

/// Makes an imported assessment the current one; the others are kept.
fn adopt_assessment(app: &App, assessment: Assessment, list: &ListPage) {
    app.switch_to(Session::from_assessment(
        &app.questionnaire.model,
        assessment,
    ));
    app.show_notice(app.messages().workspace_imported().to_owned());
    list.reload();
}

/// If the file belongs to another questionnaire: offers a copy with the answers whose questions
/// exist here, and names the losses.
fn offer_copy(app: &App, text: &str, problems: &Problems, list: &ListPage) {
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
    let (doing, listed) = (app.clone(), list.clone());
    app.confirm_dialog.set(Some(ConfirmDialog {
        text: messages.list_sentences(&belongs, &effect.to_paragraph(&messages)),
        confirm_label: messages.workspace_import_copy().to_owned(),
        cancel_label: messages.dialog_cancel().to_owned(),
        on_confirm: Callback::new(move |()| {
            adopt_assessment(&doing, adapted.assessment.clone(), &listed)
        }),
    }));
}
