//! Importing an assessment from a file.

use assay_core::backup::MAX_BACKUP_SIZE;
use assay_core::json::MAX_FILE_SIZE;
use assay_core::{Assessment, Problems};
use assay_locale::versions::describe_copy;
use leptos::prelude::*;
use web_sys::{Event, File};

use super::list::ListPage;
use crate::browser::{clock, files};
use crate::parts::earlier_assessments::open_link;
use crate::parts::file_button::file_button;
use crate::parts::problems::{problem_lines, problem_list, read_error_message};
use crate::state::{App, ConfirmDialog, Session, write_assessment};
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
pub(super) fn import_field(app: &App, list: &ListPage) -> impl IntoView + use<> {
    let messages = app.messages();
    let refusal = RwSignal::new(None::<Refusal>);
    let opening = app.clone();
    let (app, list) = (app.clone(), list.clone());
    let choose = move |event: Event| {
        for file in files::take_chosen(&event) {
            let (app, list) = (app.clone(), list.clone());
            wasm_bindgen_futures::spawn_local(async move {
                refusal.set(import_file(&app, &file, &list).await);
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
                <input type="file" class="visually-hidden" accept=".json,.jsonl,application/json" data-action="import" on:change=choose/>{file_button(&messages, false)}
            </label>
            <div role="alert">{problems}</div>
            {other_version}
        </div>
    }
}

/// Imports a file; returns why it was refused.
async fn import_file(app: &App, file: &File, list: &ListPage) -> Option<Refusal> {
    let limit = match file.name().ends_with(".jsonl") {
        true => MAX_BACKUP_SIZE,
        false => MAX_FILE_SIZE,
    };
    let text = match files::read_text_within(file, limit).await {
        Ok(text) => text,
        Err(error) => {
            return Some(Refusal {
                problems: vec![read_error_message(&app.messages(), &error)],
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
                problems: problem_lines(&app.messages(), &problems),
                other_version: found
                    .filter(|found| found.id == model.id())
                    .map(|found| found.version.clone()),
            })
        }
    }
}

/// The lines of a file with an assessment on each, with their numbers from 1; `None` if it is no such
/// file.
fn json_lines(text: &str) -> Option<Vec<(usize, &str)>> {
    let lines = text.lines().map(str::trim).zip(1..);
    let lines: Vec<(usize, &str)> = lines
        .filter(|(line, _)| !line.is_empty())
        .map(|(line, number)| (number, line))
        .collect();
    let is_whole = |(_, line): &(usize, &str)| line.starts_with('{') && line.ends_with('}');
    (lines.len() > 1 && lines.iter().all(is_whole)).then_some(lines)
}

/// Stores the assessments of this questionnaire; returns why others were refused. The current
/// assessment stays the current one.
fn import_lines(app: &App, lines: &[(usize, &str)], list: &ListPage) -> Option<Refusal> {
    let messages = app.messages();
    let model = &app.questionnaire.model;
    let (mut count, mut problems) = (0_usize, Vec::new());
    for (number, line) in lines {
        match Assessment::parse(model, line) {
            Ok(assessment) => {
                write_assessment(&clock::generate_key(), model, &assessment);
                count = count.saturating_add(1);
            }
            Err(found) => {
                let found = problem_lines(&messages, &found.locate(line));
                let first = found.first().map_or("", String::as_str);
                problems.push(messages.workspace_import_line(&number.to_string(), first));
            }
        }
    }
    if count > 0 {
        app.show_notice(messages.workspace_import_lines(count));
        list.reload();
    }
    (!problems.is_empty()).then_some(Refusal {
        problems,
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

#[cfg(test)]
mod tests {
    use super::json_lines;

    #[test]
    fn a_file_with_an_assessment_on_each_line_is_told_from_a_single_one() {
        let lines = json_lines("{\"a\":1}\n\n {\"b\":2} \r\n").unwrap_or_default();
        assert_eq!(lines, [(1, "{\"a\":1}"), (3, "{\"b\":2}")]);
        assert_eq!(json_lines("{\n  \"a\": 1\n}"), None);
        assert_eq!(json_lines("{\"a\":1}"), None);
        assert_eq!(json_lines(""), None);
    }
}
