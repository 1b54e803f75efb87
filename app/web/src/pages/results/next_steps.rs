//! The next steps: the roadmap in three waves, or the questions to answer first.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use crate::view::{CollectView, IntoView, view};
use assay_core::{ActionIx, PathId, QuestionIx, Roadmap, RoadmapRun, RoadmapWave, Targets};
use assay_locale::{Messages, effort_name, format_whole, wave_name};
use leptos::prelude::*;

use super::action_plan::PlanViews;
use super::derivation::{DerivationPart, derived_heading};
use super::origin::Origin;
use super::result_view::ResultView;
use super::targets::{target_mark, target_outlooks};
use crate::browser::slices::run_in_slices;
use crate::route;

/// Maximum number of questions shown.
const MAX_QUESTIONS: usize = 5;

/// Renders the section, filled once the roadmap is planned; `None` if the questionnaire has no
/// actions. `plan` shows what is planned in the reader's own result.
pub(super) fn next_steps(
    result: &ResultView,
    plan: Option<Rc<dyn PlanViews>>,
) -> Option<impl IntoView + use<>> {
    let Some(aim) = result.score.recommendation.target_path() else {
        return Some(questions_first(result).into_any());
    };
    (!result.model.actions().is_empty()).then(|| roadmap(result, aim, plan).into_any())
}

/// Renders the questions with the largest expected effect, as long as no path is recommended.
fn questions_first(result: &ResultView) -> impl IntoView + use<> {
    let result = result.clone();
    move || {
        let certainty = result.certainty.get()?;
        let most = certainty.ask_next.iter().take(MAX_QUESTIONS);
        let questions = most
            .map(|(question, _)| self::question(&result, *question))
            .collect_view();
        let messages = &result.messages;
        (!certainty.ask_next.is_empty()).then(|| {
            view! {
                <section class="stack wide next">
                    <h2>{messages.next_heading_plain().to_owned()}</h2>
                    <p>{messages.next_answers().to_owned()}</p>
                    <ol class="steps">{questions}</ol>
                </section>
            }
        })
    }
}

/// Renders a question; in the reader's own result it links to the question.
fn question(result: &ResultView, question: QuestionIx) -> impl IntoView + use<> {
    let text = result.texts.question(question).text.clone();
    let asked = result.model.question(question);
    let section = &result.model.section(asked.section).id;
    match result.origin == Origin::Own {
        true => {
            view! { <li><a href=route::question_address(section, &asked.id) lang=result.texts.lang() dir=result.texts.dir()>{text}</a></li> }.into_any()
        }
        false => view! { <li lang=result.texts.lang() dir=result.texts.dir()>{text}</li> }.into_any(),
    }
}

fn roadmap(
    result: &ResultView,
    aim: PathId,
    plan: Option<Rc<dyn PlanViews>>,
) -> impl IntoView + use<> {
    let result = result.clone();
    let content = move || {
        let (plan, roadmap) = (plan.as_deref(), result.roadmap.get()?);
        Some(view! {
            {roadmap_view(&result, aim, &roadmap, plan)}
            {plan.map(|plan| plan.files(&result, &roadmap))}
        })
    };
    view! { <section class="stack wide next">{content}</section> }
}

/// Plans the roadmap in time slices. Does nothing if there is no target path.
pub(super) fn plan(result: &ResultView) {
    if result.score.recommendation.target_path().is_none() || result.model.actions().is_empty() {
        return;
    }
    let result = result.clone();
    // Planned again when the owner changes a target.
    Effect::new(move |_| plan_towards(&result, &result.targets.get()));
}

/// Plans the roadmap that aims at the targets, unless they change meanwhile.
fn plan_towards(result: &ResultView, targets: &Arc<Targets>) {
    let (roadmap, model) = (result.roadmap.clone(), result.model.clone());
    let run = RoadmapRun::towards(result.assessment.evaluation(&model), targets);
    let run = Rc::new(RefCell::new(Some(run)));
    let is_current = {
        let (current, targets) = (result.targets.clone(), targets.clone());
        move || Arc::ptr_eq(&current.get_untracked(), &targets)
    };
    let step = {
        let (run, model, is_current) = (run.clone(), model.clone(), is_current.clone());
        move || !is_current() || run.borrow_mut().as_mut().is_none_or(|run| run.step(&model))
    };
    run_in_slices(step, move || {
        if let Some(run) = run.take().filter(|_| is_current()) {
            roadmap.set(Some(Arc::new(run.finish(&model))));
        }
    });
}

fn roadmap_view(
    result: &ResultView,
    aim: PathId,
    roadmap: &Roadmap,
    plan: Option<&dyn PlanViews>,
) -> impl IntoView + use<> {
    let messages = &result.messages;
    let is_empty = roadmap.waves.iter().all(|wave| wave.actions.is_empty());
    let lead = match is_empty {
        true => messages.next_none().to_owned(),
        false => messages.next_lead(result.report().path_name(aim)),
    };
    let heading = messages.next_heading_plain();
    let heading = match is_empty {
        true => view! { <h2>{heading.to_owned()}</h2> }.into_any(),
        false => {
            let figure = messages.next_roadmap();
            derived_heading(result, DerivationPart::Roadmap, heading, figure).into_any()
        }
    };
    view! {
        {heading}
        <p>{lead}</p>
        {target_outlooks(result, roadmap)}
        {(!is_empty).then(|| waves(result, roadmap, plan))}
    }
}

/// Renders the waves side by side, with the actions numbered through.
fn waves(
    result: &ResultView,
    roadmap: &Roadmap,
    plan: Option<&dyn PlanViews>,
) -> impl IntoView + use<> {
    let mut before = result.score.ai_content.value().unwrap_or(0.0);
    let mut first = 1;
    let waves = roadmap.waves.iter().map(|next| {
        let view = wave(result, roadmap, next, before, first, plan);
        before = next.ai_content_after;
        first += next.actions.len();
        view
    });
    let waves = waves.collect_view();
    view! {
        <div class="waves">{waves}</div>
    }
}

fn wave(
    result: &ResultView,
    roadmap: &Roadmap,
    wave: &RoadmapWave,
    before: f64,
    first: usize,
    plan: Option<&dyn PlanViews>,
) -> impl IntoView + use<> {
    let messages = &result.messages;
    let name = wave_name(messages, wave.wave);
    let gain = messages.next_wave_gain(&format_whole(before), &format_whole(wave.ai_content_after));
    let actions = wave.actions.iter().enumerate();
    let actions = actions.map(|(index, action)| {
        let is_first = first + index == 1;
        self::action(result, roadmap, *action, is_first, plan)
    });
    let actions = actions.collect_view();
    view! {
        <div class="wave" data-wave=wave.wave.as_str()>
            <header><h3>{name.to_owned()}</h3><span class="small figure">{gain}</span></header>
            <ol start=first.to_string()>{actions}</ol>
        </div>
    }
}

/// Renders an action with its reason and its goal in a fold.
fn action(
    result: &ResultView,
    roadmap: &Roadmap,
    action: ActionIx,
    is_open: bool,
    plan: Option<&dyn PlanViews>,
) -> impl IntoView + use<> {
    let messages = &result.messages;
    let text = result.texts.action(action);
    let effort = messages.next_effort(effort_name(messages, result.model.action(action).effort));
    let line = |sentence: &str, wrap: fn(&Messages, &str) -> String| {
        (!sentence.is_empty()).then(|| {
            let sentence = wrap(messages, sentence);
            view! { <p class="small">{sentence}</p> }
        })
    };
    let planned = plan.map(|plan| plan.of_action(result, action));
    view! {
        <li>
            <details open=is_open>
                <summary><strong lang=result.texts.lang() dir=result.texts.dir()>{text.title.clone()}</strong>" "<span class="effort">{effort}</span>{target_mark(result, roadmap, action)}</summary>
                {line(&text.why, Messages::next_why)}
                {line(&text.done, Messages::next_done)}
            </details>
            {planned}
        </li>
    }
}
