//! Answers in tables: written into CSV and XLSX, and read back.
//!
//! [`read_answers`] reads a table that a report wrote and a person edited. The result lists what
//! would change ([`ImportedAnswers::changes`]) before it is applied; a table with a fault is
//! refused with every fault and its row.

mod changes;
mod csv_table;
mod evidence_columns;
mod fault;
mod import;
mod table;
mod xlsx_table;

pub use changes::{AnswerDifference, ImportedAnswer, ImportedAnswers};
pub use evidence_columns::ImportedEvidence;
pub use fault::{ImportFault, ImportFaultKind, describe_import_fault};
pub use import::read_answers;

use assay_core::Answer;

use crate::content::Labels;

/// An answer as tables write it: 1 to 5, or the word for "don't know" or "not applicable".
#[must_use]
pub fn answer_word(answer: Answer, unknown: &str, not_applicable: &str) -> String {
    match answer {
        Answer::Level(level) => level.get().saturating_add(1).to_string(),
        Answer::Unknown => unknown.to_owned(),
        Answer::NotApplicable => not_applicable.to_owned(),
    }
}

/// The cell of an answer: [`answer_word`], or nothing for an open question.
pub(crate) fn answer_cell(labels: &Labels, answer: Option<Answer>) -> String {
    let word = |answer| answer_word(answer, &labels.unknown, &labels.not_applicable);
    answer.map_or_else(String::new, word)
}
