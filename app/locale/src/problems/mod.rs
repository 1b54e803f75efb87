//! Describes problems of files in the reader's language: whole sentences with place, cause and
//! remedy, for people who open a file of answers or write a questionnaire.

mod answers;
mod entries;
mod file;
mod names;
mod rules;
mod syntax;
mod values;
mod wording;

#[cfg(test)]
mod tests;

use assay_core::json::Position;
use assay_core::{Problem, ProblemKind};

pub use values::abbreviate;

use crate::Messages;

/// Describes a problem, prefixed with its place if it has one.
#[must_use]
pub fn describe_problem(words: &Messages, problem: &Problem) -> String {
    let sentence = sentence(words, &problem.kind);
    prefix_place(words, &problem.place, problem.position, &sentence)
}

/// Prefixes a sentence with its place in the file, with line and column if known.
#[must_use]
pub fn prefix_place(words: &Messages, place: &str, at: Option<Position>, sentence: &str) -> String {
    match at {
        _ if place.is_empty() => sentence.to_owned(),
        Some(at) => words.problem_at_line(
            place,
            &at.line.to_string(),
            &at.column.to_string(),
            sentence,
        ),
        None => words.problem_at(place, sentence),
    }
}

/// Cause and remedy, without the place.
fn sentence(words: &Messages, kind: &ProblemKind) -> String {
    file::describe(words, kind)
        .or_else(|| entries::describe(words, kind))
        .or_else(|| rules::describe(words, kind))
        .or_else(|| wording::describe(words, kind))
        .or_else(|| answers::describe(words, kind))
        .unwrap_or_else(|| kind.to_string())
}
