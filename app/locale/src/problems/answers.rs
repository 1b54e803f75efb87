//! Problems of a file of answers.

use assay_core::ProblemKind;

use super::values::{level, short, value};
use crate::Words;

pub(super) fn say(words: &Words, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::NotAnAnswer { found, fault } => level(words, found, *fault)
            .unwrap_or_else(|| words.problem_not_an_answer(&value(words, found))),
        ProblemKind::NotApplicableNotAllowed { question } => {
            words.problem_not_applicable_not_allowed(&short(question))
        }
        ProblemKind::OtherModel { found, at_hand } => words.problem_other_model(
            &short(&found.id),
            &short(&found.version),
            &short(&at_hand.id),
            &short(&at_hand.version),
        ),
        _ => return None,
    })
}
