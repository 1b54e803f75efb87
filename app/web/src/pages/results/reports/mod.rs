//! The dialog with the result as files for other programs: documents, tables and charts.

mod export;
mod report_file;
mod rows;

use leptos::prelude::*;
use web_sys::Event;

use super::result_view::ResultView;
use crate::browser::report_program;
use crate::parts::modal::modal_handle;
use crate::parts::saved_file::saved_file_in_dialog;
use crate::state::App;
use crate::view::{IntoView, view};
use export::{ExportState, ReportExport};

/// Renders the button and, while it is open, the dialog; a sentence for a result without answers;
/// nothing where the site switches files off.
pub(super) fn report_files(app: &App, result: &ResultView) -> ReportFiles {
    let is_available = !app.site.config.disabled.export && result.has_answers();
    ReportFiles {
        export: is_available.then(|| ReportExport::new(app, result)),
        is_open: RwSignal::new(false),
    }
}

/// The files of a result.
pub(super) struct ReportFiles {
    export: Option<ReportExport>,
    is_open: RwSignal<bool>,
}

impl ReportFiles {
    /// Renders the button that opens the dialog; nothing where there are no files.
    pub(super) fn button(&self) -> impl IntoView + use<> {
        let open = self.is_open;
        let label = |export: &ReportExport| export.result.messages.reports_open().to_owned();
        self.export.as_ref().map(label).map(|label| {
            view! { <button class="plain" data-action="reports" aria-haspopup="dialog" on:click=move |_| open.set(true)>{label}</button> }
        })
    }

    /// Renders the dialog while it is open.
    pub(super) fn dialog(&self) -> impl IntoView + use<> {
        let (export, open) = (self.export.clone(), self.is_open);
        move || {
            let export = export.clone().filter(|_| open.get());
            export.map(|export| dialog(&export, open))
        }
    }
}

fn dialog(export: &ReportExport, open: RwSignal<bool>) -> impl IntoView + use<> {
    let messages = &export.result.messages;
    let node = modal_handle();
    view! {
        <dialog node_ref=node class="sheet share reports" aria-labelledby="reports-heading" on:close=move |_: Event| open.set(false)>
            <form method="dialog" class="share-head">
                <h2 id="reports-heading" tabindex="-1" autofocus>{messages.reports_heading().to_owned()}</h2>
                <button class="button quiet" data-action="close-reports">{messages.share_close().to_owned()}</button>
            </form>
            <p>{messages.reports_lead().to_owned()}</p>
            {download_size(export)}
            {rows::file_rows(export)}
            {status(export)}
            {saved_file_in_dialog(&export.app)}
        </dialog>
    }
}

/// Renders the size of the program. It stays when the program is loaded: otherwise the buttons would
/// move under the pointer.
fn download_size(export: &ReportExport) -> impl IntoView + use<> {
    let size = report_program::download_size(&export.result.messages);
    size.map(|size| {
        let sentence = export.result.messages.reports_size(&size);
        view! { <p class="small" data-reports-size>{sentence}</p> }
    })
}

/// Renders what happens, and after a failure a button that tries again.
fn status(export: &ReportExport) -> impl IntoView + use<> {
    let messages = export.result.messages.clone();
    let (reading, trying) = (export.clone(), export.clone());
    let sentence = move || {
        match reading.state.get() {
            ExportState::Ready => "",
            ExportState::Loading => messages.reports_loading(),
            ExportState::Writing => messages.reports_writing(),
            ExportState::NotLoaded(_) => messages.reports_not_loaded(),
            ExportState::NotWritten(_) => messages.reports_not_written(),
        }
        .to_owned()
    };
    let again = move || {
        let failed = trying.state.get().failed_file()?;
        let export = trying.clone();
        let label = export.result.messages.reports_again().to_owned();
        Some(
            view! { <button type="button" class="button quiet" data-action="report-again" on:click=move |_| export.save(failed)>{label}</button> },
        )
    };
    view! {
        <div class="report-status">
            <p role="status" data-report-status>{sentence}</p>
            {again}
        </div>
    }
}
