//! A question of the team: the distribution of answers, and the group's choice.

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_core::team::AnswerDistribution;
use assay_core::{Answer, Level, QuestionIx};
use leptos::prelude::*;
use web_sys::Element;

use super::team_view::TeamView;
use crate::browser::dom;
use crate::parts::question::radios;

/// Renders a small chart: a column per level, and a hatched one for answers without a level. Its
/// label describes it.
pub(super) fn spread_chart(team_view: &TeamView, ix: QuestionIx) -> impl IntoView + use<> {
    let spread = team_view.merged.distribution(ix);
    let open = count_without_level(&spread);
    let most = spread.levels.iter().copied().chain([open]).max();
    let most = f64::from(most.unwrap_or(0).max(1));
    let column = |count: u32, class: &'static str| {
        let share = format!("{:.3}", f64::from(count) / most);
        view! { <span class=class style=("--share", share)></span> }
    };
    let levels = spread.levels.iter().map(|count| column(*count, "column"));
    view! {
        <span class="spread" role="img" aria-label=team_view.report().spread(ix)>
            {levels.collect_view()}
            {column(open, "column open")}
        </span>
    }
}

/// Returns the number of members without a level.
fn count_without_level(spread: &AnswerDistribution) -> u32 {
    spread
        .unknown
        .saturating_add(spread.not_applicable)
        .saturating_add(spread.missing)
}

/// Renders the question with its answers as radios.
pub(super) fn question_fieldset(team_view: &TeamView, ix: QuestionIx) -> impl IntoView + use<> {
    let messages = &team_view.messages;
    let known = team_view.model.question(ix);
    let text = team_view.texts.question(ix);
    let spread = team_view.merged.distribution(ix);
    let section = team_view.texts.section(known.section).title.clone();
    let rows = answer_radios(team_view, ix);
    let missing = (spread.missing > 0).then(|| {
        view! {
            <p class="said said-missing">
                <span></span><span class="small">{messages.team_spread_no_answer().to_owned()}</span>
                {share_bar(team_view, spread.missing, "said-bar open")}
                <span class="figure">{spread.missing.to_string()}</span>
            </p>
        }
    });
    view! {
        <fieldset class="settle" data-settle=known.id.clone()>
            <legend><span class="small" lang=team_view.texts.lang() dir=team_view.texts.dir()>{section}</span><span lang=team_view.texts.lang() dir=team_view.texts.dir()>{text.text.clone()}</span></legend>
            <p class="small">{team_view.report().spread(ix)}</p>
            {rows}
            {missing}
            {settled_state(team_view, ix)}
        </fieldset>
    }
}

/// Renders a radio for each answer that the question allows.
fn answer_radios(team_view: &TeamView, ix: QuestionIx) -> Vec<AnyView> {
    let messages = &team_view.messages;
    let text = team_view.texts.question(ix);
    let spread = team_view.merged.distribution(ix);
    let mut rows: Vec<_> = Level::ALL
        .into_iter()
        .zip(spread.levels)
        .map(|(level, count)| {
            let label = text.levels.get(usize::from(level.get())).cloned();
            let answer = Answer::Level(level);
            answer_radio(team_view, ix, answer, label.unwrap_or_default(), count).into_any()
        })
        .collect();
    let unknown = messages.section_unknown().to_owned();
    rows.push(answer_radio(team_view, ix, Answer::Unknown, unknown, spread.unknown).into_any());
    if team_view.model.question(ix).not_applicable {
        let label = messages.section_not_applicable().to_owned();
        let count = spread.not_applicable;
        rows.push(answer_radio(team_view, ix, Answer::NotApplicable, label, count).into_any());
    }
    rows
}

fn answer_radio(
    team_view: &TeamView,
    ix: QuestionIx,
    answer: Answer,
    label: String,
    count: u32,
) -> impl IntoView + use<> {
    let name = format!("settle-{}", team_view.model.question(ix).id);
    let settled = team_view.team.group_answers.clone();
    let chosen = move || settled.with(|settled| settled.get(&ix) == Some(&answer));
    let median = team_view
        .merged
        .distribution(ix)
        .median()
        .filter(|_| count > 0);
    let in_middle = |level| median.is_some_and(|m| m.low == level || m.high == level);
    let middle = answer.level().is_some_and(in_middle).then(|| {
        view! { " "<span class="tag">{team_view.messages.team_spread_is_median().to_owned()}</span> }
    });
    let (class, key) = match answer {
        Answer::Level(level) => ("said-bar", Some(level.get().saturating_add(1))),
        Answer::Unknown | Answer::NotApplicable => ("said-bar open", None),
    };
    let key = key.map(|key| view! { <kbd aria-hidden="true">{key.to_string()}</kbd>" " });
    view! {
        <label class="said">
            <input type="radio" name=name value=answer.as_str() prop:checked=chosen/>
            <span>{key}{label}{middle}{member_names(team_view, ix, answer)}</span>
            {share_bar(team_view, count, class)}
            <span class="figure">{count.to_string()}</span>
        </label>
    }
}

/// Renders a bar whose length is the share of all members.
fn share_bar(team_view: &TeamView, count: u32, class: &'static str) -> impl IntoView + use<> {
    let all = team_view.merged.members.len().max(1) as f64;
    let share = format!("{:.3}", f64::from(count) / all);
    let none = (count == 0).then_some("");
    view! { <span class=class data-none=none style=("--share", share)></span> }
}

/// Renders who gave this answer; `None` if names are hidden or too many members gave it.
fn member_names(
    team_view: &TeamView,
    ix: QuestionIx,
    answer: Answer,
) -> Option<impl IntoView + use<>> {
    const CROWD: usize = 12;
    if team_view.team.names_hidden.get_untracked() {
        return None;
    }
    let groups = team_view.merged.answers_with_members(ix);
    let (_, members) = groups.iter().find(|(given, _)| *given == answer)?;
    if members.len() > CROWD {
        return None;
    }
    let names: Vec<&str> = members
        .iter()
        .filter_map(|member| Some(team_view.names.get(*member)?.as_str()))
        .collect();
    let names = assay_locale::join_list(&team_view.messages, &names);
    Some(view! { <span class="small said-who">{names}</span> })
}

/// Renders the group's answer and the button that clears it.
fn settled_state(team_view: &TeamView, ix: QuestionIx) -> impl IntoView + use<> {
    let team_view = team_view.clone();
    move || {
        let answer = team_view
            .team
            .group_answers
            .with(|settled| settled.get(&ix).copied())?;
        let messages = &team_view.messages;
        let label = messages.team_settle_clear_label(&team_view.texts.question(ix).text);
        let opening = team_view.clone();
        let clear = move |_| {
            opening.team.set_group_answer(ix, None);
            focus_question(&opening.model.question(ix).id);
        };
        Some(view! {
            <div class="row">
                <span class="tag" data-settled=answer.as_str()>{messages.team_settle_mark(&team_view.report().answer(answer))}</span>
                <button type="button" class="plain" data-action="unsettle" aria-label=label on:click=clear>{messages.team_settle_clear().to_owned()}</button>
            </div>
        })
    }
}

/// Moves the focus to the first answer of the question, because the pressed button disappears.
fn focus_question(id: &str) {
    let id = id.to_owned();
    gloo::timers::callback::Timeout::new(0, move || {
        let fieldset = dom::query_all::<Element>("[data-settle]")
            .into_iter()
            .find(|element| element.get_attribute("data-settle").as_deref() == Some(&id));
        if let Some(fieldset) = fieldset {
            radios::focus_radio(&fieldset);
        }
    })
    .forget();
}
