//! Notice for wording that is missing in the reader's language or cannot be used.

use crate::view::{CollectView, IntoView, view};
use assay_locale::Messages;

use crate::browser::language_name::language_name;
use crate::parts::problems;
use crate::state::{App, WordingRemarks};

/// Renders the notice; nothing if the wording is complete.
pub(crate) fn wording_notice(app: &App) -> impl IntoView + use<> {
    let locale = app.locale.clone();
    move || {
        let locale = leptos::prelude::Get::get(&locale);
        let lack = locale.remarks.as_ref()?;
        let messages = &locale.messages;
        let name = |tag: &String| language_name(tag, locale.language.tag());
        let used = lack
            .shown_language
            .as_ref()
            .map(|tag| messages.wording_foreign(&name(tag)));
        let filled = lack.filled_from.as_ref();
        let filled = filled.map(|tag| messages.wording_filled(&name(tag)));
        let sentences = used.into_iter().chain(filled);
        let sentences = sentences.map(|sentence| view! { <p>{sentence}</p> });
        Some(view! {
            <div class="notice" role="status" data-wording>
                {sentences.collect_view()}
                {wording_problem_list(messages, lack)}
            </div>
        })
    }
}

/// Renders the faults of the refused wording, for its author.
fn wording_problem_list(messages: &Messages, lack: &WordingRemarks) -> impl IntoView + use<> {
    let lines = lack
        .unusable
        .iter()
        .flat_map(|one| problems::wording_problems(messages, one));
    let lines: Vec<String> = lines.collect();
    let items = lines.iter().map(|line| view! { <li>{line.clone()}</li> });
    (!lines.is_empty()).then(|| {
        view! { <p>{messages.wording_faulty().to_owned()}</p><ul class="faults">{items.collect_view()}</ul> }
    })
}
