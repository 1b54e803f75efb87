//! What to do next: the five things that pay most, then the whole roadmap in three waves.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use crate::view::{CollectView, IntoView, view};
use assay_core::{ActionIx, Effort, PathId, QuestionIx, Roadmap, RoadmapRun, RoadmapWave, Wave};
use assay_locale::{Messages, format_whole};
use leptos::prelude::*;

use super::derivation::{DerivationPart, derivation_link};
use super::{Origin, ResultView};
use crate::browser::slices::run_in_slices;
use crate::route;

/// So many things are told in full.
const MAX_STEPS: usize = 5;

/// The section; the roadmap arrives when it is planned. None where the questionnaire knows no
/// actions.
pub(super) fn next_steps(shown: &ResultView) -> Option<impl IntoView + use<>> {
    let Some(aim) = shown.score.recommendation.target_path() else {
        return Some(questions_first(shown).into_any());
    };
    (!shown.model.actions().is_empty()).then(|| roadmap(shown, aim).into_any())
}

/// Before there is a path to aim at: the questions whose answers would decide most.
fn questions_first(shown: &ResultView) -> impl IntoView + use<> {
    let shown = shown.clone();
    move || {
        let certainty = shown.certainty.get()?;
        let most = certainty.ask_next.iter().take(MAX_STEPS);
        let questions = most
            .map(|(question, _)| self::question(&shown, *question))
            .collect_view();
        let words = &shown.messages;
        (!certainty.ask_next.is_empty()).then(|| {
            view! {
                <section class="stack wide next">
                    <h2>{words.next_heading_plain().to_owned()}</h2>
                    <p>{words.next_answers().to_owned()}</p>
                    <ol class="steps">{questions}</ol>
                </section>
            }
        })
    }
}

/// A question; who owns the result has a way to it.
fn question(shown: &ResultView, question: QuestionIx) -> impl IntoView + use<> {
    let text = shown.texts.question(question).text.clone();
    let asked = shown.model.question(question);
    let section = &shown.model.section(asked.section).id;
    match shown.origin == Origin::Own {
        true => {
            view! { <li><a href=route::question_address(section, &asked.id) lang=shown.texts.lang() dir=shown.texts.dir()>{text}</a></li> }.into_any()
        }
        false => view! { <li lang=shown.texts.lang() dir=shown.texts.dir()>{text}</li> }.into_any(),
    }
}

fn roadmap(shown: &ResultView, aim: PathId) -> impl IntoView + use<> {
    let shown = shown.clone();
    view! { <section class="stack wide next">{move || shown.roadmap.get().map(|plan| roadmap_view(&shown, aim, &plan))}</section> }
}

/// Plans the roadmap in slices, so that nothing the reader does has to wait. None where there is
/// no path to aim at.
pub(super) fn plan(shown: &ResultView) {
    if shown.score.recommendation.target_path().is_none() || shown.model.actions().is_empty() {
        return;
    }
    let roadmap = shown.roadmap.clone();
    let model = shown.model.clone();
    let run = RoadmapRun::new(shown.assessment.evaluation(&model));
    let run = Rc::new(RefCell::new(Some(run)));
    let step = {
        let (run, model) = (run.clone(), model.clone());
        move || run.borrow_mut().as_mut().is_none_or(|run| run.step(&model))
    };
    run_in_slices(step, move || {
        roadmap.set(run.take().map(|run| Arc::new(run.finish(&model))));
    });
}

fn roadmap_view(shown: &ResultView, aim: PathId, plan: &Roadmap) -> impl IntoView + use<> {
    let words = &shown.messages;
    let actions: Vec<ActionIx> = plan
        .waves
        .iter()
        .flat_map(|wave| wave.actions.iter().copied())
        .collect();
    let told = actions.len().min(MAX_STEPS);
    let heading = match told {
        0 => words.next_heading_plain().to_owned(),
        MAX_STEPS => words.next_heading().to_owned(),
        fewer => words.next_heading_fewer(fewer),
    };
    let lead = match told {
        0 => words.next_none().to_owned(),
        _ => words.next_lead(shown.report().path_name(aim)),
    };
    let steps = actions
        .iter()
        .take(MAX_STEPS)
        .map(|action| step(shown, *action))
        .collect_view();
    view! {
        <h2>{heading}</h2>
        <p>{lead}</p>
        {(told > 0).then(|| view! { <ol class="steps">{steps}</ol>{waves(shown, plan)} })}
    }
}

fn step(shown: &ResultView, action: ActionIx) -> impl IntoView + use<> {
    let words = &shown.messages;
    let text = shown.texts.action(action);
    let effort = words.next_effort(effort_name(words, shown.model.action(action).effort));
    let said = |sentence: &str, wrap: fn(&Messages, &str) -> String| {
        (!sentence.is_empty()).then(|| {
            let sentence = wrap(words, sentence);
            view! { <span class="small">{sentence}</span> }
        })
    };
    view! {
        <li>
            <strong lang=shown.texts.lang() dir=shown.texts.dir()>{text.title.clone()}</strong>" "<span class="effort">{effort}</span>
            {said(&text.why, Messages::next_why)}
            {said(&text.done, Messages::next_done)}
        </li>
    }
}

fn effort_name(words: &Messages, effort: Effort) -> &str {
    match effort {
        Effort::S => words.next_effort_small(),
        Effort::M => words.next_effort_medium(),
        Effort::L => words.next_effort_large(),
    }
}

fn waves(shown: &ResultView, plan: &Roadmap) -> impl IntoView + use<> {
    let mut before = shown.score.ai_content.value().unwrap_or(0.0);
    let waves = plan.waves.iter().map(|next| {
        let view = wave(shown, next, before);
        before = next.ai_content_after;
        view
    });
    let waves = waves.collect_view();
    view! {
        <h3>{shown.messages.next_roadmap().to_owned()}</h3>
        <div class="waves">{waves}</div>
        {derivation_link(shown, DerivationPart::Roadmap, shown.messages.next_roadmap())}
    }
}

fn wave(shown: &ResultView, wave: &RoadmapWave, before: f64) -> impl IntoView + use<> {
    let words = &shown.messages;
    let name = match wave.wave {
        Wave::Now => words.next_wave_now(),
        Wave::Next => words.next_wave_next(),
        Wave::Later => words.next_wave_later(),
    };
    let gain = words.next_wave_gain(&format_whole(before), &format_whole(wave.ai_content_after));
    let actions = wave.actions.iter().map(|action| {
        let effort = shown.model.action(*action).effort;
        let spoken = words.next_effort(effort_name(words, effort));
        view! { <li><span lang=shown.texts.lang() dir=shown.texts.dir()>{shown.texts.action(*action).title.clone()}</span>" "<abbr class="effort" title=spoken>{effort.as_str()}</abbr></li> }
    });
    let actions = actions.collect_view();
    view! {
        <div class="wave" data-wave=wave.wave.as_str()>
            <header><h4>{name.to_owned()}</h4><span class="small figure">{gain}</span></header>
            <ul>{actions}</ul>
        </div>
    }
}
