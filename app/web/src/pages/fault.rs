//! What is said when something cannot be shown: a wrong address, a file with faults.

use crate::view::{CollectView, IntoView, view};
use assay_core::Problems;
use assay_locale::Messages;

use crate::browser::files::ReadError;
use crate::browser::net;
use crate::state::{App, LoadError, UnusableReason, UnusableWording};

/// The page for an address that leads nowhere.
pub(crate) fn not_found_page(app: &App) -> impl IntoView + use<> {
    let words = app.messages();
    view! {
        <div class="stack narrow">
            <h1 tabindex="-1">{words.error_not_found().to_owned()}</h1>
            <p>{words.error_not_found_text().to_owned()}</p>
            <p><a class="button" href="#/">{words.error_home().to_owned()}</a></p>
        </div>
    }
}

/// Everything that is wrong with a file, a line each.
pub(crate) fn problem_lines(words: &Messages, problems: &Problems) -> Vec<String> {
    problems
        .0
        .iter()
        .map(|problem| assay_locale::describe_problem(words, problem))
        .collect()
}

/// Why a file could not be read.
pub(crate) fn read_error_message(words: &Messages, error: &ReadError) -> String {
    match error {
        ReadError::Unreadable => words.adding_refused_unreadable().to_owned(),
        ReadError::NotText(kind) => problem_lines(words, &Problems::single(kind.clone())).concat(),
    }
}

/// The lines as a list under a sentence that counts them.
pub(crate) fn problem_list(words: &Messages, lines: &[String]) -> impl IntoView + use<> {
    let items = lines
        .iter()
        .map(|line| view! { <li>{line.clone()}</li> })
        .collect_view();
    view! {
        <p>{words.workspace_import_failed().to_owned()}" "{words.workspace_import_faults(lines.len())}</p>
        <ul class="faults">{items}</ul>
    }
}

/// Why the wording of a language cannot be used, a line for each fault.
pub(crate) fn wording_problems(words: &Messages, refused: &UnusableWording) -> Vec<String> {
    let place = match &refused.file {
        Some(file) => file.clone(),
        None => format!("texts.{}", refused.language),
    };
    let faults = match &refused.reason {
        UnusableReason::Net(error) => vec![words.wording_missing(&error.reason)],
        UnusableReason::NotStored => vec![words.wording_not_kept().to_owned()],
        UnusableReason::Faulty(problems) => problem_lines(words, problems),
    };
    let at = |sentence: &String| words.problem_at(&place, sentence);
    faults.iter().map(at).collect()
}

/// The page where the questionnaire could not be loaded.
pub(crate) fn load_error_page(words: &Messages, error: &LoadError) -> impl IntoView + use<> {
    let (sentence, faults) = match error {
        LoadError::Network(error) => (words.error_load(&error.to_string()), Vec::new()),
        LoadError::ForeignAddress(address) => (words.error_model_foreign(address), Vec::new()),
        LoadError::NotOffered(address) => (words.error_model_not_offered(address), Vec::new()),
        LoadError::NotStored => (words.models_own_gone().to_owned(), Vec::new()),
        LoadError::StorageUnavailable => (words.unread_text().to_owned(), Vec::new()),
        LoadError::InvalidModel(problems) => (
            words.error_model(problems.0.len()),
            problem_lines(words, problems),
        ),
        LoadError::UnusableWording(refused) => (
            words.error_wording().to_owned(),
            refused
                .iter()
                .flat_map(|one| wording_problems(words, one))
                .collect(),
        ),
    };
    let retry = matches!(error, LoadError::Network(_) | LoadError::StorageUnavailable)
        .then(|| view! { <p>{words.error_load_retry().to_owned()}</p> });
    let items = faults
        .into_iter()
        .map(|line| view! { <li>{line}</li> })
        .collect_view();
    view! {
        <main id="main" class="stack narrow" data-page="error">
            <h1 tabindex="-1">{words.error_title().to_owned()}</h1>
            <p role="alert">{sentence}</p>
            {retry}
            <ul class="faults">{items}</ul>
            <p><a class="button" href=net::home_address()>{words.error_home().to_owned()}</a></p>
        </main>
    }
}
