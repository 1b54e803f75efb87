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

use self::answer_list::AnswerList;
use self::result_view::ResultView;
use self::share::ShareState;
use crate::brand;
use crate::browser::{clock, dom};
use crate::embed;
use crate::parts::answer_evidence::{EvidenceList, printed_list};
use crate::state::App;
use crate::view::{CollectView, IntoView, Node, after_first_frame, later, view};

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
        result_view(&app, assessment, Origin::Own).into_any()
    }
}

/// Renders a result with answers.
pub(crate) fn result_view(
    app: &App,
    assessment: Assessment,
    origin: Origin,
) -> impl IntoView + use<> {
    let result = ResultView::of_assessment(app, assessment, origin);
    after_first_frame({
        let result = result.clone();
        move || {
            print_foot::name_printed_pages(&result.name());
            result.simulate();
            next_steps::plan(&result);
        }
    });
    let is_own = result.origin == Origin::Own;
    let share = is_own.then(|| ShareState::new(&result));
    view! {
        <h1 class="visually-hidden" tabindex="-1">{result.messages.results_title().to_owned()}</h1>
        {reply::reply_section(app, &result)}
        {headline::headline(&result)}
        {actions::result_actions(app, &result, share.as_ref())}
        {is_own.then(|| embed::send_offer(app))}
        {self_rating_caution(&result)}
        {paths::paths_section(&result)}
        {next_steps::next_steps(app, &result)}
        {sections::sections_section(&result)}
        {details(app, &result, share)}
    }
}

/// A part of the page below the sections.
type Part = fn(&App, &ResultView, Option<&ShareState>) -> Node;

/// The parts below the sections, in their order. Each is built in a slice of its own.
const PARTS: &[Part] = &[
    |app, result, _| targets::targets_block(app, result).into_any(),
    |app, result, _| over_time::over_time(app, result).into_any(),
    |app, result, _| benchmark::benchmark_section(app, result).into_any(),
    |_, result, _| conviction::conviction_section(result).into_any(),
    |_, result, _| smallest_changes::smallest_changes(result).into_any(),
    |app, result, share| {
        share
            .map(|_| brand::call_to_action(app, share::full_link(app, result)))
            .into_any()
    },
    |_, result, _| what_if::what_if_section(result).into_any(),
    |_, result, _| answer_list(result).view().into_any(),
    |_, result, _| printed_evidence(result).into_any(),
    |_, result, _| evidence::evidence_section(result).into_any(),
    |app, result, share| {
        view! { {model_line(result)}{share::printed_qr_code(app, result, share)} }
    },
];

/// Renders everything below the sections.
fn details(app: &App, result: &ResultView, share: Option<ShareState>) -> Node {
    let parts = PARTS.iter().map(|part| {
        let (app, result, share) = (app.clone(), result.clone(), share.clone());
        late_part(move || part(&app, &result, share.as_ref()))
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

fn answer_list(result: &ResultView) -> AnswerList {
    AnswerList {
        messages: result.messages.clone(),
        texts: result.texts.clone(),
        model: result.model.clone(),
        assessment: result.assessment.clone(),
        is_own: result.origin == Origin::Own,
    }
}

fn printed_evidence(result: &ResultView) -> Option<Node> {
    printed_list(&EvidenceList {
        messages: &result.messages,
        texts: &result.texts,
        model: &result.model,
        assessment: &result.assessment,
    })
}

/// Renders a result from a link without answers: only what follows from the scores.
pub(crate) fn scores_result_view(
    app: &App,
    scores: Scores,
    payload: String,
) -> impl IntoView + use<> {
    let result = ResultView::of_scores(app, scores, payload);
    let name = result.name();
    after_first_frame(move || print_foot::name_printed_pages(&name));
    let has_sections = result.score.precision.includes_sections();
    view! {
        <h1 class="visually-hidden" tabindex="-1">{result.messages.results_title().to_owned()}</h1>
        {headline::headline(&result)}
        {actions::result_actions(app, &result, None)}
        {self_rating_caution(&result)}
        {has_sections.then(|| paths::paths_section(&result))}
        {has_sections.then(|| sections::sections_section(&result))}
        {conviction::conviction_section(&result)}
        {model_line(&result)}
        {share::printed_qr_code(app, &result, None)}
    }
}

/// Renders what is known about self-ratings, in both directions; nothing for a fictional company.
fn self_rating_caution(result: &ResultView) -> impl IntoView + use<> {
    let is_example = matches!(result.origin, Origin::Example(..));
    (!is_example).then(|| {
        view! { <p class="small" data-caution>{result.messages.results_self_rating().to_owned()}</p> }
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
