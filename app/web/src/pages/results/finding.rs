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

/// Renders the confidence in a few words, in lines that are reserved until it is computed; `None` if it
/// is unknown.
fn confidence(result: &ResultView) -> Option<AnyView> {
    let report = result.report();
    let stated = result
        .confidence
        .and_then(|confidence| report.stated_confidence_in_brief(confidence));
    if let Some(stated) = stated {
        return Some(view! { <span class="small finding-confidence">{stated}</span> }.into_any());
    }
    let brief = match result.certainty.get() {
        Some(certainty) => Some(report.confidence_in_brief(&certainty)?),
        None => None,
    };
    let brief = brief.map(|brief| view! { <span class="finding-confidence">{brief}</span> });
    let room = report.confidence_room()?;
    Some(view! { <span class="small room" data-room=room>{brief}</span> }.into_any())
}

/// Renders the first action of the roadmap or, without a recommended path, the first question to
/// answer. The lines of the longest open question are reserved for the one that is being found.
fn first_step(result: &ResultView) -> Option<AnyView> {
    let (messages, texts) = (&result.messages, &result.texts);
    if result.has_enough_answers() {
        let text = &texts.action(first_action(result)?).title;
        let step = step(result, messages.finding_first(), text);
        return Some(view! { <p class="finding-first">{step}</p> }.into_any());
    }
    let label = messages.finding_ask();
    let room = format!("{label} {}", longest_open_question(result)?);
    let first = match result.certainty.get() {
        // A link without answers names no question.
        Some(certainty) => Some(certainty.ask_next.first()?.0),
        None => None,
    };
    let step = first.map(|question| step(result, label, &texts.question(question).text));
    Some(view! { <p class="finding-first room" data-room=room>{step}</p> }.into_any())
}

fn longest_open_question(result: &ResultView) -> Option<&str> {
    let answers = &result.assessment.answers;
    let all = result.model.question_ixs();
    let open = all.filter(|question| answers.get(*question).is_none());
    let texts = open.map(|question| result.texts.question(question).text.as_str());
    texts.max_by_key(|text| text.chars().count())
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
        <span><span class="small">{label}</span>" "<span lang=result.texts.lang() dir=result.texts.dir()>{text}</span></span>
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
