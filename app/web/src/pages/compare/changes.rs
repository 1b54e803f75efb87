//! Changes between two results, question by question.

use assay_core::compare::{self, ChangeKind, QuestionChange, SectionChanges, default_pair};
use leptos::prelude::*;

use super::comparison_view::{ComparisonView, result_letter};
use crate::view::{AnyView, CollectView, IntoView, view};

/// Renders the section; `None` if fewer than two results have answers.
pub(super) fn changes_section(view: &ComparisonView) -> Option<impl IntoView + use<>> {
    let (first, last) = default_pair(&view.results)?;
    let messages = &view.messages;
    let (from, to) = (RwSignal::new(first), RwSignal::new(last));
    let only = RwSignal::new(true);
    let content = {
        let view = view.clone();
        move || chosen_changes(&view, from.get(), to.get(), only.get())
    };
    Some(view! {
        <section class="stack" aria-labelledby="changes">
            <h2 id="changes">{messages.compare_changes().to_owned()}</h2>
            <div class="row pair">
                {result_select(view, "from", messages.compare_changes_from(), from)}
                {result_select(view, "to", messages.compare_changes_to(), to)}
            </div>
            <label class="only"><input type="checkbox" name="only-changes" prop:checked=only on:change=move |event| only.set(event_target_checked(&event))/>" "{messages.compare_changes_only().to_owned()}</label>
            <div aria-live="polite">{content}</div>
        </section>
    })
}

/// Renders a selection among the results with answers.
fn result_select(
    view: &ComparisonView,
    name: &'static str,
    label: &str,
    chosen: RwSignal<usize>,
) -> AnyView {
    let now = chosen.get_untracked();
    let comparison = view.comparison();
    let with_answers = view.results.iter().enumerate();
    let with_answers = with_answers.filter(|(_, result)| result.answers.is_some());
    let options = with_answers.map(|(at, _)| {
        let label = format!("{} · {}", result_letter(at), comparison.label(at));
        view! { <option value=at.to_string() selected=at == now>{label}</option> }
    });
    let options = options.collect_view();
    let change = move |event| {
        if let Ok(at) = event_target_value(&event).parse() {
            chosen.set(at);
        }
    };
    view! {
        <label class="field">
            <span>{label.to_owned()}</span>
            <select name=name on:change=change>{options}</select>
        </label>
    }
}

/// Renders the changes of the pair that is chosen.
fn chosen_changes(view: &ComparisonView, from: usize, to: usize, only: bool) -> AnyView {
    if from == to {
        return view! { <p>{view.messages.compare_changes_same().to_owned()}</p> };
    }
    // Results of one company: every change is of interest, so the sections are open. Two companies
    // differ in almost every answer.
    let results = view.results.get(from).zip(view.results.get(to));
    let is_same = results.is_some_and(|(from, to)| from.name.trim() == to.name.trim());
    changes_between(
        view,
        from,
        to,
        ChangeList {
            only,
            is_open: is_same,
        },
    )
}

/// How the questions of two results are listed.
#[derive(Clone, Copy)]
pub(crate) struct ChangeList {
    /// Whether only those with a change are listed.
    pub(crate) only: bool,
    /// Whether the folds of the sections are open.
    pub(crate) is_open: bool,
}

/// Renders the changes from one result to another.
pub(crate) fn changes_between(
    view: &ComparisonView,
    from: usize,
    to: usize,
    list: ChangeList,
) -> AnyView {
    let results = view.results.get(from).zip(view.results.get(to));
    let found = results.and_then(|(from, to)| compare::compare_answers(&view.model, from, to));
    let found = found.unwrap_or_default();
    let sentences = view.comparison().changes(&found, from, to);
    let sentences = sentences.into_iter().map(|text| view! { <p>{text}</p> });
    let sections = found
        .sections
        .iter()
        .filter_map(|section| section_changes(view, section, list));
    let (sentences, sections) = (sentences.collect_view(), sections.collect_view());
    view! { <div class="stack wide"><div class="stack">{sentences}</div>{sections}</div> }
}

/// Renders a section with its questions; `None` if none is to be shown.
fn section_changes(
    view: &ComparisonView,
    section: &SectionChanges,
    list: ChangeList,
) -> Option<AnyView> {
    let shown = section.questions.iter();
    let shown = shown.filter(|change| !list.only || change.kind() != ChangeKind::Same);
    let rows: Vec<AnyView> = shown.map(|change| change_row(view, change)).collect();
    let count = view.messages.invite_section_count(rows.len());
    let figure = view
        .comparison()
        .section_change(section.before, section.after);
    (!rows.is_empty()).then(|| {
        view! {
            <details class="changed-section" open=list.is_open>
                <summary><strong>{view.texts.section(section.section).title.clone()}</strong>" "<span class="small figure">{figure}" · "{count}</span></summary>
                <ul class="question-changes">{rows}</ul>
            </details>
        }
    })
}

fn change_row(view: &ComparisonView, change: &QuestionChange) -> AnyView {
    let (messages, comparison) = (&view.messages, view.comparison());
    let way = change.kind();
    let (before, after) = (
        comparison.answer_text(change.question, change.before),
        comparison.answer_text(change.question, change.after),
    );
    let hook = match way {
        ChangeKind::Same => "same",
        ChangeKind::Up => "up",
        ChangeKind::Down => "down",
        ChangeKind::Answered => "settled",
        ChangeKind::Reopened => "opened",
        ChangeKind::Other => "other",
    };
    let id = view.model.question(change.question).id.clone();
    view! {
        <li data-change=hook data-changed-question=id>
            <p><strong>{view.texts.question(change.question).text.clone()}</strong>" "<span class="tag">{comparison.change_label(way).to_owned()}</span></p>
            <dl class="from-to">
                <div><dt class="small">{messages.compare_changes_from().to_owned()}</dt><dd>{before}</dd></div>
                <div><dt class="small">{messages.compare_changes_to().to_owned()}</dt><dd>{after}</dd></div>
            </dl>
        </li>
    }
}
