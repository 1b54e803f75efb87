//! The agreed assessment: progress, treatment of unresolved questions, and saving.

use crate::view::{IntoView, view};
use assay_core::team::UnresolvedPolicy;
use assay_locale::format_whole;
use leptos::prelude::*;

use super::team_view::TeamView;
use crate::browser::dom;
use crate::parts::charts::meter::{MeterSpan, meter};
use crate::state::{Notice, Session};

pub(super) fn agreed_section(team_view: &TeamView) -> impl IntoView + use<> {
    let messages = &team_view.messages;
    let progress = {
        let team_view = team_view.clone();
        move || progress(&team_view)
    };
    let content = {
        let team_view = team_view.clone();
        move || ai_content_sentence(&team_view)
    };
    let saving = team_view.clone();
    let givers = (!team_view.team.names_hidden.get_untracked())
        .then(|| view! { <p class="small">{messages.team_agreed_givers().to_owned()}</p> });
    view! {
        <section class="sheet agreed" aria-labelledby="team-agreed">
            <h2 id="team-agreed">{messages.team_agreed_heading().to_owned()}</h2>
            <div class="stack" role="status">{progress}<p>{content}</p></div>
            <fieldset class="stack">
                <legend>{messages.team_agreed_rest().to_owned()}</legend>
                {unresolved_radio(team_view, UnresolvedPolicy::Open, "open", messages.team_agreed_rest_open())}
                {unresolved_radio(team_view, UnresolvedPolicy::Middle, "middle", messages.team_agreed_rest_middle())}
            </fieldset>
            {givers}
            <div class="row"><button type="button" class="button" data-action="save-agreed" on:click=move |_| save_agreed(&saving)>{messages.team_agreed_save().to_owned()}</button></div>
        </section>
    }
}

/// Renders how many of the disputed questions have a group answer.
fn progress(team_view: &TeamView) -> impl IntoView + use<> {
    let settled = team_view.team.group_answers.get();
    let progress = team_view.merged.progress(&settled);
    let done = progress.settled as f64 / progress.disputed.max(1) as f64 * 100.0;
    let spans = vec![
        MeterSpan::new(0.0, done, "known"),
        MeterSpan::new(done, 100.0, "ground"),
    ];
    view! {
        <p data-settled-count=progress.settled.to_string()>{team_view.report().progress(progress)}</p>
        {(progress.disputed > 0).then(|| meter("track", spans))}
    }
}

/// Returns the AI content of the agreed assessment as a sentence (reactive).
fn ai_content_sentence(team_view: &TeamView) -> Option<String> {
    let messages = &team_view.messages;
    let agreed = team_view.team.agreed_assessment(messages)?;
    let score = agreed.evaluation(&team_view.model).score();
    Some(score.ai_content.value().map_or_else(
        || messages.team_agreed_content_none().to_owned(),
        |value| messages.team_agreed_content(&format_whole(value)),
    ))
}

fn unresolved_radio(
    team_view: &TeamView,
    rest: UnresolvedPolicy,
    value: &'static str,
    label: &str,
) -> impl IntoView + use<> {
    let team = team_view.team.clone();
    let chosen = team.unresolved_policy.clone();
    view! {
        <label><input type="radio" name="rest" value=value prop:checked=move || chosen.get() == rest on:change=move |_| team.set_unresolved_policy(rest)/>" "{label.to_owned()}</label>
    }
}

/// Saves the agreed assessment as a new one of the reader's.
fn save_agreed(team_view: &TeamView) {
    let app = &team_view.app;
    let Some(agreed) = untrack(|| team_view.team.agreed_assessment(&team_view.messages)) else {
        return;
    };
    let before = app.current_session();
    app.switch_to(Session::start_from(&app.questionnaire.model, agreed));
    let undo = before.has_entries().then_some(before);
    let text = app.messages().team_agreed_saved().to_owned();
    app.notice.set(Some(Notice::new(text, undo)));
    dom::navigate("#/results");
}
