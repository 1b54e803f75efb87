//! Problems of a questionnaire's rules: weights, ranges, conditions, order of actions.

use assay_core::ProblemKind;

use super::names::entry_name;
use super::values::{abbreviate, describe_level_fault, format_cycle, format_number, quote_value};
use crate::Messages;

pub(super) fn describe(words: &Messages, kind: &ProblemKind) -> Option<String> {
    figures(words, kind)
        .or_else(|| order(words, kind))
        .or_else(|| versions(words, kind))
        .or_else(|| idle(words, kind))
}

fn figures(words: &Messages, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::NegativeWeight { weight } => {
            words.problem_negative_weight(&format_number(*weight))
        }
        ProblemKind::NotFinite => words.problem_not_finite().to_owned(),
        ProblemKind::AllWeightsZero { of, id } => {
            words.problem_all_weights_zero(entry_name(words, *of), &abbreviate(id))
        }
        ProblemKind::ZeroSectionWeight { id } => {
            words.problem_section_weighs_nothing(&abbreviate(id))
        }
        ProblemKind::OutsideRange { found, low, high } => words.problem_outside_range(
            &format_number(*found),
            &format_number(*low),
            &format_number(*high),
        ),
        ProblemKind::PowerTooNearZero { found } => {
            words.problem_power_too_near_zero(&format_number(*found))
        }
        ProblemKind::NotALevel { found, fault } => describe_level_fault(words, found, *fault)
            .unwrap_or_else(|| words.problem_not_a_level(&quote_value(words, found))),
        ProblemKind::NotTwoLevels { count } => words.problem_not_two_levels(*count),
        ProblemKind::RaiseNotUpwards { from, to } => {
            words.problem_raise_not_upwards(&from.to_string(), &to.to_string())
        }
        _ => return None,
    })
}

fn order(words: &Messages, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::ConditionOnItself { question } => {
            words.problem_condition_on_itself(&abbreviate(question))
        }
        ProblemKind::ConditionLoop { questions } => {
            words.problem_condition_loop(&format_cycle(questions))
        }
        ProblemKind::ActionLoop { actions } => words.problem_action_loop(&format_cycle(actions)),
        _ => return None,
    })
}

/// Problems of the mapping from earlier versions.
fn versions(words: &Messages, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::DuplicateRename { old, first, new } => {
            words.problem_renamed_alike(&abbreviate(first), &abbreviate(old), &abbreviate(new))
        }
        ProblemKind::NotFiveLevels { count } => words.problem_not_five_levels(*count),
        ProblemKind::DuplicateLevels { id } => words.problem_levels_twice(&abbreviate(id)),
        _ => return None,
    })
}

/// Warnings about entries without effect.
fn idle(words: &Messages, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::CountsNowhere { question } => {
            words.problem_counts_nowhere(&abbreviate(question))
        }
        ProblemKind::IdleThreshold { criterion } => {
            words.problem_idle_threshold(&abbreviate(criterion))
        }
        ProblemKind::QuickConditionNotQuick {
            question,
            condition,
        } => words.problem_quick_condition_not_quick(&abbreviate(question), &abbreviate(condition)),
        _ => return None,
    })
}
