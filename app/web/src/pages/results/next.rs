//! What to do next: the five things that pay most, then the whole roadmap in three waves.

use std::cell::RefCell;
use std::rc::Rc;

use crate::view::{CollectView, IntoView, view};
use assay_core::{ActionIx, Effort, Roadmap, RoadmapRun, RoadmapWave, Wave};
use assay_locale::{Words, rounded};
use leptos::prelude::*;

use super::Shown;
use super::how::{Part, way};
use crate::browser::slices::in_slices;

/// So many things are told in full.
const TOLD: usize = 5;

/// The section; the roadmap arrives when it is planned.
pub(super) fn next(shown: &Shown) -> impl IntoView + use<> {
    let plan = ArcRwSignal::new(None::<Roadmap>);
    compute(shown, plan.clone());
    let shown = shown.clone();
    view! { <section class="stack wide next">{move || plan.get().map(|plan| planned(&shown, &plan))}</section> }
}

fn compute(shown: &Shown, plan: ArcRwSignal<Option<Roadmap>>) {
    let model = shown.model.clone();
    let run = RoadmapRun::new(
        &model,
        shown.assessment.profile.stance,
        &shown.assessment.answers,
    );
    let run = Rc::new(RefCell::new(Some(run)));
    let step = {
        let (run, model) = (run.clone(), model.clone());
        move || run.borrow_mut().as_mut().is_none_or(|run| run.step(&model))
    };
    in_slices(step, move || {
        plan.set(run.take().map(|run| run.finish(&model)))
    });
}

fn planned(shown: &Shown, plan: &Roadmap) -> impl IntoView + use<> {
    let words = &shown.words;
    let actions: Vec<ActionIx> = plan
        .waves
        .iter()
        .flat_map(|wave| wave.actions.iter().copied())
        .collect();
    let told = actions.len().min(TOLD);
    let heading = if told == TOLD || told == 0 {
        words.next_heading().to_owned()
    } else {
        words.next_heading_fewer(told)
    };
    let lead = match plan.aim {
        Some(path) if told > 0 => words.next_lead(shown.report().path(path)),
        Some(_) => words.next_none().to_owned(),
        None => words.next_answers().to_owned(),
    };
    let steps = actions
        .iter()
        .take(TOLD)
        .map(|action| step(shown, *action))
        .collect_view();
    view! {
        <h2>{heading}</h2>
        <p>{lead}</p>
        <ol class="steps">{steps}</ol>
        {(told > 0).then(|| waves(shown, plan))}
    }
}

fn step(shown: &Shown, action: ActionIx) -> impl IntoView + use<> {
    let words = &shown.words;
    let text = shown.texts.action(action);
    let effort = words.next_effort(effort_name(words, shown.model.action(action).effort));
    let said = |sentence: &str, wrap: fn(&Words, &str) -> String| {
        (!sentence.is_empty()).then(|| {
            let sentence = wrap(words, sentence);
            view! { <span class="small">{sentence}</span> }
        })
    };
    view! {
        <li>
            <strong>{text.title.clone()}</strong>" "<span class="effort">{effort}</span>
            {said(&text.why, Words::next_why)}
            {said(&text.done, Words::next_done)}
        </li>
    }
}

fn effort_name(words: &Words, effort: Effort) -> &str {
    match effort {
        Effort::S => words.next_effort_small(),
        Effort::M => words.next_effort_medium(),
        Effort::L => words.next_effort_large(),
    }
}

fn waves(shown: &Shown, plan: &Roadmap) -> impl IntoView + use<> {
    let mut before = shown.score.ai_content.value().unwrap_or(0.0);
    let waves = plan.waves.iter().map(|next| {
        let view = wave(shown, next, before);
        before = next.ai_content_after;
        view
    });
    let waves = waves.collect_view();
    view! {
        <h3>{shown.words.next_roadmap().to_owned()}</h3>
        <div class="waves">{waves}</div>
        {way(shown, Part::Roadmap, shown.words.next_roadmap())}
    }
}

fn wave(shown: &Shown, wave: &RoadmapWave, before: f64) -> impl IntoView + use<> {
    let words = &shown.words;
    let name = match wave.wave {
        Wave::Now => words.next_wave_now(),
        Wave::Next => words.next_wave_next(),
        Wave::Later => words.next_wave_later(),
    };
    let gain = words.next_wave_gain(&rounded(before), &rounded(wave.ai_content_after));
    let actions = wave.actions.iter().map(|action| {
        let effort = shown.model.action(*action).effort;
        let spoken = words.next_effort(effort_name(words, effort));
        view! { <li>{shown.texts.action(*action).title.clone()}" "<abbr class="effort" title=spoken>{effort.as_str()}</abbr></li> }
    });
    let actions = actions.collect_view();
    view! {
        <div class="wave" data-wave=wave.wave.as_str()>
            <header><h4>{name.to_owned()}</h4><span class="small figure">{gain}</span></header>
            <ul>{actions}</ul>
        </div>
    }
}
