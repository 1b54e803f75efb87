//! The questions, those first that the members should talk about.

use std::sync::Arc;

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_core::{Answer, QuestionIx};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::TeamView;
use super::question::{question_fieldset, spread_chart};
use crate::parts::fold::fold;

/// So many questions are laid open.
const MAX_UNFOLDED: usize = 5;

pub(super) fn discussion_section(shown: &TeamView) -> impl IntoView + use<> {
    let words = &shown.messages;
    let merged = &shown.merged;
    let disputed: Vec<QuestionIx> = merged.disputed.iter().map(|d| d.question).collect();
    let (first, more) = disputed.split_at(disputed.len().min(MAX_UNFOLDED));
    let heading = match first.len() {
        0 => words.team_discuss_heading_none().to_owned(),
        MAX_UNFOLDED => words.team_discuss_heading().to_owned(),
        fewer => words.team_discuss_heading_fewer(fewer),
    };
    let lead = if first.is_empty() {
        words.team_discuss_none()
    } else {
        words.team_discuss_lead()
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
        .map(|ix| question_fieldset(shown, *ix))
        .collect_view();
    let settling = shown.clone();
    view! {
        <section class="stack" aria-labelledby="team-discuss">
            <h2 id="team-discuss">{heading}</h2>
            <p>{lead.to_owned()}</p>
            <form class="stack wide" autocomplete="off" on:submit=|event| event.prevent_default() on:change=move |event| settle_question(&settling, &event)>
                <div class="stack wide" data-discuss=first.len().to_string()>{laid_open}</div>
                {question_group(shown, more.to_vec(), words.team_discuss_more(more.len()), "more")}
                {question_group(shown, alike.clone(), words.team_discuss_alike(alike.len()), "alike")}
                {question_group(shown, open.clone(), words.team_discuss_open(open.len()), "open")}
            </form>
        </section>
    }
}

/// Questions that are folded away: their list is made when it is wanted, and each of them again.
fn question_group(
    shown: &TeamView,
    questions: Vec<QuestionIx>,
    summary: String,
    which: &'static str,
) -> Option<AnyView> {
    if questions.is_empty() {
        return None;
    }
    let shown = shown.clone();
    let questions = Arc::new(questions);
    let rows = move || {
        let rows = questions.iter().map(|ix| folded_question(&shown, *ix));
        view! { <div class="folded">{rows.collect_view()}</div> }
    };
    Some(view! { <div data-group=which>{fold("group", summary, rows)}</div> })
}

fn folded_question(shown: &TeamView, ix: QuestionIx) -> impl IntoView + use<> {
    let text = shown.texts.question(ix).text.clone();
    let summary = view! { <span class="folded-question" lang=shown.texts.lang() dir=shown.texts.dir()>{text}</span>{spread_chart(shown, ix)} };
    let shown = shown.clone();
    fold("folded-fold", summary, move || {
        question_fieldset(&shown, ix)
    })
}

/// A radio was chosen: the fieldset says of which question.
fn settle_question(shown: &TeamView, event: &web_sys::Event) {
    let Some(input) = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
    else {
        return;
    };
    let fieldset = input.closest("[data-settle]").ok().flatten();
    let id = fieldset.and_then(|fieldset: Element| fieldset.get_attribute("data-settle"));
    let question = id.and_then(|id| shown.model.find_question(&id));
    if let Some((question, answer)) = question.zip(Answer::parse(&input.value())) {
        shown.team.set_group_answer(question, Some(answer));
    }
}
