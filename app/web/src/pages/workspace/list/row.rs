//! A row of the table. On narrow screens the same markup is a card.

use std::sync::Arc;

use assay_core::{Maturity, Range, SectionIx};
use assay_locale::report::level_name;
use assay_locale::{Messages, format_date, format_tenth, format_whole};
use leptos::prelude::*;

use super::actions;
use super::column::Column;
use super::column_names::column_name;
use super::edit::edit_form;
use super::page_state::ListPage;
use super::row_actions::{is_other_version, row_menu};
use super::row_data::{Row, RowFigures, stance_name};
use super::selection::choose;
use crate::browser::{clock, dom};
use crate::parts::charts::meter::{meter, range_meter};
use crate::parts::figure_hook::figure_hook;
use crate::state::{KnownModel, ListFigures};
use crate::view::{AnyView, CollectView, IntoView, view};

/// Renders a row.
pub(super) fn row_view(page: &ListPage, row: &Arc<Row>) -> AnyView {
    let messages = page.app.messages();
    let entry = &row.entry;
    let is_current = page.app.current_session().key() == entry.key;
    let version = is_other_version(page, row)
        .then(|| entry.model.as_ref().map(|of| of.version.clone()))
        .flatten();
    let changed = entry.changed.as_deref().map(clock::to_local_time);
    let long_date = format_date(&messages, changed.as_deref());
    // The short form is the same in every language.
    let day = changed
        .as_deref()
        .filter(|time| assay_core::Day::parse(time).is_some());
    let day = day
        .and_then(|time| time.get(..10))
        .unwrap_or("–")
        .to_owned();
    let date = view! { <span class="figure" title=long_date>{day}</span> };
    let stance = stance_name(&messages, entry).unwrap_or("–").to_owned();
    let exporting = (page.clone(), row.clone());
    let export = move |_| actions::export(&exporting.0, &exporting.1);
    let export_label = messages.workspace_export_label(row.name(&messages));
    view! {
        <tr role="row" data-assessment=entry.key.clone() data-current=is_current data-earlier=version>
            <td role="cell" class="choose-cell">{choose_box(page, row)}</td>
            <th role="rowheader" scope="row" data-column="name">{name_cell(page, row, is_current)}</th>
            {cell(&messages, Column::Stance, stance)}
            {cell(&messages, Column::Model, model_cell(page, row))}
            {cell(&messages, Column::Answered, answered_cell(page, row))}
            {cell(&messages, Column::Content, content_cell(page, row))}
            {cell(&messages, Column::Path, path_cell(row))}
            {cell(&messages, Column::Changed, date)}
            <td role="cell" class="action-cell"><div class="row">
                <button class="plain" data-action="export-json" aria-label=export_label on:click=export>{messages.workspace_export_short().to_owned()}</button>
                {row_menu(page, row)}
            </div></td>
        </tr>
    }
    .into_any()
}

fn cell(messages: &Messages, column: Column, content: impl IntoView) -> AnyView {
    let name = column_name(messages, column).to_owned();
    view! { <td role="cell" data-column=column.as_str()><span class="cell-name" aria-hidden="true">{name}</span>{content}</td> }
        .into_any()
}

fn choose_box(page: &ListPage, row: &Row) -> AnyView {
    let messages = page.app.messages();
    let label = messages.workspace_choose(row.name(&messages));
    let (chosen, key) = (page.chosen.clone(), row.entry.key.clone());
    let is_chosen = {
        let key = key.clone();
        move || chosen.get().contains(&key)
    };
    let page = page.clone();
    let change = move |event: web_sys::Event| {
        let input = dom::event_target::<web_sys::HtmlInputElement>(&event);
        choose(&page, &key, input.is_some_and(|input| input.checked()));
    };
    view! { <input type="checkbox" name="choose" aria-label=label prop:checked=is_chosen on:change=change/> }
        .into_any()
}

/// Renders the name with its tags and labels, or the form that edits them.
fn name_cell(page: &ListPage, row: &Arc<Row>, is_current: bool) -> impl IntoView + use<> {
    let (page, row) = (page.clone(), row.clone());
    move || {
        let form = edit_form(&page, &row);
        form.unwrap_or_else(|| name_and_labels(&page, &row, is_current))
    }
}

fn name_and_labels(page: &ListPage, row: &Arc<Row>, is_current: bool) -> AnyView {
    let messages = page.app.messages();
    let name = row.name(&messages).to_owned();
    let label = messages.workspace_open_label(&name);
    let opening = (page.clone(), row.clone());
    let open = move |_| actions::open(&opening.0, &opening.1);
    let name = match page.model_of(row) {
        Some(_) => {
            view! { <button class="plain name" dir="auto" data-action="open" aria-label=label on:click=open>{name}</button> }
        }
        None => view! { <strong class="name" dir="auto">{name}</strong> },
    };
    let tag =
        |is: bool, text: &str| is.then(|| view! { " "<span class="tag">{text.to_owned()}</span> });
    let labels = row.entry.labels.iter().map(|label| {
        view! { " "<span class="label-tag" dir="auto">{label.clone()}</span> }
    });
    let copied = row
        .entry
        .copied_to
        .as_deref()
        .filter(|_| is_other_version(page, row));
    let copied = copied
        .map(|version| view! { <span class="small">{messages.versions_copied(version)}</span> });
    view! {
        {name}{tag(is_current, messages.workspace_current())}{tag(row.entry.is_archived, messages.workspace_archived_tag())}{labels.collect_view()}{copied}{damage(page, row)}
    }
    .into_any()
}

/// Renders why figures are missing, or what could not be read.
fn damage(page: &ListPage, row: &Arc<Row>) -> impl IntoView + use<> {
    let (messages, row) = (page.app.messages(), row.clone());
    move || {
        let text = match row.figures.get() {
            RowFigures::Pending(_) => return None,
            RowFigures::NoModel => match &row.entry.model {
                Some(of) => messages.workspace_no_model(&of.id, &of.version),
                None => messages.workspace_no_questionnaire().to_owned(),
            },
            RowFigures::Unreadable if row.entry.model.is_none() => {
                messages.workspace_no_questionnaire().to_owned()
            }
            RowFigures::Unreadable => messages.workspace_unreadable().to_owned(),
            RowFigures::Computed(figures) => match figures.of.unreadable.as_slice() {
                [] => return None,
                unreadable => messages.storage_damaged(&unreadable.join(", ")),
            },
        };
        Some(view! { <span class="small" data-damage>{text}</span> })
    }
}

/// The questionnaire and its version, by its title where that is known.
pub(super) fn model_name(page: &ListPage, row: &Row) -> String {
    let Some(of) = &row.entry.model else {
        return String::new();
    };
    let known = page.model_of(row);
    let title = known.as_ref().map_or("", |known| known.texts.title());
    let title = if title.is_empty() { &of.id } else { title };
    page.app.messages().workspace_model(title, &of.version)
}

fn model_cell(page: &ListPage, row: &Row) -> AnyView {
    let id = row
        .entry
        .model
        .as_ref()
        .map(|of| format!("{}@{}", of.id, of.version));
    view! { <span data-model=id>{model_name(page, row)}</span> }.into_any()
}

fn answered_cell(page: &ListPage, row: &Arc<Row>) -> impl IntoView + use<> {
    let (messages, row) = (page.app.messages(), row.clone());
    move || {
        let text = match row.figures.get() {
            RowFigures::Pending(_) => "…".to_owned(),
            RowFigures::NoModel | RowFigures::Unreadable => row.entry.answers.to_string(),
            RowFigures::Computed(figures) => messages.workspace_answered(
                &figures.of.progress.answered.to_string(),
                &figures.of.progress.asked.to_string(),
            ),
        };
        view! { <span class="figure">{text}</span> }
    }
}

fn path_cell(row: &Arc<Row>) -> impl IntoView + use<> {
    let row = row.clone();
    move || match row.figures.get() {
        RowFigures::Pending(_) => "…".to_owned(),
        RowFigures::NoModel | RowFigures::Unreadable => "–".to_owned(),
        RowFigures::Computed(figures) => figures.path.clone(),
    }
}

fn content_cell(page: &ListPage, row: &Arc<Row>) -> impl IntoView + use<> {
    let (page, row) = (page.clone(), row.clone());
    move || match row.figures.get() {
        RowFigures::Pending(_) => pending_content(&page, &row),
        RowFigures::NoModel | RowFigures::Unreadable => view! { <span>"–"</span> }.into_any(),
        RowFigures::Computed(figures) => match page.model_of(&row) {
            Some(known) => content(&page.app.messages(), &known, &figures.of),
            None => view! { <span>"–"</span> }.into_any(),
        },
    }
}

/// Renders the AI content that is being computed, with the space of the longest level and of the bars,
/// which would move the rows below.
fn pending_content(page: &ListPage, row: &Row) -> AnyView {
    let known = page.model_of(row).filter(|_| row.entry.answers > 0);
    let sections = known.map_or(0, |known| known.model.sections().len());
    let tracks = (0..sections).map(|_| meter("track", Vec::new()));
    let bars =
        (sections > 0).then(|| view! { <span class="mini-bars">{tracks.collect_view()}</span> });
    let levels = Maturity::ALL.map(|level| level_name(&page.app.messages(), level).to_owned());
    let longest = levels.into_iter().max_by_key(|name| name.chars().count());
    view! { <span class="figure">"…"</span>" "<span class="small pending">{longest}</span>{bars} }
        .into_any()
}

/// Renders the AI content with its possible range, the level and the sections.
fn content(messages: &Messages, known: &KnownModel, figures: &ListFigures) -> AnyView {
    let level = figures.level.map(|level| {
        view! { " "<span class="small">{level_name(messages, level).to_owned()}</span> }
    });
    let text = figures
        .content
        .map_or_else(|| "–".to_owned(), |range| range_text(messages, range));
    let value = figures.content.and_then(|range| range.value);
    view! {
        <span class="figure" data-row-content=figure_hook(value)>{text}</span>{level}{section_bars(known, figures)}
    }
    .into_any()
}

/// The figure with its range, or the range alone where there is no figure yet.
fn range_text(messages: &Messages, range: Range) -> String {
    let (low, high) = (format_whole(range.low), format_whole(range.high));
    match range.value {
        Some(value) if low == high => format_tenth(messages, value),
        Some(value) => messages.compare_range(&format_tenth(messages, value), &low, &high),
        None => messages.workspace_no_value(&low, &high),
    }
}

/// Renders a small bar for each section, with a description for screen readers; nothing without a
/// value, since bars that open answers fill look like the best ones.
fn section_bars(known: &KnownModel, figures: &ListFigures) -> AnyView {
    let mut descriptions = Vec::new();
    let bars: Vec<AnyView> = figures
        .sections
        .iter()
        .enumerate()
        .filter_map(|(at, range)| {
            let range = (*range)?;
            let figure = range.value.map_or_else(|| "–".to_owned(), format_whole);
            let title = &known.texts.section(SectionIx::new(at)).title;
            descriptions.push(format!("{title} {figure}"));
            Some(range_meter(range).into_any())
        })
        .collect();
    let label = descriptions.join(", ");
    let has_value = figures
        .sections
        .iter()
        .flatten()
        .any(|range| range.value.is_some());
    has_value.then(|| view! { <span class="mini-bars" role="img" title=label>{bars.collect_view()}</span> }).into_any()
}
