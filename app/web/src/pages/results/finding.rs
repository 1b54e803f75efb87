//! The finding beside the AI content: the path, its confidence, the first step, and what blocks the
//! other paths.

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_core::{ActionIx, PathStatus, RoadmapRun};
use leptos::prelude::*;

use super::result_view::ResultView;

/// Returns the finding for the certificate.
pub(super) fn finding(result: &ResultView) -> impl IntoView + use<> {
    let messages = &result.messages;
    let name = result
        .report()
        .describe_recommendation(result.assessment.profile.stance)
        .name;
    let (confident, acting) = (result.clone(), result.clone());
    view! {
        <div class="finding">
            <span class="small">{messages.path_heading().to_owned()}</span>
            <strong class="finding-path">{name}</strong>
            {move || confidence(&confident)}
            {move || first_step(&acting)}
            {blocked_paths(result)}
        </div>
    }
}

/// Renders the confidence in a few words, or its reserved lines until it is computed; `None` if it is
/// unknown.
fn confidence(result: &ResultView) -> Option<AnyView> {
    let report = result.report();
    let stated = result
        .confidence
        .and_then(|confidence| report.stated_confidence_in_brief(confidence));
    let certainty = result.certainty.get();
    if certainty.is_none() && stated.is_none() {
        let room = report.confidence_room();
        return room
            .map(|room| view! { <span class="small room" data-room=room></span> }.into_any());
    }
    let brief = stated.or_else(|| report.confidence_in_brief(&*certainty?));
    brief.map(|brief| view! { <span class="small finding-confidence">{brief}</span> }.into_any())
}

/// Renders the first action of the roadmap or, without a recommended path, the first question to
/// answer.
fn first_step(result: &ResultView) -> Option<AnyView> {
    let messages = &result.messages;
    if result.has_enough_answers() {
        let text = &result.texts.action(first_action(result)?).title;
        return Some(step(result, messages.finding_first(), text));
    }
    let Some(certainty) = result.certainty.get() else {
        // Any question reserves about the lines of the one that is being found.
        let any = result.model.question_ixs().next()?;
        let room = result.texts.question(any).text.clone();
        return Some(view! { <p class="finding-first room" data-room=room></p> }.into_any());
    };
    let (question, _) = certainty.ask_next.first()?;
    let text = &result.texts.question(*question).text;
    Some(step(result, messages.finding_ask(), text))
}

/// Returns the first action of the roadmap (reactive: the targets). It is known long before the
/// roadmap is.
fn first_action(result: &ResultView) -> Option<ActionIx> {
    let (model, targets) = (&result.model, result.targets.get());
    let evaluation = result
        .has_answers()
        .then(|| result.assessment.evaluation(model))?;
    RoadmapRun::towards(evaluation, &targets).first_action(model)
}

fn step(result: &ResultView, label: &str, text: &str) -> AnyView {
    let (label, text) = (label.to_owned(), text.to_owned());
    view! {
        <p class="finding-first"><span class="small">{label}</span>" "<span lang=result.texts.lang() dir=result.texts.dir()>{text}</span></p>
    }
    .into_any()
}

/// Renders each blocked path with its first unmet threshold; nothing if no path is blocked or the
/// link has no paths.
fn blocked_paths(result: &ResultView) -> Option<AnyView> {
    if !result.score.precision.includes_paths() {
        return None;
    }
    let (report, stance) = (result.report(), result.assessment.profile.stance);
    let ranked = result.score.ranked();
    let blocked = ranked
        .into_iter()
        .filter(|path| path.status == PathStatus::Blocked)
        .map(|path| {
            let needs = report.unmet_thresholds(stance, &result.assessment.answers, path);
            let need = needs.into_iter().next().map(|need| need.sentence);
            let name = report.path_name(path.id).to_owned();
            view! { <li><b lang=result.texts.lang() dir=result.texts.dir()>{name}</b>" "{need}</li> }
        })
        .collect::<Vec<_>>();
    let heading = result.messages.path_out_of_reach().to_owned();
    (!blocked.is_empty()).then(|| {
        view! { <div class="small finding-first" data-blocked-paths>{heading}<ul>{blocked.collect_view()}</ul></div> }.into_any()
    })
}
