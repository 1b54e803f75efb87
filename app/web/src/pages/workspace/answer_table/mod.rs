//! Answers from a CSV file or a workbook, read into the current assessment after a preview.

mod outcome;
mod preview;
mod reading;

use leptos::prelude::*;
use web_sys::Event;

use super::list::ListPage;
use crate::browser::{files, report_program};
use crate::parts::file_field::FileField;
use crate::parts::problems::problem_list;
use crate::state::App;
use crate::view::{AnyView, IntoView, view};
use reading::{TableImport, TableState};

/// Renders the file field, and below it what the chosen table would change or what is wrong with it.
pub(super) fn answer_table_field(app: &App, list: &ListPage) -> AnyView {
    let messages = app.messages();
    let import = TableImport::new(app, list);
    let reading = import.clone();
    let choose = move |event: Event| {
        if let Some(file) = files::take_chosen(&event).into_iter().next() {
            reading.read(file);
        }
    };
    let size = report_program::download_size(&messages);
    let size = size.map(|size| view! { " "{messages.import_size(&size)} });
    let field = FileField {
        action: "import-answers",
        title: messages.import_label().to_owned(),
        hint: view! { {messages.import_help(messages.reports_open())}{size} },
        accept: ".csv,.tsv,.xlsx,text/csv",
        takes_several: false,
    };
    let field = field.render(&messages, choose);
    view! {
        <div class="stack answer-table">
            {field}
            <div role="status" data-import-status>{status(&import)}</div>
            <div role="alert">{faults(&import)}</div>
            {preview_part(&import)}
        </div>
    }
}

/// Renders that the table is being read, or that the program could not be loaded.
fn status(import: &TableImport) -> impl IntoView + use<> {
    let import = import.clone();
    move || {
        let messages = import.app.messages();
        match import.state.get() {
            TableState::Reading => Some(view! { <p>{messages.import_reading().to_owned()}</p> }),
            TableState::NotLoaded(file) => {
                let (again, label) = (import.clone(), messages.reports_again().to_owned());
                let try_again = move |_| again.read((*file).clone());
                Some(view! {
                    <p>{messages.reports_not_loaded().to_owned()}</p>
                    <button type="button" class="button quiet" data-action="import-again" on:click=try_again>{label}</button>
                })
            }
            TableState::Ready | TableState::Refused(_) | TableState::Preview(_) => None,
        }
    }
}

/// Renders what is wrong with the table.
fn faults(import: &TableImport) -> impl IntoView + use<> {
    let import = import.clone();
    move || match import.state.get() {
        TableState::Refused(lines) => Some(problem_list(&import.app.messages(), &lines)),
        _ => None,
    }
}

fn preview_part(import: &TableImport) -> impl IntoView + use<> {
    let import = import.clone();
    move || match import.state.get() {
        TableState::Preview(found) => Some(preview::preview(&import, &found)),
        _ => None,
    }
}
