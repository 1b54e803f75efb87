//! The finding beside the AI content: the path, how sure it is, and the first thing to do.

use crate::view::{AnyView, IntoView, view};
use leptos::prelude::*;

use super::ResultView;

/// The finding as the certificate shows it.
pub(super) fn finding(shown: &ResultView) -> impl IntoView + use<> {
    let words = &shown.messages;
    let name = shown
        .report()
        .describe_recommendation(shown.assessment.profile.stance)
        .name;
    let certainty = shown.certainty.clone();
    let (confident, acting) = (shown.clone(), shown.clone());
    view! {
        <div class="finding">
            <span class="small">{words.path_heading().to_owned()}</span>
            <strong class="finding-path">{name}</strong>
            {move || confidence(&confident).map(|brief| view! { <span class="small finding-confidence">{brief}</span> })}
            {move || certainty.get().and_then(|_| first_step(&acting))}
        </div>
    }
}

/// How sure the path is, in a few words; none where it is not known.
fn confidence(shown: &ResultView) -> Option<String> {
    let report = shown.report();
    let stated = shown
        .sureness
        .and_then(|sureness| report.stated_confidence_in_brief(sureness));
    stated.or_else(|| {
        let certainty = shown.certainty.get()?;
        report.confidence_in_brief(&certainty)
    })
}

/// The first action of the roadmap or, before there is a path, the question to answer first.
fn first_step(shown: &ResultView) -> Option<AnyView> {
    let words = &shown.messages;
    let (label, text) = match shown.has_enough_answers() {
        true => {
            let roadmap = shown.roadmap.get()?;
            let first = roadmap.waves.iter().find_map(|wave| wave.actions.first())?;
            (
                words.finding_first(),
                shown.texts.action(*first).title.clone(),
            )
        }
        false => {
            let certainty = shown.certainty.get()?;
            let (question, _) = certainty.ask_next.first()?;
            (
                words.finding_ask(),
                shown.texts.question(*question).text.clone(),
            )
        }
    };
    let label = label.to_owned();
    Some(view! {
        <p class="finding-first"><span class="small">{label}</span>" "<span lang=shown.texts.lang() dir=shown.texts.dir()>{text}</span></p>
    }
    .into_any())
}
