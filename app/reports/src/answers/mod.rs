//! Answers in tables: written into CSV and XLSX, and read back.

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
