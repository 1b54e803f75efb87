//! Reading a table into a preview, and applying it.

use std::sync::Arc;

use assay_core::{Answer, Evidence, QuestionIx};
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use super::super::list::ListPage;
use super::outcome::{TableChange, TableOutcome};
use crate::browser::console::log_failure;
use crate::browser::files;
use crate::browser::report_program::ReportProgram;
use crate::parts::problems::read_error_message;
use crate::state::{App, Session, report_request};

/// The longest table that is read, in bytes. A longer file is no table of answers.
const MAX_TABLE_BYTES: usize = 16 * 1024 * 1024;

/// What happened to the chosen table.
#[derive(Clone)]
pub(super) enum TableState {
    /// None is chosen.
    Ready,
    Reading,
    /// The program could not be loaded.
    NotLoaded(SendWrapper<File>),
    /// The table has faults, a line each.
    Refused(Vec<String>),
    Preview(Arc<TablePreview>),
}

/// What a table would change, and in which assessment.
pub(super) struct TablePreview {
    pub(super) session: Session,
    pub(super) changes: Vec<TableChange>,
    /// The answers, notes and evidence of the questions at that time.
    present: Vec<PresentEntry>,
}

/// Answer, note and evidence of a question.
type PresentEntry = (Option<Answer>, Option<String>, Option<Evidence>);

/// The import of tables. Cloning is cheap.
#[derive(Clone)]
pub(super) struct TableImport {
    pub(super) app: App,
    list: ListPage,
    pub(super) state: ArcRwSignal<TableState>,
}

impl TableImport {
    pub(super) fn new(app: &App, list: &ListPage) -> Self {
        Self {
            app: app.clone(),
            list: list.clone(),
            state: ArcRwSignal::new(TableState::Ready),
        }
    }

    /// Reads a table; nothing is changed. Nothing happens while another one is read.
    pub(super) fn read(&self, file: File) {
        if matches!(self.state.get_untracked(), TableState::Reading) {
            return;
        }
        self.state.set(TableState::Reading);
        let import = self.clone();
        spawn_local(async move {
            let end = import.read_table(file).await;
            import.state.set(end);
        });
    }

    async fn read_table(&self, file: File) -> TableState {
        let messages = self.app.messages();
        let bytes = match files::read_bytes_within(&file, MAX_TABLE_BYTES).await {
            Ok(bytes) => bytes,
            Err(error) => return TableState::Refused(vec![read_error_message(&messages, &error)]),
        };
        let session = self.app.current_session();
        let program = ReportProgram::load().await;
        let request = report_request(&self.app, &session.assessment(), &[]).await;
        let request = log_failure("fetch the texts for a table", request);
        let Some((program, request)) = program.zip(request) else {
            return TableState::NotLoaded(SendWrapper::new(file));
        };
        let found = program.read_answers(&request, &bytes);
        match found.and_then(|text| TableOutcome::parse(session.model(), &text)) {
            None => TableState::Refused(vec![messages.import_not_read().to_owned()]),
            Some(TableOutcome::Faults(lines)) => TableState::Refused(lines),
            Some(TableOutcome::Changes(changes)) => {
                TableState::Preview(Arc::new(TablePreview::new(session, changes)))
            }
        }
    }

    /// Forgets the table.
    pub(super) fn cancel(&self) {
        self.state.set(TableState::Ready);
    }

    /// Makes the changes of a preview, unless one of its answers has been changed since.
    pub(super) fn apply(&self, found: &TablePreview) {
        let messages = self.app.messages();
        if found.is_stale() {
            let stale = messages.import_stale().to_owned();
            return self.state.set(TableState::Refused(vec![stale]));
        }
        found.make_changes();
        self.cancel();
        let name = found.name(&self.app);
        let applied = messages.import_applied(&name, messages.restart_undo());
        self.app.show_notice(applied);
        self.list.reload();
    }
}

impl TablePreview {
    fn new(session: Session, changes: Vec<TableChange>) -> Self {
        let questions = changes.iter().map(|change| change.question);
        Self {
            present: questions
                .map(|question| entry(&session, question))
                .collect(),
            session,
            changes,
        }
    }

    /// Whether an answer, a note or evidence of the preview differs from the present one.
    fn is_stale(&self) -> bool {
        let questions = self.changes.iter().map(|change| change.question);
        let mut pairs = questions.zip(&self.present);
        pairs.any(|(question, before)| entry(&self.session, question) != *before)
    }

    /// Makes the changes as one step.
    fn make_changes(&self) {
        let questions: Vec<QuestionIx> = self.changes.iter().map(|it| it.question).collect();
        self.session.change_questions(&questions, |model, draft| {
            for change in &self.changes {
                if let Some(answer) = &change.answer {
                    draft.set_answer(model, change.question, answer.answer);
                }
                if let Some(note) = &change.note {
                    draft.set_note(change.question, note);
                }
                if let Some(evidence) = &change.evidence {
                    draft.set_evidence(change.question, evidence.as_ref());
                }
            }
        });
    }

    /// The name of the assessment.
    pub(super) fn name(&self, app: &App) -> String {
        let name = self
            .session
            .profile()
            .with_untracked(|profile| profile.name.clone());
        match name.trim() {
            "" => app.messages().workspace_unnamed().to_owned(),
            name => name.to_owned(),
        }
    }
}

fn entry(session: &Session, question: QuestionIx) -> PresentEntry {
    (
        session.answer(question),
        session.note(question),
        session.evidence(question),
    )
}
