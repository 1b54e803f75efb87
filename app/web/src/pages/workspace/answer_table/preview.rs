//! The preview of a table: what it would change, row by row.

use std::sync::Arc;

use leptos::prelude::*;

use super::outcome::TableChange;
use super::reading::{TableImport, TablePreview};
use crate::browser::dom;
use crate::state::App;
use crate::view::{AnyView, CollectView, view};

/// Renders the changes with the buttons that make them or not.
pub(super) fn preview(import: &TableImport, found: &Arc<TablePreview>) -> AnyView {
    let app = &import.app;
    let messages = app.messages();
    let (applying, cancelling, taken) = (import.clone(), import.clone(), Arc::clone(found));
    let apply = move |_| {
        applying.apply(&taken);
        dom::restore_lost_focus("main h1");
    };
    let cancel = move |_| {
        cancelling.cancel();
        dom::restore_lost_focus("main h1");
    };
    let is_empty = found.changes.is_empty();
    let changes = match is_empty {
        true => view! { <p>{messages.import_none().to_owned()}</p> },
        false => change_table(app, &found.changes),
    };
    let apply_button = (!is_empty).then(|| {
        view! { <button type="button" class="button" data-action="apply-answers" on:click=apply>{messages.import_apply().to_owned()}</button> }
    });
    view! {
        <section class="stack" data-import-preview>
            <h2>{messages.import_heading(&found.name(app))}</h2>
            <p role="status">{messages.import_count(found.changes.len())}" "{messages.import_rest().to_owned()}</p>
            {changes}
            <div class="row">
                {apply_button}
                <button type="button" class="button quiet" data-action="cancel-answers" on:click=cancel>{messages.dialog_cancel().to_owned()}</button>
            </div>
        </section>
    }
}

fn change_table(app: &App, changes: &[TableChange]) -> AnyView {
    let messages = app.messages();
    let rows = changes.iter().map(|change| change_row(app, change));
    let column = |text: &str| view! { <th scope="col">{text.to_owned()}</th> };
    view! {
        <div class="broad">
            <table>
                <thead><tr>
                    {column(messages.import_row())}
                    {column(messages.report_column_question())}
                    {column(messages.import_now())}
                    {column(messages.import_new())}
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

fn change_row(app: &App, change: &TableChange) -> AnyView {
    let messages = app.messages();
    let locale = app.locale.get_untracked();
    let question = locale.texts.question(change.question).text.clone();
    let id = app.questionnaire.model.question(change.question).id.clone();
    let (from, to) = match &change.answer {
        Some(answer) => (answer.from.clone(), answer.to.clone()),
        None => (String::new(), String::new()),
    };
    let note = change.note.as_ref().map(|note| {
        let text = match note.as_str() {
            "" => messages.import_note_removed().to_owned(),
            note => messages.import_note(note),
        };
        view! { " "<span class="small">{text}</span> }
    });
    let evidence = change.evidence.as_ref().map(|evidence| {
        let text = match evidence {
            None => messages.import_evidence_removed().to_owned(),
            Some(evidence) => {
                let before = messages.answer_evidence_before();
                format!("{before}{}", evidence.to_line())
            }
        };
        view! { " "<span class="small">{text}</span> }
    });
    view! {
        <tr data-changed=id>
            <td>{change.row.to_string()}</td>
            <th scope="row" lang=locale.texts.lang().map(str::to_owned)>{question}</th>
            <td>{from}</td>
            <td>{to}{note}{evidence}</td>
        </tr>
    }
}
