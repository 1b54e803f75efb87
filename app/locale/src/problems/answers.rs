//! Problems of answers.

use assay_core::ProblemKind;

use super::values::{abbreviate, describe_level_fault, quote_value};
use crate::Messages;

pub(super) fn describe(words: &Messages, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::NotAnAnswer { found, fault } => describe_level_fault(words, found, *fault)
            .unwrap_or_else(|| words.problem_not_an_answer(&quote_value(words, found))),
        ProblemKind::NotApplicableNotAllowed { question } => {
            words.problem_not_applicable_not_allowed(&abbreviate(question))
        }
        ProblemKind::OtherModel { found, at_hand } => words.problem_other_model(
            &abbreviate(&found.id),
            &abbreviate(&found.version),
            &abbreviate(&at_hand.id),
            &abbreviate(&at_hand.version),
        ),
        _ => return None,
    })
}
