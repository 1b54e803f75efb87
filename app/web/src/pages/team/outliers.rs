//! Who in the team sees it differently.

use crate::view::{CollectView, IntoView, view};

use super::TeamView;

/// Four people are needed to say who stands apart.
const MIN_MEMBERS: usize = 4;

/// Who sees most questions differently, kindly.
pub(super) fn outliers_section(shown: &TeamView) -> impl IntoView + use<> {
    let words = &shown.messages;
    let sentences = shown.report().outlier_sentences();
    let said = if shown.merged.members.len() < MIN_MEMBERS {
        view! { <p>{words.team_apart_few().to_owned()}</p> }
    } else if sentences.is_empty() {
        view! { <p>{words.team_apart_none().to_owned()}</p> }
    } else {
        let lines = sentences
            .iter()
            .map(|line| view! { <li>{line.clone()}</li> });
        view! {
            <p>{words.team_apart_lead().to_owned()}</p>
            <ul class="faults" data-apart=sentences.len().to_string()>{lines.collect_view()}</ul>
        }
    };
    view! {
        <section class="stack">
            <h2>{words.team_apart_heading().to_owned()}</h2>
            {said}
        </section>
    }
}
