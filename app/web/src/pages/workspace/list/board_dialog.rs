//! The dialog that writes files for the board of the chosen assessments.

use std::sync::Arc;

use assay_locale::Messages;
use leptos::prelude::*;
use web_sys::{Event, HtmlInputElement};

use super::board::{BoardExport, BoardState};
use super::page_state::ListPage;
use crate::browser::{dom, report_program};
use crate::parts::modal::modal_handle;
use crate::parts::saved_file::saved_file_in_dialog;
use crate::view::{AnyView, CollectView, IntoView, view};

/// A text of the interface.
type Text = fn(&Messages) -> &str;

/// The formats to choose from: the ending of the file and its name.
const FORMATS: [(&str, Text); 4] = [
    ("pptx", Messages::reports_pptx),
    ("docx", Messages::reports_docx),
    ("xlsx", Messages::reports_xlsx),
    ("md", Messages::reports_md),
];

/// Renders the dialog while it is open.
pub(super) fn board_dialog(page: &ListPage) -> impl IntoView + use<> {
    let page = page.clone();
    move || {
        let rows = page.board.get()?;
        Some(dialog(&BoardExport::new(&page, rows)))
    }
}

fn dialog(export: &BoardExport) -> AnyView {
    let messages = export.page.app.messages();
    let node = modal_handle();
    let closing = export.clone();
    let close = move |_: Event| {
        closing.stop();
        closing.page.board.set(None);
    };
    let size = report_program::download_size(&messages).map(|size| {
        view! { <p class="small" data-reports-size>{messages.reports_size(&size)}</p> }
    });
    view! {
        <dialog node_ref=node class="sheet share reports" aria-labelledby="board-heading" on:close=close>
            <form method="dialog" class="share-head">
                <h2 id="board-heading" tabindex="-1" autofocus>{messages.board_heading(export.rows.len())}</h2>
                <button class="button quiet" data-action="close-board">{messages.share_close().to_owned()}</button>
            </form>
            <p>{messages.board_lead().to_owned()}</p>
            {size}
            {format_choice(export, &messages)}
            <div class="row">{write_button(export, &messages)}{stop_button(export, &messages)}</div>
            {status(export, &messages)}
            {failures(export)}
            {saved_file_in_dialog(&export.page.app)}
        </dialog>
    }
    .into_any()
}

fn format_choice(export: &BoardExport, messages: &Messages) -> AnyView {
    let boxes = FORMATS.map(|(ending, name)| {
        let (chosen, choosing) = (export.formats.clone(), export.formats.clone());
        let is_chosen = move || chosen.get().contains(&ending);
        let choose = move |event: Event| {
            let input = dom::event_target::<HtmlInputElement>(&event);
            let is_chosen = input.is_some_and(|input| input.checked());
            choosing.update(|all| {
                all.retain(|known| *known != ending);
                if is_chosen {
                    all.push(ending);
                }
            });
        };
        view! {
            <label class="choose-all"><input type="checkbox" name="board-format" value=ending prop:checked=is_chosen on:change=choose/>" "<span>{name(messages).to_owned()}</span></label>
        }
    });
    view! {
        <fieldset class="row"><legend>{messages.board_formats().to_owned()}</legend>{boxes.into_iter().collect_view()}</fieldset>
    }
    .into_any()
}

/// Renders the button that writes. None is disabled, which would lose the focus.
fn write_button(export: &BoardExport, messages: &Messages) -> AnyView {
    let (writing, reading) = (export.clone(), export.clone());
    let is_idle = move || {
        let cannot = reading.state.get().is_busy() || reading.formats.get().is_empty();
        cannot.then_some("true")
    };
    view! { <button type="button" class="button" data-action="write-board" aria-disabled=is_idle on:click=move |_| writing.write()>{messages.board_write().to_owned()}</button> }
        .into_any()
}

/// Renders the button that stops the writing. It keeps its place, so that nothing moves.
fn stop_button(export: &BoardExport, messages: &Messages) -> AnyView {
    let (stopping, reading) = (export.clone(), export.clone());
    let is_idle = move || (!reading.state.get().is_busy()).then_some("true");
    view! { <button type="button" class="button quiet" data-action="stop-board" aria-disabled=is_idle on:click=move |_| stopping.stop()>{messages.board_stop().to_owned()}</button> }
        .into_any()
}

fn status(export: &BoardExport, messages: &Arc<Messages>) -> AnyView {
    let (reading, messages, all) = (export.clone(), messages.clone(), export.rows.len());
    let has_format = export.formats.clone();
    let sentence = move || match reading.state.get() {
        BoardState::Ready if has_format.get().is_empty() => messages.board_no_format().to_owned(),
        BoardState::Ready => String::new(),
        BoardState::Loading => messages.reports_loading().to_owned(),
        BoardState::Writing(done, name) => {
            messages.board_progress(&done.saturating_add(1).to_string(), &all.to_string(), &name)
        }
        BoardState::Stopped => messages.board_stopped().to_owned(),
        BoardState::NotLoaded => messages.reports_not_loaded().to_owned(),
        BoardState::NotSaved => messages.reports_not_written().to_owned(),
        BoardState::Written(0) => messages.board_none().to_owned(),
        BoardState::Written(count) => messages.board_written(count),
    };
    let counting = export.clone();
    let done = move || match counting.state.get() {
        BoardState::Writing(done, _) => Some(done),
        BoardState::Written(_) => Some(all),
        _ => None,
    };
    let bar = move || {
        done().map(|done| {
            view! { <progress max=all.to_string() value=done.to_string() aria-hidden="true"></progress> }
        })
    };
    view! { <div class="report-status"><p role="status" data-board-status>{sentence}</p>{bar}</div> }
        .into_any()
}

fn failures(export: &BoardExport) -> AnyView {
    let failures = export.failures.clone();
    let list = move || {
        let lines = failures.get();
        let items: Vec<AnyView> = lines
            .iter()
            .map(|line| view! { <li>{line.clone()}</li> }.into_any())
            .collect();
        (!items.is_empty())
            .then(|| view! { <ul class="faults" data-board-failures>{items.collect_view()}</ul> })
    };
    view! { <div role="alert">{list}</div> }.into_any()
}
