//! A field with a few radio buttons, for the stance and the depth of an assessment.

use web_sys::Event;

use crate::view::{AnyView, CollectView, view};

/// Renders a radio button of the group `name` with its label. `is_selected` is reactive.
pub(crate) fn radio_choice(
    name: &'static str,
    value: &'static str,
    is_selected: impl Fn() -> bool + 'static,
    on_select: impl Fn(Event) + 'static,
    label: AnyView,
) -> AnyView {
    view! {
        <label class="choice">
            <input type="radio" name=name value=value prop:checked=is_selected on:change=on_select/>
            <span>{label}</span>
        </label>
    }
}

/// Renders choices under a legend. `class` is the style of the list.
pub(crate) fn choice_field(
    legend: &str,
    class: &'static str,
    choices: impl IntoIterator<Item = AnyView>,
) -> AnyView {
    let choices: Vec<AnyView> = choices.into_iter().collect();
    view! {
        <fieldset class="plain-question">
            <legend>{legend.to_owned()}</legend>
            <div class=class>{choices.collect_view()}</div>
        </fieldset>
    }
}
