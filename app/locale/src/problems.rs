//! What is wrong with a file, in the reader's language.

use assay_core::Problem;

use crate::Words;

/// Says one problem: where it is, what is wrong and what to do about it.
#[must_use]
pub fn problem(_words: &Words, problem: &Problem) -> String {
    problem.to_string()
}
