//! The comparison page: several results side by side, from links, files, own assessments and
//! examples.

mod add_results;
mod changes;
mod comparison_view;
mod confidence;
mod earlier_versions;
mod figure_table;
mod history;
mod section_charts;
mod selected_result;
mod selection;
mod source;

use assay_locale::Comparison;
use leptos::prelude::*;

use crate::parts::add_results::AddResults;
use crate::parts::unreadable_notice::unreadable_notice;
use crate::state::App;
use crate::view::{CollectView, IntoView, view};
use comparison_view::result_letter;
use confidence::ConfidenceLoader;
use selected_result::SelectedResult;
use selection::Selection;

pub(crate) use changes::{ChangeList, changes_between};
pub(crate) use comparison_view::ComparisonView;
pub(crate) use figure_table::{ai_content_row, part_rows};
pub(crate) use source::{ADDRESS, address_with_example, address_with_link, address_with_own};

/// Renders the page. `wanted` is the source that the address adds.
pub(crate) fn compare_page(app: &App, wanted: Option<&str>) -> impl IntoView + use<> {
    let messages = app.messages();
    let selection = Selection::new(app);
    let form = {
        let selection = selection.clone();
        AddResults::new(app, "#compared", move |given| selection.add_received(given))
    };
    selection.keep_stored();
    selection.load(&form, wanted);
    let missing = {
        let (app, selection, form) = (app.clone(), selection.clone(), form.clone());
        let wanted = wanted.map(str::to_owned);
        move || {
            let (selection, form, wanted) = (selection.clone(), form.clone(), wanted.clone());
            let missing = selection.is_unreadable();
            missing
                .then(|| unreadable_notice(&app, move || selection.load(&form, wanted.as_deref())))
        }
    };
    let confidence = ConfidenceLoader::new(app);
    let figures = {
        let (app, selection) = (app.clone(), selection.clone());
        move || {
            Some(figures_view(
                &app,
                &selection.compared_items()?,
                &confidence,
            ))
        }
    };
    let analysis = {
        let (app, selection) = (app.clone(), selection.clone());
        move || Some(analysis_view(&app, &selection.compared_items()?))
    };
    let lead = {
        let (app, selection) = (app.clone(), selection.clone());
        move || {
            let lead = app.messages().compare_lead().to_owned();
            let is_compared = selection.compared_items().is_some();
            (!is_compared).then(|| view! { <p class="lead">{lead}</p> })
        }
    };
    // The figures would move what is below them.
    let is_reading = {
        let selection = selection.clone();
        move || selection.items().is_none() && !selection.is_unreadable()
    };
    view! {
        <div class="stack wide narrow">
            <h1 tabindex="-1">{messages.compare_title().to_owned()}</h1>
            {lead}
            {missing}
        </div>
        {figures}
        <div class="stack wide narrow" hidden=is_reading>
            {selection_list(app, &selection)}
            {add_results::add_section(app, &selection, &form)}
        </div>
        {analysis}
    }
}

/// Renders the selected results, each with its source and a button that removes it.
fn selection_list(app: &App, selection: &Selection) -> impl IntoView + use<> {
    let messages = app.messages();
    let (app, shown) = (app.clone(), selection.clone());
    let heading = messages.compare_chosen().to_owned();
    let rows = move || {
        let items = shown.items()?;
        let view = ComparisonView::new(&app, &items);
        let comparison = view.comparison();
        let rows = items.iter().enumerate();
        let rows = rows
            .map(|(at, item)| row(&app, &shown, &comparison, at, item))
            .collect_view();
        let missing = match items.len() {
            0 => Some(view.messages.compare_chosen_none()),
            1 => Some(view.messages.compare_chosen_single()),
            _ => None,
        };
        let missing = missing.map(|text| view! { <p class="small">{text.to_owned()}</p> });
        let clearing = (items.len() > 1).then(|| {
            let selection = shown.clone();
            view! { <button class="plain" data-action="clear" on:click=move |_| selection.clear()>{view.messages.compare_clear().to_owned()}</button> }
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
    selection: &Selection,
    comparison: &Comparison<'_>,
    at: usize,
    item: &SelectedResult,
) -> impl IntoView + use<> {
    let messages = app.messages();
    let label = comparison.label(at).to_owned();
    let facts = comparison.facts(at).join(" · ");
    let from = item.source.name(&messages).to_owned();
    let (app, selection, source) = (app.clone(), selection.clone(), item.source.clone());
    let gone = messages.compare_removed(&label);
    let remove = move |_| {
        selection.remove(&source);
        app.announcement.set(gone.clone());
    };
    view! {
        <li data-compared=result_letter(at)>
            <strong class="letter">{result_letter(at)}</strong>
            <span><bdi>{label.clone()}</bdi>" "<span class="tag">{from}</span><br/><span class="small">{facts}</span></span>
            <button class="plain" data-action="remove" aria-label=messages.compare_remove_label(&label) on:click=remove>{messages.compare_remove().to_owned()}</button>
        </li>
    }
}

/// Renders the figures side by side.
fn figures_view(
    app: &App,
    items: &[SelectedResult],
    confidence: &ConfidenceLoader,
) -> impl IntoView + use<> {
    let view = ComparisonView::new(app, items);
    confidence.compute_missing(items);
    let comparison = view.comparison();
    let cautions = comparison.cautions();
    let cautions = cautions
        .into_iter()
        .map(|caution| view! { <li>{caution}</li> });
    let cautions = cautions.collect_view();
    view! {
        <section class="stack">
            <h2>{view.messages.compare_figures().to_owned()}</h2>
            <p>{comparison.spread_sentence()}</p>
            <ul class="cautions small">{cautions}</ul>
            {figure_table::figure_table(&view, items, confidence)}
        </section>
    }
}

/// Renders the elements, the changed answers and the history.
fn analysis_view(app: &App, items: &[SelectedResult]) -> impl IntoView + use<> {
    let view = ComparisonView::new(app, items);
    view! {
        {section_charts::sections_section(&view)}
        {changes::changes_section(&view)}
        {history::history_section(&view)}
    }
}
