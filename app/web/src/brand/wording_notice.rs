//! What is said where the questionnaire's wording is not in the reader's language, or cannot be used.

use crate::view::{CollectView, IntoView, view};
use assay_locale::Messages;

use crate::browser::language_name::language_name;
use crate::pages::fault;
use crate::state::{App, WordingRemarks};

/// The notice, where there is something to tell.
pub(crate) fn wording_notice(app: &App) -> impl IntoView + use<> {
    let speech = app.locale.clone();
    move || {
        let speech = leptos::prelude::Get::get(&speech);
        let lack = speech.remarks.as_ref()?;
        let words = &speech.messages;
        let name = |tag: &String| language_name(tag, speech.language.tag());
        let used = lack
            .shown_language
            .as_ref()
            .map(|tag| words.wording_foreign(&name(tag)));
        let filled = lack.filled_from.as_ref();
        let filled = filled.map(|tag| words.wording_filled(&name(tag)));
        let sentences = used.into_iter().chain(filled);
        let sentences = sentences.map(|sentence| view! { <p>{sentence}</p> });
        Some(view! {
            <div class="notice" role="status" data-wording>
                {sentences.collect_view()}
                {wording_problem_list(words, lack)}
            </div>
        })
    }
}

/// What is wrong with wording that is not used, for whoever wrote it.
fn wording_problem_list(words: &Messages, lack: &WordingRemarks) -> impl IntoView + use<> {
    let lines = lack
        .unusable
        .iter()
        .flat_map(|one| fault::wording_problems(words, one));
    let lines: Vec<String> = lines.collect();
    let items = lines.iter().map(|line| view! { <li>{line.clone()}</li> });
    (!lines.is_empty()).then(|| {
        view! { <p>{words.wording_faulty().to_owned()}</p><ul class="faults">{items.collect_view()}</ul> }
    })
}
