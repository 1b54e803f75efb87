//! Files for the board of several companies: each assessment becomes files of its own, in one archive.

use std::sync::Arc;

use assay_formats::{Archive, ArchiveFull};
use js_sys::Uint8Array;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::board_names::file_names;
use super::page_state::ListPage;
use super::row_data::Row;
use crate::browser::console::{log_error, log_failure};
use crate::browser::report_program::ReportProgram;
use crate::browser::{clock, files};
use crate::parts::report_logo::report_logo;
use crate::state::{StoredRecords, report_request};

/// Time in which the browser shows what is being written and takes a press that stops it: the writer
/// keeps the page from both.
const PAINT_MS: u32 = 20;

/// What happens in the dialog.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum BoardState {
    Ready,
    Loading,
    /// So many assessments are done, and the one with this name is being written.
    Writing(usize, String),
    Stopped,
    /// The program could not be loaded.
    NotLoaded,
    /// The browser does not take the archive.
    NotSaved,
    /// The files of so many assessments were saved.
    Written(usize),
}

impl BoardState {
    pub(super) fn is_busy(&self) -> bool {
        matches!(self, Self::Loading | Self::Writing(..))
    }
}

/// Why there is no file of an assessment.
#[derive(Clone, Copy)]
enum NoFile {
    OtherQuestionnaire,
    Unreadable,
    NoAnswers,
    NotWritten,
    ArchiveFull,
}

impl From<ArchiveFull> for NoFile {
    fn from(ArchiveFull: ArchiveFull) -> Self {
        Self::ArchiveFull
    }
}

/// Writes the files of several assessments. Cloning is cheap.
#[derive(Clone)]
pub(super) struct BoardExport {
    pub(super) page: ListPage,
    pub(super) rows: Arc<Vec<Arc<Row>>>,
    pub(super) state: ArcRwSignal<BoardState>,
    /// A sentence for each assessment without files.
    pub(super) failures: ArcRwSignal<Vec<String>>,
    /// The chosen formats by the endings of the files.
    pub(super) formats: ArcRwSignal<Vec<&'static str>>,
    is_stopped: ArcRwSignal<bool>,
}

impl BoardExport {
    pub(super) fn new(page: &ListPage, rows: Arc<Vec<Arc<Row>>>) -> Self {
        Self {
            page: page.clone(),
            rows,
            state: ArcRwSignal::new(BoardState::Ready),
            failures: ArcRwSignal::new(Vec::new()),
            formats: ArcRwSignal::new(vec!["pptx"]),
            is_stopped: ArcRwSignal::new(false),
        }
    }

    /// Stops after the assessment that is being written. Nothing is saved then.
    pub(super) fn stop(&self) {
        self.is_stopped.set(true);
    }

    /// Writes the files and has the browser save them; nothing while they are being written.
    pub(super) fn write(&self) {
        let formats = self.formats.get_untracked();
        if self.state.with_untracked(BoardState::is_busy) || formats.is_empty() {
            return;
        }
        self.is_stopped.set(false);
        self.failures.set(Vec::new());
        self.state.set(BoardState::Loading);
        let export = self.clone();
        spawn_local(async move {
            let end = export.write_all(&formats).await;
            export.state.set(end);
        });
    }

    async fn write_all(&self, formats: &[&str]) -> BoardState {
        let Some(program) = ReportProgram::load().await else {
            return BoardState::NotLoaded;
        };
        let app = &self.page.app;
        let (messages, logo) = (app.messages(), report_logo(app).await.unwrap_or_default());
        let today = clock::now().get(..10).unwrap_or_default().to_owned();
        let (mut archive, mut count) = (Archive::default(), 0_usize);
        for (done, row) in self.rows.iter().enumerate() {
            let name = row.name(&messages);
            self.state.set(BoardState::Writing(done, name.to_owned()));
            log_error("wait", clock::sleep(PAINT_MS).await);
            if self.is_stopped.get_untracked() {
                return BoardState::Stopped;
            }
            match self.write_one(&program, &logo, row, formats, &today).await {
                Ok(documents) => match add(&mut archive, row, formats, &today, &documents) {
                    Ok(()) => count = count.saturating_add(1),
                    Err(full) => self.add_failure(name, full.into()),
                },
                Err(reason) => self.add_failure(name, reason),
            }
        }
        self.save(archive, count, &today)
    }

    /// Writes the documents of one assessment, in the order of the formats.
    async fn write_one(
        &self,
        program: &ReportProgram,
        logo: &[u8],
        row: &Row,
        formats: &[&str],
        today: &str,
    ) -> Result<Vec<Uint8Array>, NoFile> {
        let app = &self.page.app;
        let model = &app.questionnaire.model;
        if !row.entry.belongs_to(model) {
            return Err(NoFile::OtherQuestionnaire);
        }
        let records = StoredRecords::load(&row.entry.key).await;
        let stored = records.ok().and_then(|records| records.read(model));
        let stored = stored.ok_or(NoFile::Unreadable)?;
        if stored.assessment.answers.iter().next().is_none() {
            return Err(NoFile::NoAnswers);
        }
        let mut documents = Vec::new();
        for format in formats {
            let fields = [("format", *format), ("day", today)];
            let request = report_request(app, &stored.assessment, &fields).await;
            let request = log_failure("fetch the texts of a report", request);
            let request = request.ok_or(NoFile::NotWritten)?;
            let written = program.write_report(&request, logo);
            documents.push(written.ok_or(NoFile::NotWritten)?);
        }
        Ok(documents)
    }

    fn save(&self, archive: Archive, count: usize, today: &str) -> BoardState {
        if archive.is_empty() {
            return BoardState::Written(0);
        }
        let bytes = Uint8Array::from(archive.into_bytes().as_slice());
        let name = files::dated_file_name(&count.to_string(), today, "zip");
        match files::bytes_blob(&bytes, "application/zip") {
            Some(blob) => {
                self.page.app.save_document(name, blob);
                BoardState::Written(count)
            }
            None => BoardState::NotSaved,
        }
    }

    fn add_failure(&self, name: &str, reason: NoFile) {
        let messages = self.page.app.messages();
        let reason = match reason {
            NoFile::OtherQuestionnaire => messages.board_other_questionnaire(),
            NoFile::Unreadable => messages.board_unreadable(),
            NoFile::NoAnswers => messages.board_no_answers(),
            NoFile::NotWritten => messages.board_not_written(),
            NoFile::ArchiveFull => messages.board_full(),
        };
        let line = messages.board_failed(name, reason);
        self.failures.update(|lines| lines.push(line));
    }
}

/// Adds the documents of one assessment under names that no other file has.
fn add(
    archive: &mut Archive,
    row: &Row,
    formats: &[&str],
    today: &str,
    documents: &[Uint8Array],
) -> Result<(), ArchiveFull> {
    let names = file_names(archive, &row.entry.name, today, formats);
    for (name, document) in names.iter().zip(documents) {
        archive.add(name, &document.to_vec())?;
    }
    Ok(())
}
