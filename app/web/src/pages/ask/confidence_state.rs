//! The confidence during the questions.

use assay_core::{PathId, Recommendation};
use assay_locale::format_share;
use leptos::prelude::*;

use super::run::{AskRun, AskSnapshot};
use crate::parts::charts::meter::{MeterSpan, meter};
use crate::view::{IntoView, view};

/// Renders the confidence and its change by the last answer.
pub(super) fn confidence_state(run: &AskRun, snapshot: &AskSnapshot) -> impl IntoView + use<> {
    let known = snapshot.certainty.confidence.is_some();
    let share = snapshot.certainty.confidence.unwrap_or(0.0);
    let messages = run.app.messages();
    let label = messages.ask_share(&format_share(share));
    view! {
        <p class="ask-sentence" data-confidence=format!("{share:.2}")>{sentence(run, snapshot)}</p>
        {known.then(|| view! {
            {meter("confidence-bar", vec![MeterSpan::new(0.0, share * 100.0, "winner"), MeterSpan::new(share * 100.0, 100.0, "other")])}
            <p class="visually-hidden">{label}</p>
        })}
    }
}

fn sentence(run: &AskRun, snapshot: &AskSnapshot) -> String {
    let messages = run.app.messages();
    let name = |path: PathId| {
        run.app
            .locale
            .with_untracked(|locale| locale.texts.path(path).title.clone())
    };
    let share = format_share(snapshot.certainty.confidence.unwrap_or(0.0));
    let earlier = run.previous.get_untracked();
    let earlier_path = earlier
        .as_ref()
        .and_then(|snapshot| snapshot.score.recommendation.path());
    match &snapshot.score.recommendation {
        Recommendation::NotEnoughAnswers => messages.ask_state_none().to_owned(),
        Recommendation::FoundationsFirst { .. } => messages.ask_state_foundations(&share),
        Recommendation::Path { path, .. } => match (earlier_path, earlier) {
            (Some(before), _) if before != *path => {
                messages.ask_state_changed(&name(*path), &share, &name(before))
            }
            (Some(_), Some(snapshot)) => {
                let before = format_share(snapshot.certainty.confidence.unwrap_or(0.0));
                messages.ask_state_moved(&name(*path), &share, &before)
            }
            _ => messages.ask_state(&name(*path), &share),
        },
    }
}
