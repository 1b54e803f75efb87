//! The ways to add a result: links, files, one's own assessments, examples.

use assay_core::compare::MOST;
use assay_core::link::links_in;
use assay_locale::Words;
use leptos::prelude::*;
use web_sys::{File, HtmlInputElement, HtmlTextAreaElement};

use super::chosen::{Candidate, Chosen, Source};
use crate::browser::{dom, drops, files};
use crate::pages::adding::{Obstacle, excerpt};
use crate::state::App;
use crate::view::{AnyView, CollectView, Handle, IntoView, view};

pub(super) fn add(app: &App, chosen: &Chosen) -> impl IntoView + use<> {
    let words = app.words();
    {
        let chosen = chosen.clone();
        drops::on_drop(move |files| open_files(&chosen, files));
    }
    let opening = chosen.clone();
    let faults = {
        let chosen = chosen.clone();
        move || {
            let faults = chosen.faults();
            let rows = faults
                .into_iter()
                .map(|fault| view! { <li>{fault}</li> })
                .collect_view();
            view! { <ul class="faults">{rows}</ul> }
        }
    };
    view! {
        <section class="sheet" aria-labelledby="adding">
            <h2 id="adding">{words.compare_add().to_owned()}</h2>
            <div role="alert" data-faults>{faults}</div>
            {links(&words, chosen)}
            {chosen.locked.forms(app, move |which, bytes| opening.unsealed(which, bytes))}
            {file_field(&words, chosen)}
            {picks(app, chosen)}
        </section>
    }
}

fn links(words: &Words, chosen: &Chosen) -> impl IntoView + use<> {
    let field = Handle::new();
    let (chosen, written) = (chosen.clone(), field.clone());
    let nothing = words.compare_fault_nothing().to_owned();
    let add = move |event: web_sys::Event| {
        event.prevent_default();
        let Some(area) = written.get::<HtmlTextAreaElement>() else {
            return;
        };
        let found = open_links(&chosen, &area.value());
        if found.is_empty() {
            return chosen.refuse(&nothing);
        }
        let sound = found
            .iter()
            .all(|(_, item)| !matches!(item, Err(Obstacle::Said(_))));
        chosen.add(found);
        if sound {
            area.set_value("");
        }
    };
    view! {
        <form class="stack" on:submit=add>
            <label class="field">
                <span>{words.compare_links().to_owned()}" "<span class="small">{words.compare_links_help().to_owned()}</span></span>
                <textarea name="links" rows="3" spellcheck="false" autocomplete="off" node_ref=field></textarea>
            </label>
            <div class="row"><button class="button quiet" data-action="add-links">{words.compare_links_add().to_owned()}</button></div>
        </form>
    }
}

/// Everything in a text that means to be a link.
fn open_links(chosen: &Chosen, text: &str) -> Vec<Candidate> {
    let links = links_in(text).into_iter().take(MOST * 4);
    let open = |link: &str| chosen.item(Source::Link(link.to_owned()));
    links.map(|link| (excerpt(link), open(link))).collect()
}

fn file_field(words: &Words, chosen: &Chosen) -> impl IntoView + use<> {
    let chosen = chosen.clone();
    let choose = move |event| {
        let input: HtmlInputElement = event_target(&event);
        open_files(&chosen, files::all(input.files()));
        input.set_value("");
    };
    view! {
        <label class="field">
            <span>{words.compare_files().to_owned()}" "<span class="small">{words.compare_files_help().to_owned()}</span></span>
            <input type="file" multiple accept=".json,application/json" data-action="add-files" on:change=choose/>
        </label>
    }
}

fn open_files(chosen: &Chosen, chosen_files: Vec<File>) {
    let chosen = chosen.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let mut found = Vec::new();
        for file in chosen_files.into_iter().take(MOST * 4) {
            let text = files::read(&file).await.unwrap_or_default();
            found.push((file.name(), chosen.file(&text)));
        }
        chosen.add(found);
    });
}

/// One's own assessments and the examples, as far as they are not compared yet.
fn picks(app: &App, chosen: &Chosen) -> impl IntoView + use<> {
    let (app, chosen) = (app.clone(), chosen.clone());
    move || {
        chosen.items()?;
        let words = app.words();
        let tag = app.speech.with_untracked(|speech| speech.language.tag());
        let own = chosen.own();
        let own = own
            .iter()
            .map(|record| Source::Own(record.key.clone()))
            .collect();
        let examples = app.library.examples.iter();
        let examples = examples
            .filter(|example| !example.name(tag).is_empty())
            .map(|example| Source::Example(example.id.clone()))
            .collect();
        Some(view! {
            {group(&words, &chosen, "own", words.compare_own(), own)}
            {group(&words, &chosen, "examples", words.compare_examples(), examples)}
        })
    }
}

fn group(
    words: &Words,
    chosen: &Chosen,
    name: &'static str,
    heading: &str,
    sources: Vec<Source>,
) -> Option<AnyView> {
    let left = sources.into_iter().filter(|source| !chosen.holds(source));
    let buttons: Vec<AnyView> = left
        .enumerate()
        .filter_map(|(at, source)| pick(words, chosen, (name, at), source))
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
fn pick(
    words: &Words,
    chosen: &Chosen,
    (group, at): (&'static str, usize),
    source: Source,
) -> Option<AnyView> {
    let item = chosen.item(source.clone()).ok()?;
    let result = &item.result;
    let name = chosen.name(result);
    let shown = name.clone();
    let day = result.day.map(|day| day.to_string());
    let day = day.map(|day| assay_locale::date(words, Some(&day)));
    let line = item.line();
    let chosen = chosen.clone();
    let add = move |_| {
        chosen.add(vec![(name.clone(), chosen.item(source.clone()))]);
        focus_next(&chosen, group, at);
    };
    Some(view! {
        <button type="button" class="chip pick" data-action="pick" data-pick=line on:click=add>
            <span class="visually-hidden">{words.compare_pick().to_owned()}" "</span><bdi>{shown}</bdi>{day.map(|day| view! { " "<span class="small">{day}</span> })}
        </button>
    })
}

/// The button that had the focus is gone: the one in its place gets it, or else the list.
fn focus_next(chosen: &Chosen, group: &'static str, at: usize) {
    chosen.focus();
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
