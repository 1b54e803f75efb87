//! Actions on a result: share, print, save and edit an own one, continue from a received one.

use crate::view::{IntoView, view};
use leptos::prelude::*;

use super::origin::Origin;
use super::reports::report_files;
use super::result_view::ResultView;
use super::share::{self, ShareState};
use crate::browser::dom;
use crate::pages::compare;
use crate::parts::notices::save_current_assessment;
use crate::state::App;

/// Renders the actions. `share` is `None` unless the result is the reader's own.
pub(super) fn result_actions(
    app: &App,
    result: &ResultView,
    share: Option<&ShareState>,
) -> impl IntoView + use<> {
    match result.origin {
        Origin::Own => share
            .map(|state| own_actions(app, result, state))
            .into_any(),
        Origin::Link(_) | Origin::Scores(_) | Origin::Example(..) => {
            received_actions(app, result).into_any()
        }
    }
}

fn own_actions(app: &App, result: &ResultView, state: &ShareState) -> impl IntoView + use<> {
    let messages = &result.messages;
    let open = state.is_open;
    let saving = app.clone();
    let (starting, depth) = (app.clone(), result.assessment.depth);
    let dialog = {
        let (app, state) = (app.clone(), state.clone());
        move || open.get().then(|| share::share_dialog(&app, &state))
    };
    let off = app.site.config.disabled;
    let kept = app.questionnaire.is_local_only();
    let opened = state.clone();
    let share_button = (!off.sharing && !kept).then(|| {
        view! { <button class="button" data-action="share" aria-haspopup="dialog" on:click=move |_| opened.open_dialog()>{messages.results_share().to_owned()}</button> }
    });
    let export = (!off.export).then(|| {
        view! { <button class="button quiet" data-action="export-json" on:click=move |_| save_current_assessment(&saving)>{messages.results_export().to_owned()}</button> }
    });
    let measuring = app.clone();
    let again = app.current_session().has_entries().then(|| {
        let measure = move |_| measuring.measure_again(&measuring.current_session());
        view! { <button class="plain" data-action="measure-again" on:click=measure>{messages.overtime_again().to_owned()}</button> }
    });
    let reports = report_files(app, result);
    let no_link = (kept && !off.sharing).then(|| {
        view! { <p class="small">{messages.models_own_no_link().to_owned()}</p> }
    });
    view! {
        <div class="stack actions">
            <div class="row" role="group" aria-label=messages.results_actions().to_owned()>
                {share_button}
                <button class="button quiet" data-action="print" on:click=|_| dom::print_page()>{messages.results_print().to_owned()}</button>
                {export}
                {reports.button()}
                <a class="button quiet" href="#/review" data-action="review">{messages.results_edit().to_owned()}</a>
                {again}
                <button class="plain" data-action="restart" on:click=move |_| starting.confirm_new_assessment(depth)>{messages.results_restart().to_owned()}</button>
            </div>
            {comparison_links(app, result)}
        </div>
        {no_link}
        {dialog}
        {reports.dialog()}
    }
}

fn received_actions(app: &App, result: &ResultView) -> impl IntoView + use<> {
    let messages = &result.messages;
    let (continuing, assessment) = (app.clone(), result.assessment.clone());
    let reports = report_files(app, result);
    let no_reports = (!result.has_answers() && !app.site.config.disabled.export).then(|| {
        view! { <p class="small" data-no-reports>{messages.reports_scores_only().to_owned()}</p> }
    });
    let go_on = result.has_answers().then(|| view! {
        <button class="button quiet" data-action="continue" on:click=move |_| continuing.continue_with_copy((*assessment).clone())>{messages.shared_continue().to_owned()}</button>
    });
    view! {
        <div class="stack actions">
            <div class="row" role="group" aria-label=messages.results_actions().to_owned()>
                <a class="button" href="#/" data-action="own">{messages.shared_own().to_owned()}</a>
                {go_on}
                <button class="button quiet" data-action="print" on:click=|_| dom::print_page()>{messages.results_print().to_owned()}</button>
                {reports.button()}
            </div>
            {no_reports}
            {comparison_links(app, result)}
        </div>
        {reports.dialog()}
    }
}

/// Renders the links to the comparison and the team.
fn comparison_links(app: &App, result: &ResultView) -> impl IntoView + use<> {
    let messages = &result.messages;
    let address = match &result.origin {
        Origin::Own if app.current_session().has_entries() => {
            compare::address_with_own(app.current_session().key())
        }
        Origin::Own => compare::ADDRESS.to_owned(),
        Origin::Link(payload) | Origin::Scores(payload) => compare::address_with_link(payload),
        Origin::Example(id, _) => compare::address_with_example(id),
    };
    view! {
        <nav class="row together" aria-label=messages.results_together().to_owned()>
            <a class="plain" href=address data-action="compare">{messages.results_compare().to_owned()}</a>
            <a class="plain" href="#/team" data-action="team">{messages.team_title().to_owned()}</a>
        </nav>
    }
}
