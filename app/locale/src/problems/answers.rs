//! Problems of answers.

use assay_core::ProblemKind;

use super::values::{abbreviate, describe_level_fault, quote_value};
use crate::Messages;

pub(super) fn describe(messages: &Messages, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::NotAnAnswer { found, fault } => describe_level_fault(messages, found, *fault)
            .unwrap_or_else(|| messages.problem_not_an_answer(&quote_value(messages, found))),
        ProblemKind::NotApplicableNotAllowed { question } => {
            messages.problem_not_applicable_not_allowed(&abbreviate(question))
        }
        ProblemKind::NotADate { found } => {
            messages.problem_not_a_date(&quote_value(messages, found))
        }
        ProblemKind::TextTooLong { length, limit } => {
            messages.problem_text_too_long(&length.to_string(), &limit.to_string())
        }
        ProblemKind::OtherModel { found, at_hand } => messages.problem_other_model(
            &abbreviate(&found.id),
            &abbreviate(&found.version),
            &abbreviate(&at_hand.id),
            &abbreviate(&at_hand.version),
        ),
        _ => return None,
    })
}
