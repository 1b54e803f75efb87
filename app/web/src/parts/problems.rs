//! What is wrong with a file or with wording, as lines of text.

use assay_core::Problems;
use assay_locale::Messages;

use crate::browser::files::ReadError;
use crate::state::{UnusableReason, UnusableWording};
use crate::view::{CollectView, IntoView, view};

/// Returns a line for each problem of a file.
pub(crate) fn problem_lines(messages: &Messages, problems: &Problems) -> Vec<String> {
    problems
        .0
        .iter()
        .map(|problem| assay_locale::describe_problem(messages, problem))
        .collect()
}

/// Returns why a file could not be read.
pub(crate) fn read_error_message(messages: &Messages, error: &ReadError) -> String {
    match error {
        ReadError::Unreadable => messages.adding_refused_unreadable().to_owned(),
        ReadError::NotText(kind) => {
            problem_lines(messages, &Problems::single(kind.clone())).concat()
        }
    }
}

/// Renders the lines as a list below a sentence with their number.
pub(crate) fn problem_list(messages: &Messages, lines: &[String]) -> impl IntoView + use<> {
    let items = lines
        .iter()
        .map(|line| view! { <li>{line.clone()}</li> })
        .collect_view();
    view! {
        <p>{messages.workspace_import_failed().to_owned()}" "{messages.workspace_import_faults(lines.len())}</p>
        <ul class="faults">{items}</ul>
    }
}

/// Returns a line for each reason why the wording of a language cannot be used.
pub(crate) fn wording_problems(messages: &Messages, refused: &UnusableWording) -> Vec<String> {
    let place = match &refused.file {
        Some(file) => file.clone(),
        None => format!("texts.{}", refused.language),
    };
    let faults = match &refused.reason {
        UnusableReason::Net(error) => vec![messages.wording_missing(&error.reason)],
        UnusableReason::ForeignAddress => vec![messages.wording_foreign_file().to_owned()],
        UnusableReason::NotStored => vec![messages.wording_not_kept().to_owned()],
        UnusableReason::Faulty(file) => problem_lines(messages, &file.locate()),
    };
    let at = |sentence: &String| messages.problem_at(&place, sentence);
    faults.iter().map(at).collect()
}
