//! The form with the options of the embed code.

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_hosting::has_shared_origin;
use assay_locale::{Language, Messages};
use leptos::prelude::*;

use super::options::{Options, origin_of};

/// Accessor of an option.
type OptionField = fn(&mut Options) -> &mut String;

/// A text of the interface.
type Label = fn(&Messages) -> &str;

/// An option with a fixed set of values.
struct Selection {
    label: Label,
    /// Name of the field and of the attribute.
    name: &'static str,
    /// Values of the attribute and their labels; the empty value is the element's default. Those of
    /// the language are followed by every language under its own name.
    choices: &'static [(&'static str, Label)],
    field: OptionField,
}

const SELECTIONS: [Selection; 6] = [
    Selection {
        label: Messages::builder_mode,
        name: "mode",
        choices: &[
            ("", Messages::builder_mode_inline),
            ("popup", Messages::builder_mode_popup),
            ("slider", Messages::builder_mode_slider),
        ],
        field: |o| &mut o.mode,
    },
    Selection {
        label: Messages::builder_lang,
        name: "lang",
        choices: &[("", Messages::builder_lang_page)],
        field: |o| &mut o.lang,
    },
    Selection {
        label: Messages::builder_theme,
        name: "theme",
        choices: &[
            ("", Messages::builder_theme_page),
            ("auto", Messages::builder_theme_auto),
            ("light", Messages::builder_theme_light),
            ("dark", Messages::builder_theme_dark),
        ],
        field: |o| &mut o.theme,
    },
    Selection {
        label: Messages::builder_depth,
        name: "depth",
        choices: &[
            ("", Messages::builder_depth_app),
            ("quick", Messages::section_depth_quick),
            ("full", Messages::section_depth_full),
        ],
        field: |o| &mut o.depth,
    },
    Selection {
        label: Messages::builder_stance,
        name: "stance",
        choices: &[
            ("", Messages::builder_stance_visitor),
            ("provide", Messages::profile_provide),
            ("adopt", Messages::profile_adopt),
        ],
        field: |o| &mut o.stance,
    },
    Selection {
        label: Messages::builder_results,
        name: "results",
        choices: &[
            ("", Messages::builder_results_show),
            ("hide", Messages::builder_results_hide),
        ],
        field: |o| &mut o.results,
    },
];

/// Returns the current value of an option.
fn read_option(options: RwSignal<Options>, field: OptionField) -> String {
    let mut options = options.get_untracked();
    std::mem::take(field(&mut options))
}

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

/// Renders the selections.
fn select_fields(messages: &Messages, options: RwSignal<Options>) -> impl IntoView + use<> {
    let fields = SELECTIONS.iter();
    fields
        .map(|selection| select_field(messages, selection, options))
        .collect_view()
}

fn select_field(
    messages: &Messages,
    selection: &'static Selection,
    options: RwSignal<Options>,
) -> AnyView {
    let Selection { name, field, .. } = *selection;
    let current = read_option(options, field);
    let fixed = selection.choices.iter();
    let fixed = fixed.map(|(value, label)| (*value, label(messages)));
    let languages = Language::ALL.map(|language| (language.tag(), language.own_name()));
    let languages = languages.into_iter().filter(|_| name == "lang");
    let choices = fixed.chain(languages).map(|(value, label)| {
        view! { <option value=value selected=current == value>{label.to_owned()}</option> }
    });
    view! {
        <label class="field">
            <span>{(selection.label)(messages).to_owned()}</span>
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
    let current = read_option(options, field);
    view! {
        <label class="field">
            <span>{label.to_owned()}" "<span class="small">{help.to_owned()}</span></span>
            <input type="text" name=name autocomplete="off" spellcheck="false" maxlength="500" value=current
                on:input=move |event| options.update(|o| *field(o) = event_target_value(&event))/>
        </label>
    }
}
