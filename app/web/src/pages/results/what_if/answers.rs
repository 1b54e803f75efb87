//! The answers to try out, section by section.

use crate::view::{CollectView, IntoView, view};
use assay_core::{Answer, Level, QuestionIx, SectionIx};
use assay_locale::Words;
use leptos::prelude::*;

use super::Trial;
use crate::parts::fold::fold;

/// Every section that has questions for this stance, each folded.
pub(super) fn sections(trial: &Trial) -> impl IntoView + use<> {
    let exists = trial
        .shown
        .model
        .exists_for(trial.shown.assessment.profile.stance);
    let exists = |question: &QuestionIx| exists.get(question.index()).copied() == Some(true);
    let sections = (0..trial.shown.model.sections().len())
        .map(SectionIx::new)
        .filter_map(|section| {
            let asked = trial
                .shown
                .model
                .section_questions(section)
                .iter()
                .copied()
                .filter(|question| exists(question));
            let asked: Vec<QuestionIx> = asked.collect();
            (!asked.is_empty()).then(|| one(trial, section, asked))
        });
    view! { <div class="trial-answers">{sections.collect_view()}</div> }
}

fn one(trial: &Trial, section: SectionIx, asked: Vec<QuestionIx>) -> impl IntoView + use<> {
    let texts = &trial.shown.texts;
    let (lang, dir) = (texts.lang().map(str::to_owned), texts.dir());
    let title = texts.section(section).title.clone();
    let count = {
        let (trial, asked) = (trial.clone(), asked.clone());
        move || {
            let changed = asked
                .iter()
                .filter(|question| trial.is_changed(**question))
                .count();
            (changed > 0).then(|| view! { " "<span class="tag">{trial.shown.words.whatif_changed(changed)}</span> })
        }
    };
    let trial = trial.clone();
    let rows = move || {
        let trial = trial.clone();
        let asked = asked.clone();
        // Read here, so that the choices show the real answers again when those come back.
        move || {
            trial.round.get();
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

fn row(trial: &Trial, question: QuestionIx) -> impl IntoView + use<> {
    let (words, text) = (&trial.shown.words, trial.shown.texts.question(question));
    let known = trial.shown.model.question(question);
    let (real, chosen) = (
        trial.real(question),
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
        view! { <option value=value selected=answer == chosen>{said(words, &text.levels, answer)}</option> }
    });
    let (hidden, changed, choose) = (trial.clone(), trial.clone(), trial.clone());
    let id = format!("real-{}", known.id);
    view! {
        <div class="try" data-try=known.id.clone() hidden=move || !hidden.visible.with(|v| v.get(question))
            data-changed=move || changed.is_changed(question).then_some("")>
            <label>
                <span lang=trial.shown.texts.lang() dir=trial.shown.texts.dir()>{text.text.clone()}</span>
                <select aria-describedby=id.clone() on:change=move |event| choose.try_out(question, Answer::parse(&event_target_value(&event)))>
                    {options.collect_view()}
                </select>
            </label>
            <p class="small" id=id><span class="tag">{words.whatif_mark().to_owned()}</span>{words.whatif_real(&said(words, &text.levels, real))}</p>
        </div>
    }
}

/// An answer as it is chosen from a list.
fn said(words: &Words, levels: &[String; 5], answer: Option<Answer>) -> String {
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
