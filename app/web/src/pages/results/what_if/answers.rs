//! The answers to try out, section by section.

use crate::view::{CollectView, IntoView, view};
use assay_core::{Answer, Level, QuestionIx, SectionIx};
use assay_locale::Messages;
use leptos::prelude::*;

use super::WhatIf;
use crate::parts::fold::fold;

/// Every section that has questions for this stance, each folded.
pub(super) fn answer_sections(trial: &WhatIf) -> impl IntoView + use<> {
    let exists = trial
        .result
        .model
        .existing_questions(trial.result.assessment.profile.stance);
    let exists = |question: &QuestionIx| exists.get(question.index()).copied() == Some(true);
    let sections = (0..trial.result.model.sections().len())
        .map(SectionIx::new)
        .filter_map(|section| {
            let asked = trial
                .result
                .model
                .section_questions(section)
                .iter()
                .copied()
                .filter(|question| exists(question));
            let asked: Vec<QuestionIx> = asked.collect();
            (!asked.is_empty()).then(|| answer_section(trial, section, asked))
        });
    view! { <div class="trial-answers">{sections.collect_view()}</div> }
}

fn answer_section(
    trial: &WhatIf,
    section: SectionIx,
    asked: Vec<QuestionIx>,
) -> impl IntoView + use<> {
    let texts = &trial.result.texts;
    let (lang, dir) = (texts.lang().map(str::to_owned), texts.dir());
    let title = texts.section(section).title.clone();
    let count = {
        let (trial, asked) = (trial.clone(), asked.clone());
        move || {
            let changed = asked
                .iter()
                .filter(|question| trial.is_changed(**question))
                .count();
            (changed > 0).then(|| view! { " "<span class="tag">{trial.result.messages.whatif_changed(changed)}</span> })
        }
    };
    let trial = trial.clone();
    let rows = move || {
        let trial = trial.clone();
        let asked = asked.clone();
        // Read here, so that the choices show the real answers again when those come back.
        move || {
            trial.reset_count.get();
            asked
                .iter()
                .map(|question| row(&trial, *question))
                .collect_view()
        }
    };
    fold(
        "trial-section",
        view! { <span lang=lang.as_deref() dir=dir>{title}</span>{count} },
        rows,
    )
}

fn row(trial: &WhatIf, question: QuestionIx) -> impl IntoView + use<> {
    let (words, text) = (
        &trial.result.messages,
        trial.result.texts.question(question),
    );
    let known = trial.result.model.question(question);
    let (real, chosen) = (
        trial.real_answer(question),
        trial
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
        view! { <option value=value selected=answer == chosen>{answer_label(words, &text.levels, answer)}</option> }
    });
    let (hidden, changed, choose) = (trial.clone(), trial.clone(), trial.clone());
    let id = format!("real-{}", known.id);
    view! {
        <div class="try" data-try=known.id.clone() hidden=move || !hidden.visible.with(|v| v.is_visible(question))
            data-changed=move || changed.is_changed(question).then_some("")>
            <label>
                <span lang=trial.result.texts.lang() dir=trial.result.texts.dir()>{text.text.clone()}</span>
                <select aria-describedby=id.clone() on:change=move |event| choose.set_answer(question, Answer::parse(&event_target_value(&event)))>
                    {options.collect_view()}
                </select>
            </label>
            <p class="small" id=id><span class="tag">{words.whatif_mark().to_owned()}</span>{words.whatif_real(&answer_label(words, &text.levels, real))}</p>
        </div>
    }
}

/// An answer as it is chosen from a list.
fn answer_label(words: &Messages, levels: &[String; 5], answer: Option<Answer>) -> String {
    match answer {
        Some(Answer::Level(level)) => {
            let label = levels
                .get(usize::from(level.get()))
                .map_or("", String::as_str);
            words.whatif_choice(&(level.get() + 1).to_string(), label)
        }
        Some(Answer::Unknown) => words.section_unknown().to_owned(),
        Some(Answer::NotApplicable) => words.section_not_applicable().to_owned(),
        None => words.answers_none().to_owned(),
    }
}
