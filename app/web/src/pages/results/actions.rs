//! Actions on a result: share, print, save and edit an own one, continue from a received one.

use assay_locale::Messages;
use leptos::prelude::*;
use web_sys::MouseEvent;

use super::origin::Origin;
use super::reports::report_files;
use super::result_view::ResultView;
use super::share::{self, ShareState};
use crate::browser::dom;
use crate::pages::compare;
use crate::parts::menu::{MenuTitle, close_menu_of, menu};
use crate::parts::notices::save_current_assessment;
use crate::state::App;
use crate::view::{AnyView, IntoView, view};

/// Renders the actions of the reader's own result.
pub(super) fn own_actions(
    app: &App,
    result: &ResultView,
    state: &ShareState,
) -> impl IntoView + use<> {
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
    let share = (!off.sharing && !is_local_only).then(|| share_button(result, state));
    // Without enough answers there is little to share: to answer comes first.
    let (first, second) = match (result.has_enough_answers(), share) {
        (true, Some(share)) => (share, Some(review_link(result))),
        (_, share) => (review_link(result), share),
    };
    let audience = (!off.sharing).then(|| {
        view! { <p class="small" data-audience>{messages.results_audience().to_owned()}</p> }
    });
    let export = (!off.export).then(|| export_button(app, messages));
    let reports = report_files(app, result);
    let no_link = (is_local_only && !off.sharing).then(|| {
        view! { <p class="small">{messages.models_own_no_link().to_owned()}</p> }
    });
    view! {
        <div class="stack actions" role="group" aria-label=messages.results_actions().to_owned()>
            <div class="row">
                {first}
                {second}
                {further_actions(app, result, measure_again_item)}
            </div>
            <div class="row minor">
                {print_button(messages)}
                {export}
                {reports.button()}
                {restart_button(app, result)}
            </div>
            {audience}
        </div>
        {no_link}
        {dialog}
        {reports.dialog()}
    }
}

fn share_button(result: &ResultView, state: &ShareState) -> AnyView {
    let (state, label) = (state.clone(), result.messages.results_share().to_owned());
    let class = match result.has_enough_answers() {
        true => "button",
        false => "button quiet",
    };
    view! { <button class=class data-action="share" aria-haspopup="dialog" on:click=move |_| state.open_dialog()>{label}</button> }
}

fn review_link(result: &ResultView) -> AnyView {
    let (class, label) = match result.has_enough_answers() {
        true => ("button quiet", result.messages.results_edit()),
        false => ("button", result.messages.results_answer_open()),
    };
    view! { <a class=class href="#/review" data-action="review">{label.to_owned()}</a> }
}

fn print_button(messages: &Messages) -> AnyView {
    view! { <button class="plain" data-action="print" on:click=|_| dom::print_page()>{messages.results_print().to_owned()}</button> }
}

fn export_button(app: &App, messages: &Messages) -> AnyView {
    let app = app.clone();
    view! { <button class="plain" data-action="export-json" on:click=move |_| save_current_assessment(&app)>{messages.results_export().to_owned()}</button> }
}

fn restart_button(app: &App, result: &ResultView) -> AnyView {
    let (starting, depth) = (app.clone(), result.assessment.depth);
    let restart = move |_| starting.confirm_new_assessment(depth);
    view! { <button class="plain" data-action="restart" on:click=restart>{result.messages.results_restart().to_owned()}</button> }
}

/// Renders the menu of what is done with several results: another measurement, a comparison, a team.
fn further_actions(
    app: &App,
    result: &ResultView,
    measure: fn(&App, &ResultView) -> Option<AnyView>,
) -> impl IntoView + use<> {
    let title = MenuTitle {
        class: "button quiet",
        text: result.messages.results_more().to_owned(),
        label: None,
    };
    let (app, result) = (app.clone(), result.clone());
    menu("menu", title, move || {
        view! { {measure(&app, &result)}{several_results_items(&app, &result)} }
    })
}

fn measure_again_item(app: &App, result: &ResultView) -> Option<AnyView> {
    let measuring = app.clone();
    let measure = move |event: MouseEvent| {
        close_menu_of(&event);
        measuring.measure_again(&measuring.current_session(), |app, before| {
            app.take_back_measurement(before, "#/results");
        });
    };
    app.current_session().has_entries().then(|| {
        view! { <li><button type="button" class="plain" data-action="measure-again" on:click=measure>{result.messages.overtime_again().to_owned()}</button></li> }
    })
}

/// Renders the actions of a result from a link or of a fictional company.
pub(super) fn received_actions(app: &App, result: &ResultView) -> impl IntoView + use<> {
    let messages = &result.messages;
    let (continuing, assessment) = (app.clone(), result.assessment.clone());
    let reports = report_files(app, result);
    let no_reports = (!result.has_answers() && !app.site.config.disabled.export).then(|| {
        view! { <p class="small" data-no-reports>{messages.reports_scores_only().to_owned()}</p> }
    });
    let go_on = result.has_answers().then(|| view! {
        <button class="plain" data-action="continue" on:click=move |_| continuing.continue_with_copy((*assessment).clone())>{messages.shared_continue().to_owned()}</button>
    });
    view! {
        <div class="stack actions" role="group" aria-label=messages.results_actions().to_owned()>
            <div class="row">
                <a class="button" href="#/" data-action="own">{messages.shared_own().to_owned()}</a>
                {further_actions(app, result, |_, _| None)}
            </div>
            <div class="row minor">
                {go_on}
                {print_button(messages)}
                {reports.button()}
            </div>
            {no_reports}
        </div>
        {reports.dialog()}
    }
}

/// Renders the links to the comparison and the team.
fn several_results_items(app: &App, result: &ResultView) -> impl IntoView + use<> {
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
        <li><a class="plain" href=address data-action="compare">{messages.results_compare().to_owned()}</a></li>
        <li><a class="plain" href="#/team" data-action="team">{messages.team_title().to_owned()}</a></li>
    }
}
