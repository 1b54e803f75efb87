//! Problems of any file: size, syntax, fields.

use assay_core::ProblemKind;
use assay_core::json::Position;

use super::names::{file_kind_name, shape_name};
use super::values::abbreviate;
use super::{sentence, syntax};
use crate::{Messages, join_list};

pub(super) fn describe(messages: &Messages, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::TooLarge { bytes, limit } => {
            messages.problem_too_large(&bytes.to_string(), &limit.to_string())
        }
        ProblemKind::TooDeep { limit } => messages.problem_too_deep(&limit.to_string()),
        ProblemKind::NotUtf8 { at, byte } => prefix_text_position(
            messages,
            at,
            &messages.problem_not_utf8(&format!("0x{byte:02X}")),
        ),
        ProblemKind::NotUtf16 { at } => {
            prefix_text_position(messages, at, messages.problem_not_utf16())
        }
        ProblemKind::ContainsNul { at } => {
            prefix_text_position(messages, at, messages.problem_holds_nul())
        }
        ProblemKind::NotJson { at, fault } => {
            prefix_text_position(messages, at, &syntax::describe(messages, fault))
        }
        ProblemKind::WrongFormat { found, expected } => {
            describe_wrong_format(messages, found, expected)
        }
        ProblemKind::MissingField { field } => messages.problem_missing(field),
        ProblemKind::WrongType { expected, found } => messages.problem_wrong_shape(
            shape_name(messages, *found),
            shape_name(messages, *expected),
        ),
        ProblemKind::RepeatedKey { key } => messages.problem_repeated_key(&abbreviate(key)),
        ProblemKind::NotOneOf { found, allowed } => {
            messages.problem_not_one_of(&abbreviate(found), &quoted_list(messages, allowed))
        }
        ProblemKind::MoreProblems { count } => messages.problem_more(*count),
        ProblemKind::SharedByAll { count, each } => {
            messages.problem_everywhere(&sentence(messages, each), &count.to_string())
        }
        _ => return None,
    })
}

/// Prefixes a sentence with its line and column.
fn prefix_text_position(messages: &Messages, at: &Position, sentence: &str) -> String {
    messages.problem_in_text(&at.line.to_string(), &at.column.to_string(), sentence)
}

/// Names the kind of file that was found if it is a known one.
fn describe_wrong_format(messages: &Messages, found: &str, expected: &str) -> String {
    let kind = |format: &str| Some(format.strip_prefix("assay.")?.split_once('/')?.0.to_owned());
    let (is, should) = (kind(found), kind(expected));
    if is.is_some() && is == should {
        return messages.problem_newer_format(&abbreviate(found), expected);
    }
    if expected == "assay.assessment/1" && is.as_deref() == Some("result") {
        return messages.problem_wrong_file_result(&abbreviate(found));
    }
    let named = |kind: Option<String>| kind.and_then(|kind| file_kind_name(messages, &kind));
    match named(is).zip(named(should)) {
        Some((is, should)) => messages.problem_wrong_file(is, &abbreviate(found), should, expected),
        None => messages.problem_wrong_format(&abbreviate(found), expected),
    }
}

fn quoted_list(messages: &Messages, items: &[&str]) -> String {
    let quoted: Vec<String> = items
        .iter()
        .map(|item| messages.problem_quoted(item))
        .collect();
    join_list(messages, &quoted)
}
