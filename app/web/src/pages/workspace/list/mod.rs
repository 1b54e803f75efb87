//! The list of all assessments of this browser: search, sorting, filters, and actions for one or
//! several. Nothing here computes: figures come from the core.

mod actions;
mod board;
mod board_dialog;
mod board_names;
mod column;
mod column_names;
mod deleted;
mod edit;
mod figures;
mod label_list;
mod label_several;
mod outcome;
mod outcome_view;
mod page_state;
mod query;
mod reading;
mod row;
mod row_actions;
mod row_data;
mod row_focus;
mod saved_lines;
mod selection;
mod sort_value;
mod table;
mod toolbar;

use leptos::prelude::*;

pub(super) use self::page_state::ListPage;
use crate::parts::unreadable_notice::unreadable_notice;
use crate::view::{IntoView, view};

/// Renders the list.
pub(super) fn assessment_list(page: &ListPage) -> impl IntoView + use<> {
    view! {
        <div class="desk stack">
            {toolbar::toolbar(page)}
            {outcome_view::outcome_view(page)}
            {unreadable(page)}
            {selection::selection_bar(page)}
            {board_dialog::board_dialog(page)}
            {table::table(page)}
            {page.follow_other_tabs()}
        </div>
    }
}

/// Renders the assessments that can be restored.
pub(super) fn deleted_assessments(page: &ListPage) -> impl IntoView + use<> {
    deleted::deleted_list(page)
}

/// Renders a notice if some assessments cannot be read.
fn unreadable(page: &ListPage) -> impl IntoView + use<> {
    let page = page.clone();
    move || {
        let is_complete = page.loaded.get()?.is_complete;
        let reading = page.clone();
        (!is_complete).then(|| unreadable_notice(&page.app, move || reading.reload()))
    }
}
