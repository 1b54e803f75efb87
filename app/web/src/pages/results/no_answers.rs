//! The page of a result without a single answer.

use crate::route;
use crate::state::App;
use crate::view::{IntoView, view};

/// Renders the ways to a result. There is no certificate that could be printed or sent.
///
/// The figures that scripts read are empty.
pub(super) fn no_answers_yet(app: &App) -> impl IntoView + use<> {
    let messages = app.messages();
    let session = app.current_session();
    let first = session.asked_sections().into_iter().next();
    let begin = first.map(|section| {
        let address = route::section_address(&session.model().section(section).id);
        view! { <a class="button" href=address data-action="answer">{messages.results_none_begin().to_owned()}</a> }
    });
    view! {
        <header class="stack narrow" data-ai-content="" data-level="" data-recommendation="none">
            <h1 tabindex="-1">{messages.results_none().to_owned()}</h1>
            <p>{messages.results_none_why().to_owned()}</p>
            <div class="row">
                {begin}
                <a class="button quiet" href="#/ask" data-action="ask">{messages.ask_offer().to_owned()}</a>
                <a class="plain" href="#/workspace" data-action="workspace">{messages.results_none_open().to_owned()}</a>
            </div>
        </header>
    }
}
