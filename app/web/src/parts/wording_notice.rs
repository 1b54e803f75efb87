//! Notice for wording that is missing in the reader's language or cannot be used.

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_locale::Messages;

use crate::browser::language_name::language_name;
use crate::parts::problems;
use crate::state::{App, WordingRemarks};

/// Renders the faults of refused wording.
pub(crate) type FaultList = fn(&Messages, &WordingRemarks) -> AnyView;

/// Renders the notice, with the faults of refused wording; nothing if the wording is complete.
pub(crate) fn wording_notice(app: &App, fault_list: FaultList) -> impl IntoView + use<> {
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
                {fault_list(messages, lack)}
            </div>
        })
    }
}

/// Renders the faults for whoever wrote the wording. Only the full app has the sentences.
pub(crate) fn list_faults(messages: &Messages, lack: &WordingRemarks) -> AnyView {
    let lines = lack
        .unusable
        .iter()
        .flat_map(|one| problems::wording_problems(messages, one));
    let lines: Vec<String> = lines.collect();
    let items = lines.iter().map(|line| view! { <li>{line.clone()}</li> });
    (!lines.is_empty()).then(|| {
        view! { <p>{messages.wording_faulty().to_owned()}</p><ul class="faults">{items.collect_view()}</ul> }
    })
    .into_any()
}
