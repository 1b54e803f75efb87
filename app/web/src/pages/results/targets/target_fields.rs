//! The date field and the state that the rows of sections and questions share.

use assay_core::Day;
use assay_locale::Messages;
use leptos::prelude::event_target_value;
use web_sys::Event;

use super::target_editor::TargetDate;
use crate::view::{AnyView, IntoView, view};

/// Renders the field for the date of a target; disabled where there is no target.
pub(super) fn date_field(
    messages: &Messages,
    date: impl Fn() -> TargetDate + Clone + 'static,
    set: impl Fn(Option<Day>) + 'static,
) -> AnyView {
    let has_target = date.clone();
    let initial = leptos::prelude::untrack(&date).field_text();
    let text = move || date().field_text();
    let change = move |event: Event| set(Day::parse(&event_target_value(&event)));
    view! {
        <label class="field"><span>{messages.targets_date().to_owned()}</span>
            <input type="date" name="date" min="2020-01-01" max="9999-12-31" value=initial prop:value=text disabled=move || !has_target().has_target() on:change=change/></label>
    }
    .into_any()
}

/// Renders the state of a target.
pub(super) fn state_tag(state: impl Fn() -> Option<String> + 'static) -> AnyView {
    let tag = move || state().map(|state| view! { <span class="tag">{state}</span> });
    view! { <span class="target-state" aria-live="polite">{tag}</span> }.into_any()
}
