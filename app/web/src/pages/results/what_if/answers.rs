//! The answers to try out, by section.

use crate::view::{CollectView, IntoView, view};
use assay_core::{Answer, Level, QuestionIx, SectionIx};
use assay_locale::Messages;
use leptos::prelude::*;

use super::what_if_state::WhatIf;
use crate::parts::fold::fold;

/// Renders each section with questions for this stance in a closed fold.
pub(super) fn answer_sections(what_if: &WhatIf) -> impl IntoView + use<> {
    let exists = what_if
        .result
        .model
        .existing_questions(what_if.result.assessment.profile.stance);
    let exists = |question: &QuestionIx| exists.get(question.index()).copied() == Some(true);
    let sections = (0..what_if.result.model.sections().len())
        .map(SectionIx::new)
        .filter_map(|section| {
            let asked = what_if
                .result
                .model
                .section_questions(section)
                .iter()
                .copied()
                .filter(|question| exists(question));
            let asked: Vec<QuestionIx> = asked.collect();
            (!asked.is_empty()).then(|| answer_section(what_if, section, asked))
        });
    view! { <div class="trial-answers">{sections.collect_view()}</div> }
}

fn answer_section(
    what_if: &WhatIf,
    section: SectionIx,
    asked: Vec<QuestionIx>,
) -> impl IntoView + use<> {
    let texts = &what_if.result.texts;
    let (lang, dir) = (texts.lang().map(str::to_owned), texts.dir());
    let title = texts.section(section).title.clone();
    let count = {
        let (what_if, asked) = (what_if.clone(), asked.clone());
        move || {
            let changed = asked
                .iter()
                .filter(|question| what_if.is_changed(**question))
                .count();
            (changed > 0).then(|| view! { " "<span class="tag">{what_if.result.messages.whatif_changed(changed)}</span> })
        }
    };
    let what_if = what_if.clone();
    let rows = move || {
        let what_if = what_if.clone();
        let asked = asked.clone();
        // Tracked, so that the selections are rebuilt after a reset.
        move || {
            what_if.reset_count.get();
            asked
                .iter()
                .map(|question| row(&what_if, *question))
                .collect_view()
        }
    };
    fold(
        "trial-section",
        view! { <span lang=lang.as_deref() dir=dir>{title}</span>{count} },
        rows,
    )
}

fn row(what_if: &WhatIf, question: QuestionIx) -> impl IntoView + use<> {
    let (messages, text) = (
        &what_if.result.messages,
        what_if.result.texts.question(question),
    );
    let known = what_if.result.model.question(question);
    let (real, chosen) = (
        what_if.real_answer(question),
        what_if
            .answers
            .with_untracked(|answers| answers.get(question)),
    );
    let mut offered: Vec<Option<Answer>> = if real.is_none() {
        vec![None]
    } else {
        Vec::new()
    };
    offered.extend(Level::ALL.map(|level| Some(Answer::Level(level))));
    offered.push(Some(Answer::Unknown));
    offered.extend(known.not_applicable.then_some(Some(Answer::NotApplicable)));
    let options = offered.into_iter().map(|answer| {
        let value = answer.map_or("", Answer::as_str);
        view! { <option value=value selected=answer == chosen>{answer_label(messages, &text.levels, answer)}</option> }
    });
    let (hidden, changed, choose) = (what_if.clone(), what_if.clone(), what_if.clone());
    let id = format!("real-{}", known.id);
    view! {
        <div class="try" data-try=known.id.clone() hidden=move || !hidden.visible.with(|v| v.is_visible(question))
            data-changed=move || changed.is_changed(question).then_some("")>
            <label>
                <span lang=what_if.result.texts.lang() dir=what_if.result.texts.dir()>{text.text.clone()}</span>
                <select aria-describedby=id.clone() on:change=move |event| choose.set_answer(question, Answer::parse(&event_target_value(&event)))>
                    {options.collect_view()}
                </select>
            </label>
            <p class="small" id=id><span class="tag">{messages.whatif_mark().to_owned()}</span>{messages.whatif_real(&answer_label(messages, &text.levels, real))}</p>
        </div>
    }
}

/// Returns the label of an answer in the selection.
fn answer_label(messages: &Messages, levels: &[String; 5], answer: Option<Answer>) -> String {
    match answer {
        Some(Answer::Level(level)) => {
            let label = levels
                .get(usize::from(level.get()))
                .map_or("", String::as_str);
            messages.whatif_choice(&(level.get() + 1).to_string(), label)
        }
        Some(Answer::Unknown) => messages.section_unknown().to_owned(),
        Some(Answer::NotApplicable) => messages.section_not_applicable().to_owned(),
        None => messages.answers_none().to_owned(),
    }
}
