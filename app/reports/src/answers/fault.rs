//! What is wrong with a table, and where.

use assay_locale::Messages;

use super::table::MAX_ROWS;

/// A fault of a table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("row {row}: {kind:?}")]
pub struct ImportFault {
    /// The row as spreadsheets show it, from 1; 0 if the whole file is at fault.
    pub row: u32,
    /// What is wrong.
    pub kind: ImportFaultKind,
}

/// What is wrong with a row, or with the whole file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportFaultKind {
    /// The file is neither CSV in UTF-8 or UTF-16 nor a workbook.
    NotAWorkbook,
    /// The file unpacks to more than is read.
    TooLarge,
    /// There are more rows than are read.
    TooManyRows,
    /// No row has the headings of ids and answers.
    NoColumns,
    /// A quotation mark is not closed.
    UnclosedQuote,
    /// An answer, a note or evidence has no id.
    MissingId,
    /// The questionnaire has no such question.
    UnknownQuestion {
        /// The id.
        id: String,
    },
    /// The question has an earlier row.
    RepeatedQuestion {
        /// The id.
        id: String,
        /// The earlier row.
        first: u32,
    },
    /// The cell holds no answer.
    NotAnAnswer {
        /// Its text.
        found: String,
    },
    /// The cell holds no date.
    NotADate {
        /// Its text.
        found: String,
    },
    /// The source or the person of evidence is too long.
    EvidenceTooLong {
        /// Its length in characters.
        length: usize,
        /// The maximum length.
        limit: usize,
    },
    /// The question cannot be answered with "not applicable".
    NotApplicableNotAllowed {
        /// The id.
        id: String,
    },
}

impl ImportFault {
    pub(super) fn at(row: u32, kind: ImportFaultKind) -> Self {
        Self { row, kind }
    }

    pub(super) fn whole(kind: ImportFaultKind) -> Self {
        Self { row: 0, kind }
    }
}

/// Describes a fault: the row, what is wrong, and what to do.
#[must_use]
pub fn describe_import_fault(messages: &Messages, fault: &ImportFault) -> String {
    let row = fault.row.to_string();
    let not_applicable = messages.section_not_applicable();
    match &fault.kind {
        ImportFaultKind::NotAWorkbook => messages.import_not_a_workbook().to_owned(),
        ImportFaultKind::TooLarge => messages.import_too_large().to_owned(),
        ImportFaultKind::TooManyRows => messages.import_too_many_rows(&MAX_ROWS.to_string()),
        ImportFaultKind::NoColumns => messages.import_no_columns(messages.report_column_answer()),
        ImportFaultKind::UnclosedQuote => messages.import_unclosed_quote(&row),
        ImportFaultKind::MissingId => messages.import_missing_id(&row),
        ImportFaultKind::UnknownQuestion { id } => messages.import_unknown_question(&row, id),
        ImportFaultKind::RepeatedQuestion { id, first } => {
            messages.import_repeated_question(&row, id, &first.to_string())
        }
        ImportFaultKind::NotAnAnswer { found } => {
            messages.import_not_an_answer(&row, found, messages.section_unknown(), not_applicable)
        }
        ImportFaultKind::NotADate { found } => messages.import_not_a_date(&row, found),
        ImportFaultKind::EvidenceTooLong { length, limit } => {
            messages.import_evidence_too_long(&row, &length.to_string(), &limit.to_string())
        }
        ImportFaultKind::NotApplicableNotAllowed { id } => {
            messages.import_not_applicable(&row, id, not_applicable)
        }
    }
}
