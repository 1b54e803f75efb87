//! The questions, those with the largest disagreement first.

use std::sync::Arc;

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_core::{Answer, QuestionIx};
use web_sys::{Element, HtmlInputElement};

use super::question::{question_fieldset, spread_chart};
use super::team_view::TeamView;
use crate::browser::dom;
use crate::parts::fold::fold;

/// Number of questions that are not folded.
const MAX_UNFOLDED: usize = 5;

pub(super) fn discussion_section(team_view: &TeamView) -> impl IntoView + use<> {
    let messages = &team_view.messages;
    let merged = &team_view.merged;
    let disputed: Vec<QuestionIx> = merged.disputed.iter().map(|d| d.question).collect();
    let (first, more) = disputed.split_at(disputed.len().min(MAX_UNFOLDED));
    let heading = match first.len() {
        0 => messages.team_discuss_heading_none().to_owned(),
        MAX_UNFOLDED => messages.team_discuss_heading().to_owned(),
        fewer => messages.team_discuss_heading_fewer(fewer),
    };
    let lead = if first.is_empty() {
        messages.team_discuss_none()
    } else {
        messages.team_discuss_lead()
    };
    let (alike, open): (Vec<QuestionIx>, Vec<QuestionIx>) = merged
        .asked_questions()
        .filter(|question| !merged.distribution(*question).is_disputed())
        .partition(|question| {
            let spread = merged.distribution(*question);
            spread.known() > 0 || spread.not_applicable > 0
        });
    let laid_open = first
        .iter()
        .map(|ix| question_fieldset(team_view, *ix))
        .collect_view();
    let settling = team_view.clone();
    view! {
        <section class="stack" aria-labelledby="team-discuss">
            <h2 id="team-discuss">{heading}</h2>
            <p>{lead.to_owned()}</p>
            <form class="stack wide" autocomplete="off" on:submit=|event| event.prevent_default() on:change=move |event| settle_question(&settling, &event)>
                <div class="stack wide" data-discuss=first.len().to_string()>{laid_open}</div>
                {question_group(team_view, more.to_vec(), messages.team_discuss_more(more.len()), "more")}
                {question_group(team_view, alike.clone(), messages.team_discuss_alike(alike.len()), "alike")}
                {question_group(team_view, open.clone(), messages.team_discuss_open(open.len()), "open")}
            </form>
        </section>
    }
}

/// Renders questions in a fold; the list and each question are built when opened.
fn question_group(
    team_view: &TeamView,
    questions: Vec<QuestionIx>,
    summary: String,
    which: &'static str,
) -> Option<AnyView> {
    if questions.is_empty() {
        return None;
    }
    let team_view = team_view.clone();
    let questions = Arc::new(questions);
    let rows = move || {
        let rows = questions.iter().map(|ix| folded_question(&team_view, *ix));
        view! { <div class="folded">{rows.collect_view()}</div> }
    };
    Some(view! { <div data-group=which>{fold("group", summary, rows)}</div> })
}

fn folded_question(team_view: &TeamView, ix: QuestionIx) -> impl IntoView + use<> {
    let text = team_view.texts.question(ix).text.clone();
    let summary = view! { <span class="folded-question" lang=team_view.texts.lang() dir=team_view.texts.dir()>{text}</span>{spread_chart(team_view, ix)} };
    let team_view = team_view.clone();
    fold("folded-fold", summary, move || {
        question_fieldset(&team_view, ix)
    })
}

/// Stores the group's answer. The fieldset of the radio names the question.
fn settle_question(team_view: &TeamView, event: &web_sys::Event) {
    let Some(input) = dom::event_target::<HtmlInputElement>(event) else {
        return;
    };
    let fieldset = dom::ancestor::<Element>(&input, "[data-settle]");
    let id = fieldset.and_then(|fieldset| fieldset.get_attribute("data-settle"));
    let question = id.and_then(|id| team_view.model.find_question(&id));
    if let Some((question, answer)) = question.zip(Answer::parse(&input.value())) {
        team_view.team.set_group_answer(question, Some(answer));
    }
}
