//! What is wrong with a file, in the reader's language: whole sentences that say where, what is
//! wrong and what to do about it. The pages and the command line tool show them to people who
//! open a file of answers or write a questionnaire.

mod answers;
mod entries;
mod file;
mod names;
mod rules;
mod values;
mod wording;

#[cfg(test)]
mod tests;

use assay_core::Problem;

pub use values::short;

use crate::Words;

/// Says one problem, with its place in front where it has one.
#[must_use]
pub fn problem(words: &Words, problem: &Problem) -> String {
    let kind = &problem.kind;
    let sentence = file::say(words, kind)
        .or_else(|| entries::say(words, kind))
        .or_else(|| rules::say(words, kind))
        .or_else(|| wording::say(words, kind))
        .or_else(|| answers::say(words, kind))
        .unwrap_or_else(|| kind.to_string());
    if problem.place.is_empty() {
        sentence
    } else {
        words.problem_at(&problem.place, &sentence)
    }
}
