//! Actions on a result: share, print, save and edit an own one, continue from a received one.

use assay_locale::Messages;
use leptos::prelude::*;

use super::origin::Origin;
use super::reports::report_files;
use super::result_view::ResultView;
use super::share::{self, ShareState};
use crate::browser::dom;
use crate::pages::compare;
use crate::parts::notices::save_current_assessment;
use crate::state::App;
use crate::view::{AnyView, IntoView, view};

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
    let dialog = {
        let (app, state) = (app.clone(), state.clone());
        move || {
            let is_open = state.is_open.get();
            is_open.then(|| share::share_dialog(&app, &state))
        }
    };
    let off = app.site.config.disabled;
    let is_local_only = app.questionnaire.is_local_only();
    let share = (!off.sharing && !is_local_only).then(|| share_button(messages, state));
    let export = (!off.export).then(|| export_button(app, messages));
    let reports = report_files(app, result);
    let no_link = (is_local_only && !off.sharing).then(|| {
        view! { <p class="small">{messages.models_own_no_link().to_owned()}</p> }
    });
    view! {
        <div class="stack actions">
            <div class="row" role="group" aria-label=messages.results_actions().to_owned()>
                {share}
                <button class="button quiet" data-action="print" on:click=|_| dom::print_page()>{messages.results_print().to_owned()}</button>
                {export}
                {reports.button()}
                <a class="button quiet" href="#/review" data-action="review">{messages.results_edit().to_owned()}</a>
                {new_assessment_buttons(app, result)}
            </div>
            {comparison_links(app, result)}
        </div>
        {no_link}
        {dialog}
        {reports.dialog()}
    }
}

fn share_button(messages: &Messages, state: &ShareState) -> AnyView {
    let state = state.clone();
    view! { <button class="button" data-action="share" aria-haspopup="dialog" on:click=move |_| state.open_dialog()>{messages.results_share().to_owned()}</button> }
}

fn export_button(app: &App, messages: &Messages) -> AnyView {
    let app = app.clone();
    view! { <button class="button quiet" data-action="export-json" on:click=move |_| save_current_assessment(&app)>{messages.results_export().to_owned()}</button> }
}

/// Renders the buttons that begin another assessment: of the same company, and an empty one.
fn new_assessment_buttons(app: &App, result: &ResultView) -> AnyView {
    let messages = &result.messages;
    let measuring = app.clone();
    let measure = move |_| measuring.measure_again(&measuring.current_session());
    let again = app.current_session().has_entries().then(|| {
        view! { <button class="plain" data-action="measure-again" on:click=measure>{messages.overtime_again().to_owned()}</button> }
    });
    let (starting, depth) = (app.clone(), result.assessment.depth);
    let restart = move |_| starting.confirm_new_assessment(depth);
    view! {
        {again}
        <button class="plain" data-action="restart" on:click=restart>{messages.results_restart().to_owned()}</button>
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
