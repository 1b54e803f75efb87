//! Actions for the chosen assessments.

use std::sync::Arc;

use assay_core::backup::{Backup, Records};
use assay_core::compare::{MAX_RESULTS, MIN_RESULTS};
use leptos::prelude::*;
use web_sys::MouseEvent;

use super::actions;
use super::label_several::{labels_button, labels_form};
use super::page_state::ListPage;
use super::reading::with_records;
use super::row_data::Row;
use super::saved_lines::SavedLines;
use crate::browser::{clock, dom, files};
use crate::parts::focus::focus_later;
use crate::state::{KnownModel, StoredRecords};
use crate::view::{AnyView, Derived, IntoView, view};

/// What the bar shows of the chosen rows.
#[derive(Clone, Copy, PartialEq, Eq)]
struct BarState {
    count: usize,
    /// Whether all of them are archived.
    is_archived: bool,
    /// Whether all of them have one questionnaire, which is at hand.
    has_common_model: bool,
}

impl BarState {
    /// What the bar shows now (reactive).
    fn of_page(page: &ListPage) -> Self {
        page.models.track();
        let rows = page.chosen_rows();
        Self {
            count: rows.len(),
            is_archived: rows.iter().all(|row| row.entry.is_archived),
            has_common_model: common_model(page, &rows).is_some(),
        }
    }
}

/// Renders the bar; nothing while nothing is chosen. It is rebuilt only if it would show something else,
/// so that a change in another tab does not take the focus from its buttons.
pub(super) fn selection_bar(page: &ListPage) -> impl IntoView + use<> {
    let page = page.clone();
    let state = {
        let page = page.clone();
        Derived::new(move || BarState::of_page(&page))
    };
    move || {
        let state = state.get();
        (state.count > 0).then(|| bar(&page, state))
    }
}

fn bar(page: &ListPage, state: BarState) -> AnyView {
    let messages = page.app.messages();
    let can_compare = state.has_common_model && (MIN_RESULTS..=MAX_RESULTS).contains(&state.count);
    let limits = (!can_compare).then(|| {
        let text =
            messages.workspace_chosen_limits(&MIN_RESULTS.to_string(), &MAX_RESULTS.to_string());
        view! { <p class="small" data-limits>{text}</p> }
    });
    view! {
        <section class="chosen-bar" aria-label=messages.workspace_chosen(state.count)>
            <div class="row">
                <strong>{messages.workspace_chosen(state.count)}</strong>
                {page_buttons(page, state, can_compare)}
                {row_buttons(page, state)}
            </div>
            {labels_form(page, state.count)}
            {limits}
        </section>
    }
    .into_any()
}

/// The handler of a button: acts on the rows that are chosen when it is pressed, as they are then.
fn on_chosen(
    page: &ListPage,
    run: impl Fn(&ListPage, &[Arc<Row>]) + 'static,
) -> impl Fn(MouseEvent) + 'static {
    let page = page.clone();
    move |_| run(&page, &untrack(|| page.chosen_rows()))
}

/// Renders the buttons that open another page with the rows, which must have one questionnaire.
fn page_buttons(page: &ListPage, state: BarState, can_compare: bool) -> AnyView {
    let messages = page.app.messages();
    let open = |hash: &'static str| {
        on_chosen(page, move |page, rows| {
            if let Some(known) = common_model(page, rows) {
                actions::hand_over(&known, rows, hash);
            }
        })
    };
    view! {
        <button class="plain" data-action="compare-chosen" disabled=!can_compare on:click=open("#/compare")>{messages.workspace_compare_chosen().to_owned()}</button>
        <button class="plain" data-action="team-chosen" disabled=!state.has_common_model on:click=open("#/team")>{messages.workspace_team_chosen().to_owned()}</button>
    }
}

/// Renders the buttons that act on the rows in their place.
fn row_buttons(page: &ListPage, state: BarState) -> AnyView {
    let messages = page.app.messages();
    let is_archived = state.is_archived;
    let archive_label = match is_archived {
        true => messages.workspace_unarchive(),
        false => messages.workspace_archive(),
    };
    let archive = on_chosen(page, move |page, rows| {
        actions::archive(page, rows, !is_archived);
    });
    let can_export = !page.app.site.config.disabled.export;
    let board = can_export.then(|| {
        view! { <button class="plain" data-action="board-chosen" aria-haspopup="dialog" on:click=on_chosen(page, open_board)>{messages.reports_open().to_owned()}</button> }
    });
    view! {
        {board}
        <button class="plain" data-action="export-chosen" on:click=on_chosen(page, export)>{messages.workspace_export_chosen().to_owned()}</button>
        <button class="plain" data-action="backup-chosen" on:click=on_chosen(page, back_up)>{messages.workspace_backup_chosen().to_owned()}</button>
        {labels_button(page)}
        <button class="plain" data-action="archive-chosen" on:click=archive>{archive_label.to_owned()}</button>
        <button class="plain" data-action="delete-chosen" on:click=on_chosen(page, actions::delete)>{messages.workspace_delete().to_owned()}</button>
        <button class="plain" data-action="choose-none" on:click=on_chosen(page, choose_none)>{messages.workspace_choose_none().to_owned()}</button>
    }
}

/// The questionnaire of all rows; `None` if it is not the same or not at hand.
fn common_model(page: &ListPage, rows: &[Arc<Row>]) -> Option<KnownModel> {
    let (first, others) = rows.split_first()?;
    let same = others
        .iter()
        .all(|row| row.entry.model == first.entry.model);
    page.model_of(first).filter(|_| same)
}

fn choose_none(page: &ListPage, _: &[Arc<Row>]) {
    page.chosen.set(Vec::new());
    focus_later(["[data-action=choose-all]".to_owned(), "main h1".to_owned()]);
}

/// Saves one assessment as a file, several as lines of one file, which `assay score --lines` and the
/// import read. Names those that cannot be saved.
fn export(page: &ListPage, rows: &[Arc<Row>]) {
    if let [row] = rows {
        return actions::export(page, row);
    }
    with_records(page, rows, |page, found| save_lines(page, &found));
}

fn save_lines(page: &ListPage, found: &[(Arc<Row>, StoredRecords)]) {
    let messages = page.app.messages();
    let files = found.iter().map(|(row, records)| {
        let known = page.model_of(row);
        let file = records.to_file(known.as_ref().map(|it| &*it.model));
        (row.name(&messages), file)
    });
    let found = SavedLines::from_files(files);
    if !found.text.is_empty() {
        let name = files::file_name(&format!("{}-{}", found.count, today()), "jsonl");
        page.app.save_text(name, found.text, "application/jsonl");
    }
    if !found.not_saved.is_empty() {
        let names = found.not_saved.join(", ");
        page.show_outcome(
            messages.workspace_not_saved(found.not_saved.len(), &names),
            None,
        );
    }
}

/// Opens the dialog with files for the board.
fn open_board(page: &ListPage, rows: &[Arc<Row>]) {
    page.board.set(Some(Arc::new(rows.to_vec())));
}

/// Saves a backup of the chosen assessments only.
fn back_up(page: &ListPage, rows: &[Arc<Row>]) {
    with_records(page, rows, |page, found| {
        let count = found.len();
        let records = found.into_iter().flat_map(|(_, of)| of.into_records());
        // Listed assessments have heads, so nothing is omitted.
        let backup = Backup::of_records(clock::now(), records.collect(), Records::new()).backup;
        let name = files::assessment_file_name(&format!("backup-{count}-{}", today()));
        page.app
            .save_text(name, backup.to_json(), "application/json");
    });
}

/// The date here, such as `2026-11-28`.
fn today() -> String {
    clock::now().get(..10).unwrap_or_default().to_owned()
}

/// Chooses an assessment, or no longer.
pub(super) fn choose(page: &ListPage, key: &str, is_chosen: bool) {
    page.chosen.update(|chosen| {
        chosen.retain(|known| known != key);
        if is_chosen {
            chosen.push(key.to_owned());
        }
    });
}

/// Renders the checkbox that chooses all rows which match the search and the filters.
pub(super) fn choose_all_box(page: &ListPage, keys: Vec<String>) -> impl IntoView + use<> {
    let messages = page.app.messages();
    let (page, count) = (page.clone(), keys.len());
    let (chosen, all) = (page.chosen.clone(), keys.clone());
    let are_chosen = move || {
        let chosen = chosen.get();
        !all.is_empty() && all.iter().all(|key| chosen.contains(key))
    };
    let change = move |event: web_sys::Event| {
        let is_chosen = dom::event_target::<web_sys::HtmlInputElement>(&event)
            .is_some_and(|input| input.checked());
        page.chosen.update(|chosen| {
            chosen.retain(|known| !keys.contains(known));
            if is_chosen {
                chosen.extend(keys.iter().cloned());
            }
        });
    };
    view! {
        <label class="choose-all"><input type="checkbox" data-action="choose-all" prop:checked=are_chosen on:change=change/>" "<span>{messages.workspace_choose_all(count)}</span></label>
    }
}
