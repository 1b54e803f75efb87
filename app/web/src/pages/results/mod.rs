//! The results page: measured figures, recommended path, next steps and derivation.

mod action_plan;
mod actions;
mod answer_list;
mod benchmark;
mod confidence;
mod conviction;
mod derivation;
mod evidence;
mod finding;
mod headline;
mod next_steps;
mod no_answers;
mod origin;
mod over_time;
mod parts;
mod paths;
mod print_foot;
mod priorities;
mod reply;
mod reports;
mod result_view;
mod sections;
mod sensitivity;
mod share;
mod smallest_changes;
mod targets;
mod what_if;

use assay_core::Assessment;
use assay_core::link::Scores;
use leptos::prelude::*;
use web_sys::Element;

use self::parts::Part;
use self::result_view::ResultView;
use self::share::ShareState;
use crate::browser::{clock, dom};
use crate::embed;
use crate::state::App;
use crate::view::{AnyView, CollectView, IntoView, Node, after_first_frame, later, view};

pub(crate) use self::origin::Origin;

/// Renders the reader's own result.
pub(crate) fn results_page(app: &App) -> impl IntoView + use<> {
    let session = app.current_session();
    let app = app.clone();
    let outside = session.external_changes();
    move || {
        outside.get();
        if app.site.hides_results() {
            return embed::hidden_result(&app).into_any();
        }
        let assessment = clock::with_local_times(session.assessment());
        if assessment.answers.iter().next().is_none() {
            return no_answers::no_answers_yet(&app).into_any();
        }
        own_result(&app, assessment).into_any()
    }
}

fn own_result(app: &App, assessment: Assessment) -> impl IntoView + use<> {
    let result = ResultView::of_assessment(app, assessment, Origin::Own);
    let share = ShareState::new(&result);
    compute_later(&result);
    view! {
        {title(&result)}
        {reply::reply_section(app, &result)}
        {headline::headline(&result)}
        {actions::own_actions(app, &result, &share)}
        {embed::send_offer(app)}
        {late_parts(app, &result, parts::OWN)}
        {late_foot(app, &result, move || share.print_link())}
    }
}

/// Renders the result of a link with answers or of a fictional company.
pub(crate) fn received_result(
    app: &App,
    assessment: Assessment,
    origin: Origin,
) -> impl IntoView + use<> {
    let result = ResultView::of_assessment(app, assessment, origin);
    compute_later(&result);
    let printed = result.clone();
    view! {
        {title(&result)}
        {headline::headline(&result)}
        {actions::received_actions(app, &result)}
        {late_parts(app, &result, parts::RECEIVED)}
        {late_foot(app, &result, move || share::scores_link(&printed))}
    }
}

/// Renders a result from a link without answers: only what follows from the scores.
pub(crate) fn scores_result_view(
    app: &App,
    scores: Scores,
    payload: String,
) -> impl IntoView + use<> {
    let result = ResultView::of_scores(app, scores, payload);
    name_printed_pages_later(&result);
    let printed = result.clone();
    let parts = match result.score.precision.includes_sections() {
        true => parts::SCORES,
        false => parts::AI_CONTENT_ONLY,
    };
    view! {
        {title(&result)}
        {headline::headline(&result)}
        {actions::received_actions(app, &result)}
        {late_parts(app, &result, parts)}
        {late_foot(app, &result, move || share::scores_link(&printed))}
    }
}

fn title(result: &ResultView) -> AnyView {
    view! { <h1 class="visually-hidden" tabindex="-1">{result.messages.results_title().to_owned()}</h1> }
}

/// Simulates and plans in time slices, beside the building of the late parts: the certificate, which grows
/// by what is found, moves the actions, which a reader may be about to press.
fn compute_later(result: &ResultView) {
    name_printed_pages_later(result);
    let result = result.clone();
    after_first_frame(move || {
        result.simulate();
        next_steps::plan(&result);
    });
}

fn name_printed_pages_later(result: &ResultView) {
    let name = result.name();
    after_first_frame(move || print_foot::name_printed_pages(&name));
}

/// Renders parts, each in a slice of its own.
fn late_parts(app: &App, result: &ResultView, parts: &'static [Part]) -> Node {
    let parts = parts.iter().map(|part| {
        let (part, app, result) = (*part, app.clone(), result.clone());
        late_part(move || part(&app, &result))
    });
    parts.collect_view()
}

/// Builds a part after the first frame, or at once where the page replaces another result, whose
/// scroll position stays.
fn late_part(build: impl FnOnce() -> Node + 'static) -> Node {
    match dom::query::<Element>("main [data-ai-content]") {
        Some(_) => build(),
        None => later(build),
    }
}

/// Renders the end of the page, with the code of a link in the print.
fn late_foot(
    app: &App,
    result: &ResultView,
    link: impl Fn() -> Option<(String, String)> + 'static,
) -> Node {
    let (app, result) = (app.clone(), result.clone());
    late_part(move || {
        let code = share::printed_qr_code(&app, &result, link);
        view! { {model_line(&result)}{code} }.into_any()
    })
}

/// Renders the questionnaire and its version, which make a print traceable.
fn model_line(result: &ResultView) -> impl IntoView + use<> {
    let line = result
        .messages
        .results_model_line(result.model.id(), result.model.version());
    let trace = result.messages.results_trace(&result.origin_line(), &line);
    view! { <p class="small trace">{trace}</p> }
}
