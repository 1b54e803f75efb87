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
pub fn describe_problem(messages: &Messages, problem: &Problem) -> String {
    let sentence = sentence(messages, &problem.kind);
    prefix_place(messages, &problem.place, problem.position, &sentence)
}

/// Prefixes a sentence with its place in the file, with line and column if known.
#[must_use]
pub fn prefix_place(
    messages: &Messages,
    place: &str,
    at: Option<Position>,
    sentence: &str,
) -> String {
    match at {
        _ if place.is_empty() => sentence.to_owned(),
        Some(at) => messages.problem_at_line(
            place,
            &at.line.to_string(),
            &at.column.to_string(),
            sentence,
        ),
        None => messages.problem_at(place, sentence),
    }
}

/// Cause and remedy, without the place.
fn sentence(messages: &Messages, kind: &ProblemKind) -> String {
    file::describe(messages, kind)
        .or_else(|| entries::describe(messages, kind))
        .or_else(|| rules::describe(messages, kind))
        .or_else(|| wording::describe(messages, kind))
        .or_else(|| answers::describe(messages, kind))
        .unwrap_or_else(|| kind.to_string())
}
