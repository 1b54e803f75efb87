//! What is wrong with a file, in the reader's language: whole sentences that say where, what is
//! wrong and what to do about it. The pages and the command line tool show them to people who
//! open a file of answers or write a questionnaire.

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

/// Says one problem, with its place in front where it has one.
#[must_use]
pub fn describe_problem(words: &Messages, problem: &Problem) -> String {
    let sentence = sentence(words, &problem.kind);
    prefix_place(words, &problem.place, problem.position, &sentence)
}

/// A sentence behind the place in a file that it is about, with line and column where they are
/// known.
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

/// What is wrong and what to do about it, without the place.
fn sentence(words: &Messages, kind: &ProblemKind) -> String {
    file::describe(words, kind)
        .or_else(|| entries::describe(words, kind))
        .or_else(|| rules::describe(words, kind))
        .or_else(|| wording::describe(words, kind))
        .or_else(|| answers::describe(words, kind))
        .unwrap_or_else(|| kind.to_string())
}
