//! Members whose answers differ most.

use crate::view::{CollectView, IntoView, view};

use super::team_view::TeamView;

/// Minimum number of members for this statement.
const MIN_MEMBERS: usize = 4;

/// Renders the members that differ in most questions.
pub(super) fn outliers_section(team_view: &TeamView) -> impl IntoView + use<> {
    let messages = &team_view.messages;
    let sentences = team_view.report().outlier_sentences();
    let sentence = if team_view.merged.members.len() < MIN_MEMBERS {
        view! { <p>{messages.team_apart_few().to_owned()}</p> }
    } else if sentences.is_empty() {
        view! { <p>{messages.team_apart_none().to_owned()}</p> }
    } else {
        let lines = sentences
            .iter()
            .map(|line| view! { <li>{line.clone()}</li> });
        view! {
            <p>{messages.team_apart_lead().to_owned()}</p>
            <ul class="faults" data-apart=sentences.len().to_string()>{lines.collect_view()}</ul>
        }
    };
    view! {
        <section class="stack">
            <h2>{messages.team_apart_heading().to_owned()}</h2>
            {sentence}
        </section>
    }
}
