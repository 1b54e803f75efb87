//! What can be done with a result: share, print, save, change; with somebody else's: make it one's own.

use crate::view::{IntoView, view};
use leptos::prelude::*;

use super::share::{self, ShareState};
use super::{Origin, ResultView};
use crate::browser::dom;
use crate::pages::compare;
use crate::parts::notices::save_current_assessment;
use crate::state::App;

/// `sharing` is there for one's own result only.
pub(super) fn result_actions(
    app: &App,
    shown: &ResultView,
    sharing: Option<&ShareState>,
) -> impl IntoView + use<> {
    match shown.origin {
        Origin::Own => sharing
            .map(|sharing| own_actions(app, shown, sharing))
            .into_any(),
        Origin::Link(_) | Origin::Scores(_) | Origin::Example(..) => {
            received_actions(app, shown).into_any()
        }
    }
}

fn own_actions(app: &App, shown: &ResultView, sharing: &ShareState) -> impl IntoView + use<> {
    let words = &shown.messages;
    let open = sharing.is_open;
    let saving = app.clone();
    let (starting, depth) = (app.clone(), shown.assessment.depth);
    let panel = {
        let (app, sharing) = (app.clone(), sharing.clone());
        move || open.get().then(|| share::share_panel(&app, &sharing))
    };
    let off = app.site.config.disabled;
    let kept = app.questionnaire.is_local_only();
    let toggled = sharing.clone();
    let share = (!off.sharing && !kept).then(|| {
        view! { <button class="button" data-action="share" aria-expanded=move || open.get().to_string() on:click=move |_| toggled.toggle_panel()>{words.results_share().to_owned()}</button> }
    });
    let export = (!off.export).then(|| {
        view! { <button class="button quiet" data-action="export-json" on:click=move |_| save_current_assessment(&saving)>{words.results_export().to_owned()}</button> }
    });
    let no_link = (kept && !off.sharing).then(|| {
        view! { <p class="small">{words.models_own_no_link().to_owned()}</p> }
    });
    view! {
        <div class="stack actions">
            <div class="row" role="group" aria-label=words.results_actions().to_owned()>
                {share}
                <button class="button quiet" data-action="print" on:click=|_| dom::print_page()>{words.results_print().to_owned()}</button>
                {export}
                <a class="button quiet" href="#/review" data-action="review">{words.results_edit().to_owned()}</a>
                <button class="plain" data-action="restart" on:click=move |_| starting.confirm_new_assessment(depth)>{words.results_restart().to_owned()}</button>
            </div>
            {comparison_links(app, shown)}
        </div>
        {no_link}
        {panel}
    }
}

fn received_actions(app: &App, shown: &ResultView) -> impl IntoView + use<> {
    let words = &shown.messages;
    let (continuing, assessment) = (app.clone(), shown.assessment.clone());
    let go_on = shown.has_answers().then(|| view! {
        <button class="button quiet" data-action="continue" on:click=move |_| continuing.continue_with_copy((*assessment).clone())>{words.shared_continue().to_owned()}</button>
    });
    view! {
        <div class="stack actions">
            <div class="row" role="group" aria-label=words.results_actions().to_owned()>
                <a class="button" href="#/" data-action="own">{words.shared_own().to_owned()}</a>
                {go_on}
                <button class="button quiet" data-action="print" on:click=|_| dom::print_page()>{words.results_print().to_owned()}</button>
            </div>
            {comparison_links(app, shown)}
        </div>
    }
}

/// The ways to several results: this one beside others, and the answers of several people.
fn comparison_links(app: &App, shown: &ResultView) -> impl IntoView + use<> {
    let words = &shown.messages;
    let address = match &shown.origin {
        Origin::Own if app.current_session().has_entries() => {
            compare::address_with_own(app.current_session().key())
        }
        Origin::Own => compare::ADDRESS.to_owned(),
        Origin::Link(link) | Origin::Scores(link) => compare::address_with_link(&link.payload),
        Origin::Example(id, _) => compare::address_with_example(id),
    };
    view! {
        <nav class="row together" aria-label=words.results_together().to_owned()>
            <a class="plain" href=address data-action="compare">{words.results_compare().to_owned()}</a>
            <a class="plain" href="#/team" data-action="team">{words.team_title().to_owned()}</a>
        </nav>
    }
}
