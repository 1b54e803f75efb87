//! The parts of a result below its actions, in their order. Each is built after the first frame.
//!
//! The lists differ by whose result it is, so that the program of received results contains only what
//! it shows.

use std::rc::Rc;

use super::action_plan::OwnPlan;
use super::answer_list::AnswerList;
use super::origin::Origin;
use super::result_view::ResultView;
use super::{
    benchmark, conviction, evidence, next_steps, over_time, paths, sections, share,
    smallest_changes, targets, what_if,
};
use crate::brand;
use crate::parts::answer_evidence::{EvidenceList, printed_list};
use crate::state::App;
use crate::view::{IntoView, Node, view};

/// Renders a part.
pub(super) type Part = fn(&App, &ResultView) -> Node;

/// The reader's own result.
pub(super) const OWN: &[Part] = &[
    verdict,
    own_next_steps,
    elements,
    changes,
    |app, result| targets::targets_block(app, result),
    |app, result| over_time::over_time(app, result).into_any(),
    benchmark,
    faith,
    |app, result| brand::call_to_action(app, share::full_link(app, result)).into_any(),
    what_if,
    answers,
    evidence_for_answers,
    figures_behind,
    caution,
];

/// A result with answers that was received.
pub(super) const RECEIVED: &[Part] = &[
    verdict,
    received_next_steps,
    elements,
    changes,
    benchmark,
    faith,
    what_if,
    answers,
    evidence_for_answers,
    figures_behind,
    caution,
];

/// A result without answers.
pub(super) const SCORES: &[Part] = &[verdict, elements, faith, caution];
/// One that has the AI content alone.
pub(super) const AI_CONTENT_ONLY: &[Part] = &[faith, caution];

fn verdict(_: &App, result: &ResultView) -> Node {
    paths::paths_section(result).into_any()
}

/// Renders what is known about self-ratings, in both directions; nothing for a fictional company.
fn caution(_: &App, result: &ResultView) -> Node {
    let is_example = matches!(result.origin, Origin::Example(..));
    let sentence = (!is_example).then(|| {
        view! { <p class="small" data-caution>{result.messages.results_self_rating().to_owned()}</p> }
    });
    sentence.into_any()
}

fn own_next_steps(app: &App, result: &ResultView) -> Node {
    next_steps::next_steps(result, Some(Rc::new(OwnPlan::new(app)))).into_any()
}

fn received_next_steps(_: &App, result: &ResultView) -> Node {
    next_steps::next_steps(result, None).into_any()
}

fn elements(_: &App, result: &ResultView) -> Node {
    sections::sections_section(result).into_any()
}

fn benchmark(app: &App, result: &ResultView) -> Node {
    benchmark::benchmark_section(app, result).into_any()
}

fn faith(_: &App, result: &ResultView) -> Node {
    conviction::conviction_section(result).into_any()
}

fn changes(_: &App, result: &ResultView) -> Node {
    smallest_changes::smallest_changes(result).into_any()
}

fn what_if(_: &App, result: &ResultView) -> Node {
    what_if::what_if_section(result).into_any()
}

fn answers(_: &App, result: &ResultView) -> Node {
    let list = AnswerList {
        messages: result.messages.clone(),
        texts: result.texts.clone(),
        model: result.model.clone(),
        assessment: result.assessment.clone(),
        is_own: result.origin == Origin::Own,
    };
    list.view().into_any()
}

/// Renders the evidence for answers, which is printed.
fn evidence_for_answers(_: &App, result: &ResultView) -> Node {
    let list = printed_list(&EvidenceList {
        messages: &result.messages,
        texts: &result.texts,
        model: &result.model,
        assessment: &result.assessment,
    });
    list.into_any()
}

fn figures_behind(_: &App, result: &ResultView) -> Node {
    evidence::evidence_section(result).into_any()
}
