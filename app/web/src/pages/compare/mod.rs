//! Several results side by side: chosen from links, files, one's own assessments and the examples.

mod add_results;
mod changes;
mod confidence;
mod earlier_versions;
mod figure_table;
mod history;
mod section_charts;
mod selection;

use std::sync::Arc;

use assay_core::compare::{ComparedResult, MIN_RESULTS};
use assay_core::{Model, Texts};
use assay_locale::{Comparison, Messages};
use leptos::prelude::*;

use super::adding::AddResults;
use crate::parts::unread::unreadable_notice;
use crate::state::App;
use crate::view::{CollectView, IntoView, view};
use confidence::ConfidenceLoader;
pub(crate) use selection::{ADDRESS, address_with_example, address_with_link, address_with_own};
use selection::{SelectedResult, Selection};

/// The page. `wanted` is what the address asks to be added.
pub(crate) fn compare_page(app: &App, wanted: Option<&str>) -> impl IntoView + use<> {
    let words = app.messages();
    let chosen = Selection::new(app);
    let adding = {
        let chosen = chosen.clone();
        AddResults::new(app, "#compared", move |given| chosen.add_received(given))
    };
    chosen.keep_stored();
    chosen.load(&adding, wanted);
    let missing = {
        let (app, chosen, adding) = (app.clone(), chosen.clone(), adding.clone());
        let wanted = wanted.map(str::to_owned);
        move || {
            let (chosen, adding, wanted) = (chosen.clone(), adding.clone(), wanted.clone());
            let missing = chosen.is_unreadable();
            missing
                .then(|| unreadable_notice(&app, move || chosen.load(&adding, wanted.as_deref())))
        }
    };
    let sureness = ConfidenceLoader::new(app);
    let results = {
        let (app, chosen) = (app.clone(), chosen.clone());
        move || {
            let items = chosen.items()?;
            (items.len() >= MIN_RESULTS).then(|| comparison_view(&app, &items, &sureness))
        }
    };
    view! {
        <div class="stack wide narrow">
            <h1 tabindex="-1">{words.compare_title().to_owned()}</h1>
            <p class="lead">{words.compare_lead().to_owned()}</p>
            {missing}
            {selection_list(app, &chosen)}
            {add_results::add_section(app, &chosen, &adding)}
        </div>
        {results}
    }
}

/// Everything that the parts of the comparison read. Cloning it is cheap.
#[derive(Clone)]
struct ComparisonView {
    messages: Arc<Messages>,
    texts: Arc<Texts>,
    model: Arc<Model>,
    results: Arc<Vec<ComparedResult>>,
}

impl ComparisonView {
    fn new(app: &App, items: &[SelectedResult]) -> Self {
        let speech = app.locale.get_untracked();
        Self {
            messages: speech.messages,
            texts: speech.texts,
            model: app.questionnaire.model.clone(),
            results: Arc::new(items.iter().map(|item| item.result.clone()).collect()),
        }
    }

    fn comparison(&self) -> Comparison<'_> {
        Comparison::new(&self.messages, &self.texts, &self.model, &self.results)
    }
}

/// The letter of a result, by which it is known in the drawings.
fn result_letter(result: usize) -> String {
    "ABCDEFGH"
        .chars()
        .nth(result)
        .map(String::from)
        .unwrap_or_default()
}

/// What is compared, each with where it is from and a button to remove it.
fn selection_list(app: &App, chosen: &Selection) -> impl IntoView + use<> {
    let words = app.messages();
    let (app, shown) = (app.clone(), chosen.clone());
    let heading = words.compare_chosen().to_owned();
    let rows = move || {
        let items = shown.items()?;
        let beside = ComparisonView::new(&app, &items);
        let comparison = beside.comparison();
        let rows = items.iter().enumerate();
        let rows = rows
            .map(|(at, item)| row(&app, &shown, &comparison, at, item))
            .collect_view();
        let missing = match items.len() {
            0 => Some(beside.messages.compare_chosen_none()),
            1 => Some(beside.messages.compare_chosen_single()),
            _ => None,
        };
        let missing = missing.map(|text| view! { <p class="small">{text.to_owned()}</p> });
        let clearing = (items.len() > 1).then(|| {
            let chosen = shown.clone();
            view! { <button class="plain" data-action="clear" on:click=move |_| chosen.clear()>{beside.messages.compare_clear().to_owned()}</button> }
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
    chosen: &Selection,
    comparison: &Comparison<'_>,
    at: usize,
    item: &SelectedResult,
) -> impl IntoView + use<> {
    let words = app.messages();
    let label = comparison.label(at).to_owned();
    let facts = comparison.facts(at).join(" · ");
    let from = item.source.name(&words).to_owned();
    let (app, chosen, source) = (app.clone(), chosen.clone(), item.source.clone());
    let gone = words.compare_removed(&label);
    let remove = move |_| {
        chosen.remove(&source);
        app.announcement.set(gone.clone());
    };
    view! {
        <li data-compared=result_letter(at)>
            <strong class="letter">{result_letter(at)}</strong>
            <span><bdi>{label.clone()}</bdi>" "<span class="tag">{from}</span><br/><span class="small">{facts}</span></span>
            <button class="plain" data-action="remove" aria-label=words.compare_remove_label(&label) on:click=remove>{words.compare_remove().to_owned()}</button>
        </li>
    }
}

/// The comparison itself.
fn comparison_view(
    app: &App,
    items: &[SelectedResult],
    sureness: &ConfidenceLoader,
) -> impl IntoView + use<> {
    let beside = ComparisonView::new(app, items);
    sureness.compute_missing(items);
    let comparison = beside.comparison();
    let cautions = comparison.cautions();
    let cautions = cautions
        .into_iter()
        .map(|caution| view! { <li>{caution}</li> });
    let cautions = cautions.collect_view();
    view! {
        <section class="stack">
            <h2>{beside.messages.compare_figures().to_owned()}</h2>
            <p>{comparison.spread_sentence()}</p>
            <ul class="cautions small">{cautions}</ul>
            {figure_table::figure_table(&beside, items, sureness)}
        </section>
        {section_charts::sections_section(&beside)}
        {changes::changes_section(&beside)}
        {history::history_section(&beside)}
    }
}
