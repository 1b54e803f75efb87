//! Search and filters of the list, and the button that begins an assessment.

use std::sync::Arc;

use assay_locale::Messages;
use leptos::prelude::*;
use web_sys::Event;

use super::actions::begin_new;
use super::page_state::ListPage;
use super::query::{ArchiveFilter, ListQuery};
use crate::view::{AnyView, CollectView, Derived, IntoView, view};

/// Renders the toolbar. Search and filters show once there is an assessment.
pub(super) fn toolbar(page: &ListPage) -> impl IntoView + use<> {
    let messages = page.app.messages();
    let app = page.app.clone();
    let depth = app.site.config.default_depth.as_str();
    let has_rows = {
        let loaded = page.loaded.clone();
        Derived::new(move || {
            loaded.with(|it| it.as_ref().is_some_and(|loaded| !loaded.rows.is_empty()))
        })
    };
    let filters = {
        let page = page.clone();
        move || has_rows.get().then(|| filters(&page))
    };
    view! {
        <div class="desk-tools">
            <button class="button" data-action="start" data-depth=depth on:click=move |_| begin_new(&app)>{messages.workspace_new().to_owned()}</button>
            {filters}
        </div>
    }
}

fn filters(page: &ListPage) -> AnyView {
    let messages = page.app.messages();
    let query = page.query.get_untracked();
    let searching = page.clone();
    let search = move |event: Event| {
        let text = event_target_value(&event);
        searching.update_query(|query| {
            query.search = text;
            query.page = 0;
        });
    };
    let shown = page.query.clone();
    let search_value = move || shown.get().search;
    view! {
        <label class="field"><span>{messages.workspace_search().to_owned()}</span>
            <input type="search" name="search" autocomplete="off" value=query.search prop:value=search_value on:input=search/></label>
        {label_filter(page, &messages)}
        {archive_filter(page, &messages)}
    }
    .into_any()
}

/// Renders the choice of a label; nothing while there are no labels.
fn label_filter(page: &ListPage, messages: &Arc<Messages>) -> impl IntoView + use<> {
    let (page, messages) = (page.clone(), messages.clone());
    let labels = {
        let loaded = page.loaded.clone();
        Derived::new(move || all_labels(&loaded))
    };
    move || {
        let labels = labels.get();
        if labels.is_empty() {
            return None;
        }
        let options = labels.iter().map(|label| {
            view! { <option value=label.clone()>{label.clone()}</option> }
        });
        let query = page.query.clone();
        let wanted = move || query.get().label.unwrap_or_default();
        let choosing = page.clone();
        let choose = move |event: Event| {
            let label = event_target_value(&event);
            choosing.update_query(|query| {
                query.label = Some(label).filter(|label| !label.is_empty());
                query.page = 0;
            });
        };
        Some(view! {
            <label class="field"><span>{messages.workspace_label_filter().to_owned()}</span>
                <select name="label" prop:value=wanted on:change=choose><option value="">{messages.workspace_label_all().to_owned()}</option>{options.collect_view()}</select></label>
        })
    }
}

/// All labels in the order of the alphabet.
fn all_labels(loaded: &ArcRwSignal<Option<super::page_state::Loaded>>) -> Vec<String> {
    let mut labels: Vec<String> = loaded.with(|it| {
        let rows = it.iter().flat_map(|loaded| loaded.rows.iter());
        rows.flat_map(|row| row.entry.labels.iter().cloned())
            .collect()
    });
    assay_core::sorting::sort(&mut labels);
    labels.dedup();
    labels
}

fn archive_filter(page: &ListPage, messages: &Messages) -> impl IntoView + use<> {
    let options = ArchiveFilter::ALL.map(|filter| {
        let name = match filter {
            ArchiveFilter::Active => messages.workspace_show_active(),
            ArchiveFilter::Archived => messages.workspace_show_archived(),
            ArchiveFilter::All => messages.workspace_show_all(),
        };
        view! { <option value=filter.as_str()>{name.to_owned()}</option> }
    });
    let (choosing, query) = (page.clone(), page.query.clone());
    let wanted = move || query.get().archive.as_str();
    let choose = move |event: Event| {
        if let Some(filter) = ArchiveFilter::parse(&event_target_value(&event)) {
            choosing.update_query(|query| {
                query.archive = filter;
                query.page = 0;
            });
        }
    };
    view! {
        <label class="field"><span>{messages.workspace_show().to_owned()}</span>
            <select name="archive" prop:value=wanted on:change=choose>{options.collect_view()}</select></label>
    }
}

/// Shows everything again, in the same order.
pub(super) fn reset_filters(page: &ListPage) {
    page.update_query(|query| {
        *query = ListQuery {
            column: query.column,
            is_descending: query.is_descending,
            ..ListQuery::default()
        };
        query.archive = ArchiveFilter::All;
    });
}
