//! The ways to add a result to the comparison: links and files, own assessments, examples.

use assay_core::compare::MIN_RESULTS;
use assay_locale::Messages;
use leptos::prelude::*;

use super::selection::Selection;
use super::source::Source;
use crate::parts::add_results::AddResults;
use crate::parts::focus::focus_later;
use crate::state::App;
use crate::view::{AnyView, IntoView, view};

/// Renders the section. Where a comparison is shown already when the page opens, it is folded
/// until something in it needs attention.
pub(super) fn add_section(
    app: &App,
    selection: &Selection,
    form: &AddResults,
) -> impl IntoView + use<> {
    let messages = app.messages();
    let loading = selection.clone();
    let ready = move || loading.items().is_some();
    view! {
        <details class="sheet adding" open=is_unfolded(selection, form)>
            <summary><h2>{messages.compare_add().to_owned()}</h2></summary>
            {form.view_when(ready)}
            {pick_groups(app, selection, form)}
            {super::earlier_versions::earlier_versions(app)}
        </details>
    }
}

/// Returns whether the section is unfolded: from the first time that fewer results than a
/// comparison needs are selected, so that it stays while results are added.
fn is_unfolded(
    selection: &Selection,
    form: &AddResults,
) -> impl Fn() -> bool + Send + Sync + 'static + use<> {
    let (selection, form) = (selection.clone(), form.clone());
    let unfolded = Memo::new(move |before: Option<&bool>| {
        let too_few = || {
            let items = selection.items();
            items.is_some_and(|items| items.len() < MIN_RESULTS)
        };
        before == Some(&true) || form.needs_attention() || too_few()
    });
    move || unfolded.get()
}

/// Renders the own assessments and the examples that are not selected yet.
fn pick_groups(app: &App, selection: &Selection, form: &AddResults) -> impl IntoView + use<> {
    let (app, selection, form) = (app.clone(), selection.clone(), form.clone());
    move || {
        selection.items()?;
        let messages = app.messages();
        let tag = app.locale.with_untracked(|locale| locale.language.tag());
        let own = selection.own_records();
        let own = own
            .iter()
            .map(|record| Source::Own(record.key.clone()))
            .collect();
        let examples = app.questionnaire.examples.iter();
        let examples = examples
            .filter(|example| !example.name(tag).is_empty())
            .map(|example| Source::Example(example.id.clone()))
            .collect();
        Some(view! {
            {pick_group(&messages, (&selection, &form), "own", messages.compare_own(), own)}
            {pick_group(&messages, (&selection, &form), "examples", messages.compare_examples(), examples)}
        })
    }
}

fn pick_group(
    messages: &Messages,
    (selection, form): (&Selection, &AddResults),
    name: &'static str,
    heading: &str,
    sources: Vec<Source>,
) -> Option<AnyView> {
    let left = sources
        .into_iter()
        .filter(|source| !selection.contains(source));
    let buttons: Vec<AnyView> = left
        .enumerate()
        .filter_map(|(at, source)| pick_button(messages, (selection, form), (name, at), source))
        .collect();
    (!buttons.is_empty()).then(|| {
        view! {
            <div class="stack">
                <h3>{heading.to_owned()}</h3>
                <div class="row picks" data-group=name>{buttons}</div>
            </div>
        }
    })
}

/// Renders a button with the name of a result and, if known, its day.
fn pick_button(
    messages: &Messages,
    (selection, form): (&Selection, &AddResults),
    (group, at): (&'static str, usize),
    source: Source,
) -> Option<AnyView> {
    let item = selection.find_result(source)?;
    let name = item.name(messages);
    let day = item.result.day.map(|day| day.to_string());
    let day = day.map(|day| assay_locale::format_date(messages, Some(&day)));
    let line = item.line();
    let (selection, form) = (selection.clone(), form.clone());
    let add = move |_| {
        form.show_report(selection.add(vec![item.clone()]));
        focus_next(&selection, group, at);
    };
    Some(view! {
        <button type="button" class="chip pick" data-action="pick" data-pick=line on:click=add>
            <span class="visually-hidden">{messages.compare_pick().to_owned()}" "</span><bdi>{name}</bdi>{day.map(|day| view! { " "<span class="small">{day}</span> })}
        </button>
    })
}

/// Moves the focus to the button that replaces the pressed one, or else to the list.
fn focus_next(selection: &Selection, group: &'static str, at: usize) {
    selection.focus_heading();
    let next = format!(
        "[data-group={group}] button:nth-child({}), [data-group={group}] button:last-child",
        at + 1
    );
    focus_later([next]);
}
