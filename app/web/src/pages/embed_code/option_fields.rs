//! The form with the options of the embed code.

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_hosting::has_shared_origin;
use assay_locale::Messages;
use leptos::prelude::*;

use super::options::{Options, origin_of};

/// Accessor of an option.
type OptionField = fn(&mut Options) -> &mut String;

/// Value of an attribute, and its label.
type SelectOption = (&'static str, String);

pub(super) fn option_fields(
    messages: &Messages,
    options: RwSignal<Options>,
) -> impl IntoView + use<> {
    let not_inline = move || !options.with(Options::has_button);
    let inline = move || options.with(Options::has_button);
    let fault = messages.builder_home_fault().to_owned();
    let fault = move || {
        origin_of(&options.read().home)
            .is_none()
            .then(|| fault.clone())
    };
    let shared = messages.builder_home_shared().to_owned();
    let shared = move || has_shared_origin(&options.read().home).then(|| shared.clone());
    view! {
        <form class="builder-fields" aria-label=messages.builder_options().to_owned() on:submit=|event| event.prevent_default()>
            {text_field(messages.builder_home(), messages.builder_home_help(), "home", options, |o| &mut o.home)}
            <p role="alert">{fault}</p>
            <p class="small" role="status" data-shared-origin>{shared}</p>
            {select_fields(messages, options)}
            <div hidden=not_inline>{text_field(messages.builder_label(), messages.builder_label_help(), "label", options, |o| &mut o.label)}</div>
            <div hidden=inline>{text_field(messages.builder_height(), messages.builder_height_help(), "height", options, |o| &mut o.height)}</div>
            {text_field(messages.builder_model(), messages.builder_model_help(), "model", options, |o| &mut o.model)}
        </form>
    }
}

fn select_fields(messages: &Messages, options: RwSignal<Options>) -> impl IntoView + use<> {
    let said = |value: &'static str, text: &str| (value, text.to_owned());
    let fields: [(&str, &'static str, Vec<SelectOption>, OptionField); 6] = [
        (
            messages.builder_mode(),
            "mode",
            vec![
                said("", messages.builder_mode_inline()),
                said("popup", messages.builder_mode_popup()),
                said("slider", messages.builder_mode_slider()),
            ],
            |o| &mut o.mode,
        ),
        (
            messages.builder_lang(),
            "lang",
            vec![
                said("", messages.builder_lang_page()),
                said("en", "English"),
                said("zh-CN", "中文"),
            ],
            |o| &mut o.lang,
        ),
        (
            messages.builder_theme(),
            "theme",
            vec![
                said("", messages.builder_theme_auto()),
                said("light", messages.builder_theme_light()),
                said("dark", messages.builder_theme_dark()),
            ],
            |o| &mut o.theme,
        ),
        (
            messages.builder_depth(),
            "depth",
            vec![
                said("", messages.builder_depth_app()),
                said("quick", messages.section_depth_quick()),
                said("full", messages.section_depth_full()),
            ],
            |o| &mut o.depth,
        ),
        (
            messages.builder_stance(),
            "stance",
            vec![
                said("", messages.builder_stance_visitor()),
                said("provide", messages.profile_provide()),
                said("adopt", messages.profile_adopt()),
            ],
            |o| &mut o.stance,
        ),
        (
            messages.builder_results(),
            "results",
            vec![
                said("", messages.builder_results_show()),
                said("hide", messages.builder_results_hide()),
            ],
            |o| &mut o.results,
        ),
    ];
    fields
        .into_iter()
        .map(|(label, name, choices, field)| select_field(label, name, choices, options, field))
        .collect_view()
}

fn select_field(
    label: &str,
    name: &'static str,
    choices: Vec<SelectOption>,
    options: RwSignal<Options>,
    field: OptionField,
) -> AnyView {
    let now = options
        .try_update_untracked(|o| field(o).clone())
        .unwrap_or_default();
    let choices = choices.into_iter().map(|(value, text)| {
        view! { <option value=value selected=now == value>{text}</option> }
    });
    view! {
        <label class="field">
            <span>{label.to_owned()}</span>
            <select name=name on:change=move |event| options.update(|o| *field(o) = event_target_value(&event))>
                {choices.collect_view()}
            </select>
        </label>
    }
}

fn text_field(
    label: &str,
    help: &str,
    name: &'static str,
    options: RwSignal<Options>,
    field: OptionField,
) -> AnyView {
    let now = options
        .try_update_untracked(|o| field(o).clone())
        .unwrap_or_default();
    view! {
        <label class="field">
            <span>{label.to_owned()}" "<span class="small">{help.to_owned()}</span></span>
            <input type="text" name=name autocomplete="off" spellcheck="false" maxlength="500" value=now
                on:input=move |event| options.update(|o| *field(o) = event_target_value(&event))/>
        </label>
    }
}
