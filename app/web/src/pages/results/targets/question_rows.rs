//! The fields for the targets of single questions, and the choice of another question.

use assay_core::{Level, QuestionIx, SectionIx};
use leptos::prelude::*;
use web_sys::Event;

use super::super::result_view::ResultView;
use super::target_editor::TargetEditor;
use super::target_fields::{date_field, state_tag};
use crate::parts::focus::focus_later;
use crate::view::{AnyView, CollectView, IntoView, view};

/// Renders a row for each question with a target, and the choice of another one.
pub(super) fn question_rows(result: &ResultView, editor: &TargetEditor) -> AnyView {
    let shown = RwSignal::new(editor.questions());
    let rows = {
        let (result, editor) = (result.clone(), editor.clone());
        move || {
            let rows = shown.get().into_iter();
            let rows: Vec<AnyView> = rows
                .map(|one| question_row(&result, &editor, one))
                .collect();
            (!rows.is_empty())
                .then(|| view! { <div class="target-rows">{rows.collect_view()}</div> })
        }
    };
    view! {
        <h4>{result.messages.targets_questions().to_owned()}</h4>
        {rows}
        {question_choice(result, shown)}
    }
    .into_any()
}

fn question_row(result: &ResultView, editor: &TargetEditor, question: QuestionIx) -> AnyView {
    let messages = &result.messages;
    let text = result.texts.question(question);
    let id = result.model.question(question).id.clone();
    let level = editor.question(question).map(|target| target.level);
    let levels = Level::ALL.into_iter().zip(&text.levels).map(|(one, label)| {
        let label = messages.whatif_choice(&(one.get() + 1).to_string(), label);
        view! { <option value=one.get().to_string() selected=level == Some(one)>{label}</option> }
    });
    let levels = levels.collect_view();
    let set_level = {
        let editor = editor.clone();
        move |event: Event| {
            let level = event_target_value(&event).parse::<u8>().ok();
            editor.set_level(question, level.and_then(Level::new));
        }
    };
    let (dated, dating, state) = (editor.clone(), editor.clone(), editor.clone());
    view! {
        <div class="target-row" role="group" data-target-question=id aria-label=messages.targets_of(&text.text)>
            <p><strong lang=result.texts.lang() dir=result.texts.dir()>{text.text.clone()}</strong>" "{state_tag(move || state.question_state(question))}</p>
            <label class="field"><span>{messages.targets_level().to_owned()}</span>
                <select name="level" on:change=set_level><option value="" selected=level.is_none()>{messages.targets_none().to_owned()}</option>{levels}</select></label>
            {date_field(messages, move || dated.question_date(question), move |date| dating.set_question_date(question, date))}
        </div>
    }
    .into_any()
}

/// Renders the choice of a question that has no row, by section.
fn question_choice(result: &ResultView, shown: RwSignal<Vec<QuestionIx>>) -> AnyView {
    let chosen = RwSignal::new(String::new());
    let add = {
        let model = result.model.clone();
        move |_| {
            let id = chosen.get_untracked();
            let Some(question) = model.find_question(&id) else {
                return;
            };
            chosen.set(String::new());
            shown.update(|shown| shown.push(question));
            focus_later([format!("[data-target-question='{id}'] select")]);
        }
    };
    let groups = {
        let result = result.clone();
        move || question_groups(&result, &shown.get())
    };
    let messages = &result.messages;
    view! {
        <div class="target-add">
            <label class="field"><span>{messages.targets_add().to_owned()}</span>
                <select name="target-question" prop:value=move || chosen.get() on:change=move |event: Event| chosen.set(event_target_value(&event))>
                    <option value="">{messages.targets_add_choose().to_owned()}</option>{groups}
                </select></label>
            <button type="button" class="button quiet" data-action="add-target" disabled=move || chosen.get().is_empty() on:click=add>{messages.targets_add_button().to_owned()}</button>
        </div>
    }
    .into_any()
}

/// Renders the questions of this stance that have no row, by section.
fn question_groups(result: &ResultView, shown: &[QuestionIx]) -> AnyView {
    let stance = result.assessment.profile.stance;
    let exists = result.model.existing_questions(stance);
    let is_offered = |question: &&QuestionIx| {
        exists.get(question.index()).copied() == Some(true) && !shown.contains(question)
    };
    let sections = (0..result.model.sections().len()).map(SectionIx::new);
    let groups = sections.map(|section| {
        let questions = result.model.section_questions(section).iter();
        let options = questions.filter(is_offered).map(|question| {
            let id = result.model.question(*question).id.clone();
            let text = result.texts.question(*question).text.clone();
            view! { <option value=id>{text}</option> }
        });
        let title = result.texts.section(section).title.clone();
        view! { <optgroup label=title>{options.collect_view()}</optgroup> }
    });
    groups.collect_view().into_any()
}
