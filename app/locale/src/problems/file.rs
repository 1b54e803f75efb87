//! Problems of any file: size, syntax, fields.

use assay_core::ProblemKind;
use assay_core::json::Position;

use super::names::{file_kind_name, shape_name};
use super::values::abbreviate;
use super::{sentence, syntax};
use crate::{Messages, join_list};

pub(super) fn describe(words: &Messages, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::TooLarge { bytes, limit } => {
            words.problem_too_large(&bytes.to_string(), &limit.to_string())
        }
        ProblemKind::TooDeep { limit } => words.problem_too_deep(&limit.to_string()),
        ProblemKind::NotUtf8 { at, byte } => {
            in_text(words, at, &words.problem_not_utf8(&format!("0x{byte:02X}")))
        }
        ProblemKind::NotUtf16 { at } => in_text(words, at, words.problem_not_utf16()),
        ProblemKind::ContainsNul { at } => in_text(words, at, words.problem_holds_nul()),
        ProblemKind::NotJson { at, fault } => in_text(words, at, &syntax::describe(words, fault)),
        ProblemKind::WrongFormat { found, expected } => wrong_format(words, found, expected),
        ProblemKind::MissingField { field } => words.problem_missing(field),
        ProblemKind::WrongType { expected, found } => {
            words.problem_wrong_shape(shape_name(words, *found), shape_name(words, *expected))
        }
        ProblemKind::RepeatedKey { key } => words.problem_repeated_key(&abbreviate(key)),
        ProblemKind::NotOneOf { found, allowed } => {
            words.problem_not_one_of(&abbreviate(found), &quoted_list(words, allowed))
        }
        ProblemKind::MoreProblems { count } => words.problem_more(*count),
        ProblemKind::SharedByAll { count, each } => {
            words.problem_everywhere(&sentence(words, each), &count.to_string())
        }
        _ => return None,
    })
}

/// Prefixes a sentence with its line and column.
fn in_text(words: &Messages, at: &Position, sentence: &str) -> String {
    words.problem_in_text(&at.line.to_string(), &at.column.to_string(), sentence)
}

/// Names the kind of file that was found if it is a known one.
fn wrong_format(words: &Messages, found: &str, expected: &str) -> String {
    let kind = |format: &str| Some(format.strip_prefix("assay.")?.split_once('/')?.0.to_owned());
    let (is, should) = (kind(found), kind(expected));
    if is.is_some() && is == should {
        return words.problem_newer_format(&abbreviate(found), expected);
    }
    if expected == "assay.assessment/1" && is.as_deref() == Some("result") {
        return words.problem_wrong_file_result(&abbreviate(found));
    }
    let named = |kind: Option<String>| kind.and_then(|kind| file_kind_name(words, &kind));
    match named(is).zip(named(should)) {
        Some((is, should)) => words.problem_wrong_file(is, &abbreviate(found), should, expected),
        None => words.problem_wrong_format(&abbreviate(found), expected),
    }
}

fn quoted_list(words: &Messages, items: &[&str]) -> String {
    let quoted: Vec<String> = items
        .iter()
        .map(|item| words.problem_quoted(item))
        .collect();
    join_list(words, &quoted)
}
