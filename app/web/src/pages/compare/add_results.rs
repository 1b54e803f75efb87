//! The ways to add a result: what somebody sent, one's own assessments, examples.

use assay_locale::Messages;
use leptos::prelude::*;

use super::selection::{Selection, Source};
use crate::browser::dom;
use crate::pages::adding::AddResults;
use crate::state::App;
use crate::view::{AnyView, IntoView, view};

/// The section of the page.
pub(super) fn add_section(
    app: &App,
    chosen: &Selection,
    adding: &AddResults,
) -> impl IntoView + use<> {
    let words = app.messages();
    let loading = chosen.clone();
    let ready = move || loading.items().is_some();
    view! {
        <section class="sheet" aria-labelledby="adding">
            <h2 id="adding">{words.compare_add().to_owned()}</h2>
            {adding.view_when(ready)}
            {pick_groups(app, chosen, adding)}
            {super::earlier_versions::earlier_versions(app)}
        </section>
    }
}

/// One's own assessments and the examples, as far as they are not compared yet.
fn pick_groups(app: &App, chosen: &Selection, adding: &AddResults) -> impl IntoView + use<> {
    let (app, chosen, adding) = (app.clone(), chosen.clone(), adding.clone());
    move || {
        chosen.items()?;
        let words = app.messages();
        let tag = app.locale.with_untracked(|speech| speech.language.tag());
        let own = chosen.own_records();
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
            {pick_group(&words, (&chosen, &adding), "own", words.compare_own(), own)}
            {pick_group(&words, (&chosen, &adding), "examples", words.compare_examples(), examples)}
        })
    }
}

fn pick_group(
    words: &Messages,
    (chosen, adding): (&Selection, &AddResults),
    name: &'static str,
    heading: &str,
    sources: Vec<Source>,
) -> Option<AnyView> {
    let left = sources
        .into_iter()
        .filter(|source| !chosen.contains(source));
    let buttons: Vec<AnyView> = left
        .enumerate()
        .filter_map(|(at, source)| pick_button(words, (chosen, adding), (name, at), source))
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

/// A button with the name and, for one's own, the day.
fn pick_button(
    words: &Messages,
    (chosen, adding): (&Selection, &AddResults),
    (group, at): (&'static str, usize),
    source: Source,
) -> Option<AnyView> {
    let item = chosen.find_result(source)?;
    let result = &item.result;
    let name = chosen.name(result);
    let day = result.day.map(|day| day.to_string());
    let day = day.map(|day| assay_locale::format_date(words, Some(&day)));
    let line = item.line();
    let (chosen, adding) = (chosen.clone(), adding.clone());
    let add = move |_| {
        adding.show_report(chosen.add(vec![item.clone()]));
        focus_next(&chosen, group, at);
    };
    Some(view! {
        <button type="button" class="chip pick" data-action="pick" data-pick=line on:click=add>
            <span class="visually-hidden">{words.compare_pick().to_owned()}" "</span><bdi>{name}</bdi>{day.map(|day| view! { " "<span class="small">{day}</span> })}
        </button>
    })
}

/// The button that had the focus is gone: the one in its place gets it, or else the list.
fn focus_next(chosen: &Selection, group: &'static str, at: usize) {
    chosen.focus_heading();
    let next = format!(
        "[data-group={group}] button:nth-child({}), [data-group={group}] button:last-child",
        at + 1
    );
    // The buttons are made anew after this.
    gloo::timers::callback::Timeout::new(0, move || {
        if let Some(button) = dom::query(&next) {
            dom::focus(&button);
        }
    })
    .forget();
}
