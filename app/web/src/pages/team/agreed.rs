//! The assessment that the group settles: how far it is, what becomes of the rest, and saving it.

use crate::view::{IntoView, view};
use assay_core::team::UnresolvedPolicy;
use assay_locale::format_whole;
use leptos::prelude::*;

use super::TeamView;
use crate::browser::dom;
use crate::parts::meter::{MeterSpan, meter};
use crate::state::{Notice, Session};

pub(super) fn agreed_section(shown: &TeamView) -> impl IntoView + use<> {
    let words = &shown.messages;
    let (progressing, valuing, saving) = (shown.clone(), shown.clone(), shown.clone());
    let progress = move || {
        let settled = progressing.team.group_answers.get();
        let progress = progressing.merged.progress(&settled);
        let done = progress.settled as f64 / progress.disputed.max(1) as f64 * 100.0;
        let spans = vec![
            MeterSpan::new(0.0, done, "known"),
            MeterSpan::new(done, 100.0, "ground"),
        ];
        view! {
            <p data-settled-count=progress.settled.to_string()>{progressing.report().progress(progress)}</p>
            {(progress.disputed > 0).then(|| meter("track", spans))}
        }
    };
    let content = move || {
        let words = &valuing.messages;
        let agreed = valuing.team.agreed_assessment(words)?;
        let score = agreed.evaluation(&valuing.model).score();
        Some(score.ai_content.value().map_or_else(
            || words.team_agreed_content_none().to_owned(),
            |value| words.team_agreed_content(&format_whole(value)),
        ))
    };
    let givers = (!shown.team.names_hidden.get_untracked())
        .then(|| view! { <p class="small">{words.team_agreed_givers().to_owned()}</p> });
    view! {
        <section class="sheet agreed" aria-labelledby="team-agreed">
            <h2 id="team-agreed">{words.team_agreed_heading().to_owned()}</h2>
            <div class="stack" role="status">{progress}<p>{content}</p></div>
            <fieldset class="stack">
                <legend>{words.team_agreed_rest().to_owned()}</legend>
                {unresolved_radio(shown, UnresolvedPolicy::Open, "open", words.team_agreed_rest_open())}
                {unresolved_radio(shown, UnresolvedPolicy::Middle, "middle", words.team_agreed_rest_middle())}
            </fieldset>
            {givers}
            <div class="row"><button type="button" class="button" data-action="save-agreed" on:click=move |_| save_agreed(&saving)>{words.team_agreed_save().to_owned()}</button></div>
        </section>
    }
}

fn unresolved_radio(
    shown: &TeamView,
    rest: UnresolvedPolicy,
    value: &'static str,
    label: &str,
) -> impl IntoView + use<> {
    let team = shown.team.clone();
    let chosen = team.unresolved_policy.clone();
    view! {
        <label><input type="radio" name="rest" value=value prop:checked=move || chosen.get() == rest on:change=move |_| team.set_unresolved_policy(rest)/>" "{label.to_owned()}</label>
    }
}

/// Makes the agreed assessment a new one of the reader's, beside those that are there.
fn save_agreed(shown: &TeamView) {
    let app = &shown.app;
    let Some(agreed) = untrack(|| shown.team.agreed_assessment(&shown.messages)) else {
        return;
    };
    let before = app.current_session();
    app.switch_to(Session::start_from(&app.questionnaire.model, agreed));
    app.notice.set(Some(Notice {
        text: app.messages().team_agreed_saved().to_owned(),
        undo: before.has_entries().then_some(before),
    }));
    dom::navigate("#/results");
}
