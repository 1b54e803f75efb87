//! The finding beside the AI content: the path, its confidence, the first step, and what blocks the
//! other paths.

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_core::PathStatus;
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
            {move || confidence(&confident).map(|brief| view! { <span class="small finding-confidence">{brief}</span> })}
            {move || first_step(&acting)}
            {blocked_paths(result)}
        </div>
    }
}

/// Returns the confidence in a few words; `None` if it is unknown.
fn confidence(result: &ResultView) -> Option<String> {
    let report = result.report();
    let stated = result
        .confidence
        .and_then(|confidence| report.stated_confidence_in_brief(confidence));
    stated.or_else(|| {
        let certainty = result.certainty.get()?;
        report.confidence_in_brief(&certainty)
    })
}

/// Renders the first action of the roadmap or, without a recommended path, the first question to
/// answer.
fn first_step(result: &ResultView) -> Option<AnyView> {
    let messages = &result.messages;
    let (label, text) = match result.has_enough_answers() {
        true => {
            let roadmap = result.roadmap.get()?;
            let first = roadmap.waves.iter().find_map(|wave| wave.actions.first())?;
            (
                messages.finding_first(),
                result.texts.action(*first).title.clone(),
            )
        }
        false => {
            let certainty = result.certainty.get()?;
            let (question, _) = certainty.ask_next.first()?;
            (
                messages.finding_ask(),
                result.texts.question(*question).text.clone(),
            )
        }
    };
    let label = label.to_owned();
    Some(view! {
        <p class="finding-first"><span class="small">{label}</span>" "<span lang=result.texts.lang() dir=result.texts.dir()>{text}</span></p>
    }
    .into_any())
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
