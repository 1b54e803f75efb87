//! One question of the team: how the answers are spread, and the group's choice.

use crate::view::{CollectView, IntoView, view};
use assay_core::team::AnswerDistribution;
use assay_core::{Answer, Level, QuestionIx};
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::TeamView;
use crate::browser::dom;

/// A small drawing: a column for each level, and a hatched one for who gave none. What it shows
/// is its name.
pub(super) fn spread_chart(shown: &TeamView, ix: QuestionIx) -> impl IntoView + use<> {
    let spread = shown.merged.distribution(ix);
    let open = count_without_level(&spread);
    let most = spread.levels.iter().copied().chain([open]).max();
    let most = f64::from(most.unwrap_or(0).max(1));
    let column = |count: u32, class: &'static str| {
        let share = format!("{:.3}", f64::from(count) / most);
        view! { <span class=class style=("--share", share)></span> }
    };
    let levels = spread.levels.iter().map(|count| column(*count, "column"));
    view! {
        <span class="spread" role="img" aria-label=shown.report().spread(ix)>
            {levels.collect_view()}
            {column(open, "column open")}
        </span>
    }
}

/// Everybody who gave no level.
fn count_without_level(spread: &AnswerDistribution) -> u32 {
    spread
        .unknown
        .saturating_add(spread.not_applicable)
        .saturating_add(spread.missing)
}

/// The question with its answers, each to be chosen.
pub(super) fn question_fieldset(shown: &TeamView, ix: QuestionIx) -> impl IntoView + use<> {
    let words = &shown.messages;
    let known = shown.model.question(ix);
    let text = shown.texts.question(ix);
    let spread = shown.merged.distribution(ix);
    let section = shown.texts.section(known.section).title.clone();
    let mut rows: Vec<_> = Level::ALL
        .into_iter()
        .zip(spread.levels)
        .map(|(level, count)| {
            let label = text.levels.get(usize::from(level.get())).cloned();
            let answer = Answer::Level(level);
            answer_radio(shown, ix, answer, label.unwrap_or_default(), count).into_any()
        })
        .collect();
    let unknown = words.section_unknown().to_owned();
    rows.push(answer_radio(shown, ix, Answer::Unknown, unknown, spread.unknown).into_any());
    if known.not_applicable {
        let label = words.section_not_applicable().to_owned();
        let count = spread.not_applicable;
        rows.push(answer_radio(shown, ix, Answer::NotApplicable, label, count).into_any());
    }
    let missing = (spread.missing > 0).then(|| {
        view! {
            <p class="said said-missing">
                <span></span><span class="small">{words.team_spread_no_answer().to_owned()}</span>
                {share_bar(shown, spread.missing, "said-bar open")}
                <span class="figure">{spread.missing.to_string()}</span>
            </p>
        }
    });
    view! {
        <fieldset class="settle" data-settle=known.id.clone()>
            <legend><span class="small" lang=shown.texts.lang() dir=shown.texts.dir()>{section}</span><span lang=shown.texts.lang() dir=shown.texts.dir()>{text.text.clone()}</span></legend>
            <p class="small">{shown.report().spread(ix)}</p>
            {rows}
            {missing}
            {settled_state(shown, ix)}
        </fieldset>
    }
}

fn answer_radio(
    shown: &TeamView,
    ix: QuestionIx,
    answer: Answer,
    label: String,
    count: u32,
) -> impl IntoView + use<> {
    let name = format!("settle-{}", shown.model.question(ix).id);
    let settled = shown.team.group_answers.clone();
    let chosen = move || settled.with(|settled| settled.get(&ix) == Some(&answer));
    let median = shown.merged.distribution(ix).median().filter(|_| count > 0);
    let in_middle = |level| median.is_some_and(|m| m.low == level || m.high == level);
    let middle = answer.level().is_some_and(in_middle).then(|| {
        view! { " "<span class="tag">{shown.messages.team_spread_is_median().to_owned()}</span> }
    });
    let (class, key) = match answer {
        Answer::Level(level) => ("said-bar", Some(level.get().saturating_add(1))),
        Answer::Unknown | Answer::NotApplicable => ("said-bar open", None),
    };
    let key = key.map(|key| view! { <kbd aria-hidden="true">{key.to_string()}</kbd>" " });
    view! {
        <label class="said">
            <input type="radio" name=name value=answer.as_str() prop:checked=chosen/>
            <span>{key}{label}{middle}{member_names(shown, ix, answer)}</span>
            {share_bar(shown, count, class)}
            <span class="figure">{count.to_string()}</span>
        </label>
    }
}

/// A bar as long as the share of all members.
fn share_bar(shown: &TeamView, count: u32, class: &'static str) -> impl IntoView + use<> {
    let all = shown.merged.members.len().max(1) as f64;
    let share = format!("{:.3}", f64::from(count) / all);
    let none = (count == 0).then_some("");
    view! { <span class=class data-none=none style=("--share", share)></span> }
}

/// Who gave this answer, unless names are hidden; of a crowd nobody.
fn member_names(shown: &TeamView, ix: QuestionIx, answer: Answer) -> Option<impl IntoView + use<>> {
    const CROWD: usize = 12;
    if shown.team.names_hidden.get_untracked() {
        return None;
    }
    let groups = shown.merged.answers_with_members(ix);
    let (_, members) = groups.iter().find(|(given, _)| *given == answer)?;
    if members.len() > CROWD {
        return None;
    }
    let names: Vec<&str> = members
        .iter()
        .filter_map(|member| Some(shown.names.get(*member)?.as_str()))
        .collect();
    let names = assay_locale::join_list(&shown.messages, &names);
    Some(view! { <span class="small said-who">{names}</span> })
}

/// Whether the question is settled, and the way back.
fn settled_state(shown: &TeamView, ix: QuestionIx) -> impl IntoView + use<> {
    let shown = shown.clone();
    move || {
        let answer = shown
            .team
            .group_answers
            .with(|settled| settled.get(&ix).copied())?;
        let words = &shown.messages;
        let label = words.team_settle_clear_label(&shown.texts.question(ix).text);
        let opening = shown.clone();
        let clear = move |_| {
            opening.team.set_group_answer(ix, None);
            focus_question(&opening.model.question(ix).id);
        };
        Some(view! {
            <div class="row">
                <span class="tag" data-settled=answer.as_str()>{words.team_settle_mark(&shown.report().answer(answer))}</span>
                <button type="button" class="plain" data-action="unsettle" aria-label=label on:click=clear>{words.team_settle_clear().to_owned()}</button>
            </div>
        })
    }
}

/// The button that had the focus is gone: its question's first answer gets it.
fn focus_question(id: &str) {
    let id = id.to_owned();
    gloo::timers::callback::Timeout::new(0, move || {
        let Some(list) = dom::document().and_then(|d| d.query_selector_all("[data-settle]").ok())
        else {
            return;
        };
        let fieldsets = (0..list.length()).filter_map(|at| list.item(at));
        let mut elements = fieldsets.filter_map(|node| {
            use wasm_bindgen::JsCast;
            node.dyn_into::<HtmlElement>().ok()
        });
        let found = elements.find(|e| e.get_attribute("data-settle").as_deref() == Some(&id));
        let radio = found.and_then(|e| e.query_selector("input").ok().flatten());
        if let Some(radio) = radio.and_then(|e| {
            use wasm_bindgen::JsCast;
            e.dyn_into::<HtmlElement>().ok()
        }) {
            dom::focus(&radio);
        }
    })
    .forget();
}
