//! Error pages: an unknown address, a link that cannot be opened, a questionnaire that cannot be
//! loaded.

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_core::link::LinkError;
use assay_locale::Messages;

use crate::brand;
use crate::browser::net;
use crate::parts::links::link_error::link_error_message;
use crate::parts::problems::{problem_lines, wording_problems};
use crate::state::{App, LoadError};

/// Renders the page for an unknown address.
pub(crate) fn not_found_page(app: &App) -> impl IntoView + use<> {
    let messages = app.messages();
    view! {
        <div class="stack narrow">
            <h1 tabindex="-1">{messages.error_not_found().to_owned()}</h1>
            <p>{messages.error_not_found_text().to_owned()}</p>
            <p><a class="button" href="#/">{messages.error_home().to_owned()}</a></p>
        </div>
    }
}

/// Renders why a link cannot be opened, and where it might open. A link of another version of the
/// standard questionnaire opens with that version.
pub(super) fn refused_link_page(
    app: &App,
    heading: fn(&Messages) -> &str,
    error: &LinkError,
) -> AnyView {
    let messages = app.messages();
    if let Some(model) = app.questionnaire.parameter_for_link(error) {
        net::reload_with_model(&model);
        return view! { <p role="status">{messages.app_loading_page().to_owned()}</p> };
    }
    let other = matches!(error, LinkError::OtherModel { .. });
    view! {
        <div class="stack narrow">
            <h1 tabindex="-1">{heading(&messages).to_owned()}</h1>
            <p role="alert">{link_error_message(app, error)}</p>
            {other.then(|| brand::other_model_links(app)).flatten()}
            <p>{messages.shared_untouched().to_owned()}</p>
            <p><a class="button" href="#/">{messages.error_home().to_owned()}</a></p>
        </div>
    }
}

/// Renders the page shown if the questionnaire could not be loaded.
pub(crate) fn load_error_page(messages: &Messages, error: &LoadError) -> impl IntoView + use<> {
    let (sentence, faults) = match error {
        LoadError::Network(error) => (messages.error_load(&error.to_string()), Vec::new()),
        LoadError::ForeignAddress(address) => (messages.error_model_foreign(address), Vec::new()),
        LoadError::NotOffered(address) => (messages.error_model_not_offered(address), Vec::new()),
        LoadError::NotStored => (messages.models_own_gone().to_owned(), Vec::new()),
        LoadError::StorageUnavailable => (messages.unread_text().to_owned(), Vec::new()),
        LoadError::InvalidModel(file) => {
            let problems = file.locate();
            (
                messages.error_model(problems.0.len()),
                problem_lines(messages, &problems),
            )
        }
        LoadError::UnusableWording(refused) => (
            messages.error_wording().to_owned(),
            refused
                .iter()
                .flat_map(|one| wording_problems(messages, one))
                .collect(),
        ),
    };
    let retry = matches!(error, LoadError::Network(_) | LoadError::StorageUnavailable)
        .then(|| view! { <p>{messages.error_load_retry().to_owned()}</p> });
    let items = faults
        .into_iter()
        .map(|line| view! { <li>{line}</li> })
        .collect_view();
    view! {
        <main id="main" class="stack narrow" data-page="error">
            <h1 tabindex="-1">{messages.error_title().to_owned()}</h1>
            <p role="alert">{sentence}</p>
            {retry}
            <ul class="faults">{items}</ul>
            <p><a class="button" href=net::home_address()>{messages.error_home().to_owned()}</a></p>
        </main>
    }
}
