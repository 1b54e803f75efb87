//! Answers in tables: written into CSV and XLSX, and read back.
//!
//! [`read_answers`] reads a table that a report wrote and a person edited. The result lists what
//! would change ([`ImportedAnswers::changes`]) before it is applied; a table with a fault is
//! refused with every fault and its row.

mod csv_table;
mod fault;
mod import;
mod table;
mod xlsx_table;

pub use fault::{ImportFault, ImportFaultKind, describe_import_fault};
pub use import::{AnswerDifference, ImportedAnswer, ImportedAnswers, read_answers};

use assay_core::Answer;

use crate::content::Labels;

/// An answer as tables write it: 1 to 5, a word of the language, or nothing.
pub(crate) fn answer_word(labels: &Labels, answer: Option<Answer>) -> String {
    match answer {
        None => String::new(),
        Some(Answer::Level(level)) => level.get().saturating_add(1).to_string(),
        Some(Answer::Unknown) => labels.unknown.clone(),
        Some(Answer::NotApplicable) => labels.not_applicable.clone(),
    }
}
