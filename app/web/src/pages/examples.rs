//! All fictional companies, each with a link to its result.

use leptos::prelude::*;

use super::start::example_views::company_list;
use crate::state::App;
use crate::view::{IntoView, view};

/// Renders the page.
pub(crate) fn examples_page(app: &App) -> impl IntoView + use<> {
    let locale = app.locale.get_untracked();
    let messages = &locale.messages;
    view! {
        <div class="stack">
            <h1 tabindex="-1">{messages.examples_title().to_owned()}</h1>
            <p class="lead">{messages.examples_lead().to_owned()}</p>
            {company_list(&app.questionnaire.examples, locale.language)}
        </div>
    }
}
