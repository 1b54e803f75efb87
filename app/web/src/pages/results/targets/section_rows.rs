//! The fields for the targets of the sections.

use assay_core::SectionIx;
use assay_locale::format_target;
use leptos::prelude::*;
use web_sys::Event;

use super::super::result_view::ResultView;
use super::score_input::ScoreInput;
use super::target_editor::TargetEditor;
use super::target_fields::{date_field, state_tag};
use crate::view::{AnyView, CollectView, IntoView, view};

/// Renders a row for each section with a score.
pub(super) fn section_rows(result: &ResultView, editor: &TargetEditor) -> AnyView {
    let sections = result.score.sections.iter().enumerate();
    let rows = sections.filter_map(|(index, range)| {
        (*range)?;
        Some(section_row(result, editor, SectionIx::new(index)))
    });
    let rows = rows.collect_view();
    view! {
        <h4>{result.messages.targets_sections().to_owned()}</h4>
        <div class="target-rows">{rows}</div>
    }
    .into_any()
}

fn section_row(result: &ResultView, editor: &TargetEditor, section: SectionIx) -> AnyView {
    let messages = &result.messages;
    let title = result.texts.section(section).title.clone();
    let id = result.model.section(section).id.clone();
    let target = editor.section(section);
    let percent = target.map_or_else(String::new, |it| format_target(it.score.percent()));
    let refused = RwSignal::new(None::<String>);
    let set_score = {
        let editor = editor.clone();
        move |event: Event| set_score(&editor, section, refused, &event_target_value(&event))
    };
    let (dated, dating, state) = (editor.clone(), editor.clone(), editor.clone());
    let fault_id = format!("target-fault-{id}");
    let fault = fault(result, refused, fault_id.clone());
    view! {
        <div class="target-row" role="group" data-target-section=id aria-label=messages.targets_of(&title)>
            <p><strong lang=result.texts.lang() dir=result.texts.dir()>{title}</strong>" "{state_tag(move || state.section_state(section))}</p>
            <label class="field"><span>{messages.targets_score().to_owned()}</span>
                <input type="text" inputmode="numeric" autocomplete="off" maxlength="12" name="score" value=percent aria-describedby=fault_id aria-invalid=move || refused.get().is_some().to_string() on:change=set_score/></label>
            {date_field(messages, move || dated.section_date(section), move |date| dating.set_section_date(section, date))}
            {fault}
        </div>
    }
    .into_any()
}

fn set_score(
    editor: &TargetEditor,
    section: SectionIx,
    refused: RwSignal<Option<String>>,
    text: &str,
) {
    match ScoreInput::read(text) {
        ScoreInput::Refused => refused.set(Some(text.trim().to_owned())),
        ScoreInput::Empty => {
            refused.set(None);
            editor.set_score(section, None);
        }
        ScoreInput::Score(score) => {
            refused.set(None);
            editor.set_score(section, Some(score));
        }
    }
}

/// Renders what is wrong with the text of the field, and what to do.
fn fault(result: &ResultView, refused: RwSignal<Option<String>>, id: String) -> AnyView {
    let messages = result.messages.clone();
    let sentence = move || refused.get().map(|text| messages.targets_refused(&text));
    view! { <p class="small error" role="alert" id=id>{sentence}</p> }.into_any()
}
