//! What is said when something cannot be shown: a wrong address, a file with faults.

use crate::view::{CollectView, IntoView, view};
use assay_core::Problems;
use assay_locale::Words;

use crate::browser::files::ReadError;
use crate::browser::net;
use crate::state::{App, LoadError, Refused, Unusable};

/// The page for an address that leads nowhere.
pub(crate) fn not_found_page(app: &App) -> impl IntoView + use<> {
    let words = app.words();
    view! {
        <div class="stack narrow">
            <h1 tabindex="-1">{words.error_not_found().to_owned()}</h1>
            <p>{words.error_not_found_text().to_owned()}</p>
            <p><a class="button" href="#/">{words.error_home().to_owned()}</a></p>
        </div>
    }
}

/// Everything that is wrong with a file, a line each.
pub(crate) fn lines(words: &Words, problems: &Problems) -> Vec<String> {
    problems
        .0
        .iter()
        .map(|problem| assay_locale::problem(words, problem))
        .collect()
}

/// Why a file could not be read.
pub(crate) fn unread(words: &Words, error: &ReadError) -> String {
    match error {
        ReadError::Unreadable => words.adding_refused_unreadable().to_owned(),
        ReadError::NotText(kind) => lines(words, &Problems::one(kind.clone())).concat(),
    }
}

/// The lines as a list under a sentence that counts them.
pub(crate) fn list(words: &Words, lines: &[String]) -> impl IntoView + use<> {
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
pub(crate) fn wording(words: &Words, refused: &Refused) -> Vec<String> {
    let place = match &refused.file {
        Some(file) => file.clone(),
        None => format!("texts.{}", refused.language),
    };
    let faults = match &refused.why {
        Unusable::Net(error) => vec![words.wording_missing(&error.why)],
        Unusable::NotKept => vec![words.wording_not_kept().to_owned()],
        Unusable::Faulty(problems) => lines(words, problems),
    };
    let at = |sentence: &String| words.problem_at(&place, sentence);
    faults.iter().map(at).collect()
}

/// The page where the questionnaire could not be loaded.
pub(crate) fn load_page(words: &Words, error: &LoadError) -> impl IntoView + use<> {
    let (sentence, faults) = match error {
        LoadError::Net(error) => (words.error_load(&error.to_string()), Vec::new()),
        LoadError::Foreign(address) => (words.error_model_foreign(address), Vec::new()),
        LoadError::NotOffered(address) => (words.error_model_not_offered(address), Vec::new()),
        LoadError::Gone => (words.models_own_gone().to_owned(), Vec::new()),
        LoadError::Unread => (words.unread_text().to_owned(), Vec::new()),
        LoadError::Model(problems) => (words.error_model(problems.0.len()), lines(words, problems)),
        LoadError::Wording(refused) => (
            words.error_wording().to_owned(),
            refused.iter().flat_map(|one| wording(words, one)).collect(),
        ),
    };
    let retry = matches!(error, LoadError::Net(_) | LoadError::Unread)
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
