//! Problems of a file as such: its size, its syntax, its fields.

use assay_core::ProblemKind;

use super::names::shape;
use super::values::short;
use crate::{Words, list};

pub(super) fn say(words: &Words, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::TooLarge { bytes, limit } => {
            words.problem_too_large(&bytes.to_string(), &limit.to_string())
        }
        ProblemKind::TooDeep { limit } => words.problem_too_deep(&limit.to_string()),
        ProblemKind::NotJson {
            line,
            column,
            message,
        } => words.problem_not_json(&line.to_string(), &column.to_string(), &short(message)),
        ProblemKind::WrongFormat { found, expected } => {
            words.problem_wrong_format(&short(found), expected)
        }
        ProblemKind::Missing { field } => words.problem_missing(field),
        ProblemKind::WrongShape { expected, found } => {
            words.problem_wrong_shape(shape(words, *found), shape(words, *expected))
        }
        ProblemKind::RepeatedKey { key } => words.problem_repeated_key(&short(key)),
        ProblemKind::NotOneOf { found, allowed } => {
            words.problem_not_one_of(&short(found), &quoted_list(words, allowed))
        }
        ProblemKind::More { count } => words.problem_more(*count),
        _ => return None,
    })
}

fn quoted_list(words: &Words, items: &[&str]) -> String {
    let quoted: Vec<String> = items
        .iter()
        .map(|item| words.problem_quoted(item))
        .collect();
    list(words, &quoted)
}
