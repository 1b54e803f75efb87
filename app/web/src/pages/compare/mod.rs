//! Several results side by side: chosen from links, files, one's own assessments and the examples.

mod add;
mod changes;
mod chosen;
mod earlier;
mod figures;
mod history;
mod outlines;
mod sure;

use std::sync::Arc;

use assay_core::compare::{Compared, FEWEST};
use assay_core::{Model, Texts};
use assay_locale::{Comparison, Words};
use leptos::prelude::*;

use super::adding::Adding;
use crate::parts::unread::unread;
use crate::state::App;
use crate::view::{CollectView, IntoView, view};
pub(crate) use chosen::{ADDRESS, with_example, with_link, with_own};
use chosen::{Chosen, Item};
use sure::Sureness;

/// The page. `wanted` is what the address asks to be added.
pub(crate) fn compare_page(app: &App, wanted: Option<&str>) -> impl IntoView + use<> {
    let words = app.words();
    let chosen = Chosen::new(app);
    let adding = {
        let chosen = chosen.clone();
        Adding::new(app, "#compared", move |given| chosen.enter(given))
    };
    chosen.keep_stored();
    chosen.load(&adding, wanted);
    let missing = {
        let (app, chosen, adding) = (app.clone(), chosen.clone(), adding.clone());
        let wanted = wanted.map(str::to_owned);
        move || {
            let (chosen, adding, wanted) = (chosen.clone(), adding.clone(), wanted.clone());
            let missing = chosen.is_unread();
            missing.then(|| unread(&app, move || chosen.load(&adding, wanted.as_deref())))
        }
    };
    let sureness = Sureness::new(app);
    let results = {
        let (app, chosen) = (app.clone(), chosen.clone());
        move || {
            let items = chosen.items()?;
            (items.len() >= FEWEST).then(|| results(&app, &items, &sureness))
        }
    };
    view! {
        <div class="stack wide narrow">
            <h1 tabindex="-1">{words.compare_title().to_owned()}</h1>
            <p class="lead">{words.compare_lead().to_owned()}</p>
            {missing}
            {list(app, &chosen)}
            {add::add(app, &chosen, &adding)}
        </div>
        {results}
    }
}

/// Everything that the parts of the comparison read. Cloning it is cheap.
#[derive(Clone)]
struct Beside {
    words: Arc<Words>,
    texts: Arc<Texts>,
    model: Arc<Model>,
    results: Arc<Vec<Compared>>,
}

impl Beside {
    fn of(app: &App, items: &[Item]) -> Self {
        let speech = app.speech.get_untracked();
        Self {
            words: speech.words,
            texts: speech.texts,
            model: app.library.model.clone(),
            results: Arc::new(items.iter().map(|item| item.result.clone()).collect()),
        }
    }

    fn comparison(&self) -> Comparison<'_> {
        Comparison::new(&self.words, &self.texts, &self.model, &self.results)
    }
}

/// The letter of a result, by which it is known in the drawings.
fn letter(result: usize) -> String {
    "ABCDEFGH"
        .chars()
        .nth(result)
        .map(String::from)
        .unwrap_or_default()
}

/// What is compared, each with where it is from and a button to remove it.
fn list(app: &App, chosen: &Chosen) -> impl IntoView + use<> {
    let words = app.words();
    let (app, shown) = (app.clone(), chosen.clone());
    let heading = words.compare_chosen().to_owned();
    let rows = move || {
        let items = shown.items()?;
        let beside = Beside::of(&app, &items);
        let comparison = beside.comparison();
        let rows = items.iter().enumerate();
        let rows = rows
            .map(|(at, item)| row(&app, &shown, &comparison, at, item))
            .collect_view();
        let missing = match items.len() {
            0 => Some(beside.words.compare_chosen_none()),
            1 => Some(beside.words.compare_chosen_single()),
            _ => None,
        };
        let missing = missing.map(|text| view! { <p class="small">{text.to_owned()}</p> });
        let clearing = (items.len() > 1).then(|| {
            let chosen = shown.clone();
            view! { <button class="plain" data-action="clear" on:click=move |_| chosen.clear()>{beside.words.compare_clear().to_owned()}</button> }
        });
        Some(view! { <ol class="compared">{rows}</ol>{missing}{clearing} })
    };
    view! {
        <section class="stack" aria-labelledby="compared">
            <h2 id="compared" tabindex="-1">{heading}</h2>
            {rows}
        </section>
    }
}

fn row(
    app: &App,
    chosen: &Chosen,
    comparison: &Comparison<'_>,
    at: usize,
    item: &Item,
) -> impl IntoView + use<> {
    let words = app.words();
    let label = comparison.label(at).to_owned();
    let facts = comparison.facts(at).join(" · ");
    let from = item.source.name(&words).to_owned();
    let (app, chosen, source) = (app.clone(), chosen.clone(), item.source.clone());
    let gone = words.compare_removed(&label);
    let remove = move |_| {
        chosen.remove(&source);
        app.said.set(gone.clone());
    };
    view! {
        <li data-compared=letter(at)>
            <strong class="letter">{letter(at)}</strong>
            <span><bdi>{label.clone()}</bdi>" "<span class="tag">{from}</span><br/><span class="small">{facts}</span></span>
            <button class="plain" data-action="remove" aria-label=words.compare_remove_label(&label) on:click=remove>{words.compare_remove().to_owned()}</button>
        </li>
    }
}

/// The comparison itself.
fn results(app: &App, items: &[Item], sureness: &Sureness) -> impl IntoView + use<> {
    let beside = Beside::of(app, items);
    sureness.compute(items);
    let comparison = beside.comparison();
    let cautions = comparison.cautions();
    let cautions = cautions
        .into_iter()
        .map(|caution| view! { <li>{caution}</li> });
    let cautions = cautions.collect_view();
    view! {
        <section class="stack">
            <h2>{beside.words.compare_figures().to_owned()}</h2>
            <p>{comparison.headline()}</p>
            <ul class="cautions small">{cautions}</ul>
            {figures::table(&beside, items, sureness)}
        </section>
        {outlines::outlines(&beside)}
        {changes::changes(&beside)}
        {history::history(&beside)}
    }
}
