//! Importing several files at once: each is stored, or refused with its reason. The current assessment
//! stays the current one.

use assay_core::Assessment;
use assay_locale::Messages;
use web_sys::File;

use super::import_text::{json_lines, read_text, refusal_lines, store_lines};
use super::list::ListPage;
use crate::browser::clock;
use crate::state::{App, write_assessment};
use crate::view::{AnyView, CollectView, IntoView, view};

/// What became of a file.
#[derive(Clone, Debug)]
pub(super) struct FileOutcome {
    name: String,
    /// How many assessments were stored.
    count: usize,
    /// What is wrong with it.
    problems: Vec<String>,
}

/// Imports files one after the other; returns what became of each.
pub(super) async fn import_several(app: &App, files: &[File], list: &ListPage) -> Vec<FileOutcome> {
    let mut outcomes = Vec::new();
    for file in files {
        outcomes.push(import_one(app, file).await);
    }
    if outcomes.iter().any(|outcome| outcome.count > 0) {
        list.reload();
    }
    outcomes
}

async fn import_one(app: &App, file: &File) -> FileOutcome {
    let outcome = |count: usize, problems: Vec<String>| FileOutcome {
        name: file.name(),
        count,
        problems,
    };
    let text = match read_text(app, file).await {
        Ok(text) => text,
        Err(problem) => return outcome(0, vec![problem]),
    };
    if let Some(lines) = json_lines(&text) {
        let stored = store_lines(app, &lines);
        return outcome(stored.count, stored.problems);
    }
    let model = &app.questionnaire.model;
    match Assessment::parse_with_follow_up(model, &text) {
        Ok(assessment) => {
            write_assessment(&clock::generate_key(), model, &assessment);
            outcome(1, Vec::new())
        }
        Err(problems) => {
            let problems = problems.locate(&text);
            let messages = app.messages();
            // A file of another questionnaire is refused for that reason alone.
            let lines = match problems.other_model() {
                Some(found) => vec![messages.workspace_import_alone(&found.id, &found.version)],
                None => refusal_lines(&messages, &problems),
            };
            outcome(0, lines)
        }
    }
}

/// Renders a line for each file; nothing without files.
pub(super) fn outcome_list(messages: &Messages, outcomes: &[FileOutcome]) -> Option<AnyView> {
    if outcomes.is_empty() {
        return None;
    }
    let count: usize = outcomes.iter().map(|outcome| outcome.count).sum();
    let lines = outcomes.iter().map(|outcome| {
        let is_refused = (!outcome.problems.is_empty()).then_some("");
        let text = outcome_text(messages, outcome);
        view! { <li data-refused=is_refused>{messages.problem_at(&outcome.name, &text)}</li> }
    });
    Some(view! {
        <p data-imported=count.to_string()>{messages.workspace_imported_several(count, &outcomes.len().to_string())}</p>
        <ul class="faults">{lines.collect_view()}</ul>
    }
    .into_any())
}

fn outcome_text(messages: &Messages, outcome: &FileOutcome) -> String {
    let opened = match outcome.count {
        0 => String::new(),
        count => messages.workspace_import_lines(count),
    };
    let texts = std::iter::once(opened).chain(outcome.problems.iter().cloned());
    let mut texts = texts.filter(|text| !text.is_empty());
    let first = texts.next().unwrap_or_default();
    texts.fold(first, |before, text| {
        messages.list_sentences(&before, &text)
    })
}
