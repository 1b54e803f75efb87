//! The table of the assessments: its header, the rows of a page, and the pages.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use assay_locale::Messages;
use leptos::prelude::*;

use super::column::Column;
use super::column_names::column_name;
use super::page_state::{ListPage, Loaded};
use super::query::last_page;
use super::row::{model_name, row_view};
use super::row_data::Row;
use super::selection::choose_all_box;
use super::sort_value::SortValue;
use super::toolbar::reset_filters;
use crate::parts::focus::focus_later;
use crate::view::{AnyView, CollectView, IntoView, Node, later, view};

/// Number of rows in the first frame of the page: as many as most windows show.
const FIRST_ROWS: usize = 12;

/// Renders the table once the store has been read.
pub(super) fn table(page: &ListPage) -> impl IntoView + use<> {
    let page = page.clone();
    move || {
        let loaded = page.loaded.get()?;
        // The names of questionnaires are known when these have been loaded.
        page.models.track();
        let messages = page.app.messages();
        if loaded.rows.is_empty() {
            // An unreadable store is not an empty one.
            return loaded
                .is_complete
                .then(|| view! { <p data-empty>{messages.workspace_empty().to_owned()}</p> });
        }
        let rows = rows_in_order(&page, &messages, &loaded);
        Some(match rows.is_empty() {
            true => nothing_matches(&page, &messages),
            false => table_of(&page, &messages, &loaded, &rows),
        })
    }
}

/// The rows that match the search and the filters, in their order (reactive).
fn rows_in_order(page: &ListPage, messages: &Messages, loaded: &Loaded) -> Vec<Arc<Row>> {
    let query = page.query.get();
    if query.column.needs_figures() {
        page.figures.track_rounds();
    }
    let mut found: Vec<(SortValue, Arc<Row>)> = Vec::new();
    for row in loaded.rows.iter() {
        let model = model_name(page, row);
        let value = row.sort_value(messages, query.column, &model);
        if query.admits(&row.facts(messages, model)) {
            found.push((value, row.clone()));
        }
    }
    assay_core::sorting::sort_by(&mut found, |(a, left), (b, right)| {
        let changed = |row: &Row| row.entry.changed_seconds();
        let order = a.compare(b, query.is_descending);
        order.then_with(|| changed(right).cmp(&changed(left)))
    });
    found.into_iter().map(|(_, row)| row).collect()
}

fn nothing_matches(page: &ListPage, messages: &Messages) -> AnyView {
    let resetting = page.clone();
    let reset = move |_| {
        reset_filters(&resetting);
        focus_later(["input[name=search]".to_owned()]);
    };
    view! {
        <p data-no-match>{messages.workspace_no_match().to_owned()}" "<button class="plain" data-action="show-all" on:click=reset>{messages.workspace_show_everything().to_owned()}</button></p>
    }
    .into_any()
}

fn table_of(page: &ListPage, messages: &Messages, loaded: &Loaded, rows: &[Arc<Row>]) -> AnyView {
    let query = page.query.get();
    let range = query.rows_of_page(rows.len());
    let shown = rows.get(range.clone()).unwrap_or_default();
    page.figures.compute(shown, &loaded.rows);
    let keys = rows.iter().map(|row| row.entry.key.clone()).collect();
    let count = match rows.len() == loaded.rows.len() {
        true => messages.workspace_count(rows.len()),
        false => messages.workspace_count_of(&rows.len().to_string(), loaded.rows.len()),
    };
    let headers = Column::ALL.map(|column| header(page, messages, column));
    let body = row_views(page, shown);
    view! {
        <div class="desk-head">
            {choose_all_box(page, keys)}
            <span class="small" role="status" data-count>{count}</span>
        </div>
        <table class="assessments" role="table" aria-label=messages.workspace_title().to_owned()>
            <thead role="rowgroup"><tr role="row">
                <th role="columnheader" class="choose-cell"><span class="visually-hidden">{messages.workspace_column_choose().to_owned()}</span><span class="cell-name" aria-hidden="true">{messages.workspace_sort_by().to_owned()}</span></th>
                {headers.collect_view()}
                <th role="columnheader" class="action-cell"><span class="visually-hidden">{messages.workspace_column_actions().to_owned()}</span></th>
            </tr></thead>
            <tbody role="rowgroup">{body}</tbody>
        </table>
        {pages(page, messages, rows.len())}
    }
    .into_any()
}

/// Renders the rows: those beyond [`FIRST_ROWS`] after the first frame when the page opens, otherwise at
/// once, because an action may move the focus to any of them.
fn row_views(page: &ListPage, shown: &[Arc<Row>]) -> Vec<Node> {
    let is_shown = page.is_shown.swap(true, Ordering::Relaxed);
    let at_once = if is_shown { shown.len() } else { FIRST_ROWS };
    let rows = shown.iter().enumerate();
    rows.map(|(at, row)| {
        if at < at_once {
            return row_view(page, row);
        }
        let (page, row) = (page.clone(), row.clone());
        later(move || row_view(&page, &row))
    })
    .collect()
}

/// Renders the header of a column with the button that sorts by it.
fn header(page: &ListPage, messages: &Messages, column: Column) -> AnyView {
    let query = page.query.get_untracked();
    let sorted = (query.column == column).then_some(match query.is_descending {
        true => "descending",
        false => "ascending",
    });
    let sorting = page.clone();
    let sort = move |_| {
        sorting.update_query(|query| query.sort_by(column));
        // The header is rebuilt with the table.
        focus_later([format!("[data-sort={}]", column.as_str())]);
    };
    let name = column_name(messages, column).to_owned();
    view! {
        <th role="columnheader" scope="col" data-column=column.as_str() aria-sort=sorted><button class="sort" data-sort=column.as_str() on:click=sort>{name}</button></th>
    }
    .into_any()
}

/// Renders the buttons of the pages; nothing if there is one only.
fn pages(page: &ListPage, messages: &Messages, count: usize) -> Option<AnyView> {
    let last = last_page(count);
    if last == 0 {
        return None;
    }
    let query = page.query.get_untracked();
    let range = query.rows_of_page(count);
    let present = query.page.min(last);
    let go = |target: Option<usize>, name: &'static str| {
        let page = page.clone();
        move |_| {
            if let Some(target) = target {
                page.update_query(|query| query.page = target);
                focus_later([
                    format!("[data-action={name}]:not(:disabled)"),
                    "[data-pages] button:not(:disabled)".to_owned(),
                ]);
            }
        }
    };
    let (before, after) = (
        present.checked_sub(1),
        present.checked_add(1).filter(|next| *next <= last),
    );
    let text = messages.workspace_pages(
        &range.start.saturating_add(1).to_string(),
        &range.end.to_string(),
        &count.to_string(),
    );
    Some(view! {
        <nav class="row" data-pages aria-label=messages.workspace_pages_label().to_owned()>
            <button class="button quiet" data-action="page-before" disabled=before.is_none() on:click=go(before, "page-before")>{messages.workspace_page_before().to_owned()}</button>
            <span class="figure">{text}</span>
            <button class="button quiet" data-action="page-after" disabled=after.is_none() on:click=go(after, "page-after")>{messages.workspace_page_after().to_owned()}</button>
        </nav>
    }
    .into_any())
}
