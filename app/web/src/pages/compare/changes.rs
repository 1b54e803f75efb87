//! What changed from one result to another, question by question.

use assay_core::compare::{self, ChangeKind, QuestionChange, SectionChanges, default_pair};
use leptos::prelude::*;

use super::{ComparisonView, result_letter};
use crate::view::{AnyView, CollectView, IntoView, view};

/// Nothing where fewer than two results have answers.
pub(super) fn changes_section(beside: &ComparisonView) -> Option<impl IntoView + use<>> {
    let (first, last) = default_pair(&beside.results)?;
    let words = &beside.messages;
    let (from, to) = (RwSignal::new(first), RwSignal::new(last));
    let only = RwSignal::new(true);
    let content = {
        let beside = beside.clone();
        move || changes_between(&beside, from.get(), to.get(), only.get())
    };
    Some(view! {
        <section class="stack" aria-labelledby="changes">
            <h2 id="changes">{words.compare_changes().to_owned()}</h2>
            <div class="row pair">
                {result_select(beside, "from", words.compare_changes_from(), from)}
                {result_select(beside, "to", words.compare_changes_to(), to)}
            </div>
            <label class="only"><input type="checkbox" name="only-changes" prop:checked=only on:change=move |event| only.set(event_target_checked(&event))/>" "{words.compare_changes_only().to_owned()}</label>
            <div aria-live="polite">{content}</div>
        </section>
    })
}

/// A choice among the results that have answers.
fn result_select(
    beside: &ComparisonView,
    name: &'static str,
    label: &str,
    chosen: RwSignal<usize>,
) -> AnyView {
    let now = chosen.get_untracked();
    let comparison = beside.comparison();
    let with_answers = beside.results.iter().enumerate();
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

fn changes_between(beside: &ComparisonView, from: usize, to: usize, only: bool) -> AnyView {
    let words = &beside.messages;
    if from == to {
        return view! { <p>{words.compare_changes_same().to_owned()}</p> };
    }
    let results = beside.results.get(from).zip(beside.results.get(to));
    let found = results.and_then(|(from, to)| compare::compare_answers(&beside.model, from, to));
    let found = found.unwrap_or_default();
    let sentences = beside.comparison().changes(&found, from, to);
    let sentences = sentences.into_iter().map(|text| view! { <p>{text}</p> });
    // Of one company every change is of interest; two companies differ in almost everything.
    let is_same = results.is_some_and(|(from, to)| from.name.trim() == to.name.trim());
    let sections = found
        .sections
        .iter()
        .filter_map(|section| section_changes(beside, section, only, is_same));
    let (sentences, sections) = (sentences.collect_view(), sections.collect_view());
    view! { <div class="stack wide"><div class="stack">{sentences}</div>{sections}</div> }
}

/// A section with its questions; nothing where none is to be shown.
fn section_changes(
    beside: &ComparisonView,
    section: &SectionChanges,
    only: bool,
    is_open: bool,
) -> Option<AnyView> {
    let shown = section.questions.iter();
    let shown = shown.filter(|change| !only || change.kind() != ChangeKind::Same);
    let rows: Vec<AnyView> = shown.map(|change| change_row(beside, change)).collect();
    let count = beside.messages.invite_section_count(rows.len());
    let figure = beside
        .comparison()
        .section_change(section.before, section.after);
    (!rows.is_empty()).then(|| {
        view! {
            <details class="changed-section" open=is_open>
                <summary><strong>{beside.texts.section(section.section).title.clone()}</strong>" "<span class="small figure">{figure}" · "{count}</span></summary>
                <ul class="question-changes">{rows}</ul>
            </details>
        }
    })
}

fn change_row(beside: &ComparisonView, change: &QuestionChange) -> AnyView {
    let (words, comparison) = (&beside.messages, beside.comparison());
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
    let id = beside.model.question(change.question).id.clone();
    view! {
        <li data-change=hook data-changed-question=id>
            <p><strong>{beside.texts.question(change.question).text.clone()}</strong>" "<span class="tag">{comparison.change_label(way).to_owned()}</span></p>
            <dl class="from-to">
                <div><dt class="small">{words.compare_changes_from().to_owned()}</dt><dd>{before}</dd></div>
                <div><dt class="small">{words.compare_changes_to().to_owned()}</dt><dd>{after}</dd></div>
            </dl>
        </li>
    }
}
