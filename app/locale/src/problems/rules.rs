//! Problems of a questionnaire's rules: weights, ranges, conditions, order of actions.

use assay_core::ProblemKind;

use super::names::entry_name;
use super::values::{abbreviate, describe_level_fault, format_cycle, format_number, quote_value};
use crate::Messages;

pub(super) fn describe(messages: &Messages, kind: &ProblemKind) -> Option<String> {
    describe_number(messages, kind)
        .or_else(|| describe_cycle(messages, kind))
        .or_else(|| describe_version_mapping(messages, kind))
        .or_else(|| describe_no_effect(messages, kind))
}

fn describe_number(messages: &Messages, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::NegativeWeight { weight } => {
            messages.problem_negative_weight(&format_number(*weight))
        }
        ProblemKind::NotFinite => messages.problem_not_finite().to_owned(),
        ProblemKind::AllWeightsZero { of, id } => {
            messages.problem_all_weights_zero(entry_name(messages, *of), &abbreviate(id))
        }
        ProblemKind::ZeroSectionWeight { id } => {
            messages.problem_section_weighs_nothing(&abbreviate(id))
        }
        ProblemKind::OutsideRange { found, low, high } => messages.problem_outside_range(
            &format_number(*found),
            &format_number(*low),
            &format_number(*high),
        ),
        ProblemKind::PowerTooNearZero { found } => {
            messages.problem_power_too_near_zero(&format_number(*found))
        }
        ProblemKind::NotALevel { found, fault } => describe_level_fault(messages, found, *fault)
            .unwrap_or_else(|| messages.problem_not_a_level(&quote_value(messages, found))),
        ProblemKind::NotTwoLevels { count } => messages.problem_not_two_levels(*count),
        ProblemKind::RaiseNotUpwards { from, to } => {
            messages.problem_raise_not_upwards(&from.to_string(), &to.to_string())
        }
        _ => return None,
    })
}

fn describe_cycle(messages: &Messages, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::ConditionOnItself { question } => {
            messages.problem_condition_on_itself(&abbreviate(question))
        }
        ProblemKind::ConditionLoop { questions } => {
            messages.problem_condition_loop(&format_cycle(questions))
        }
        ProblemKind::ActionLoop { actions } => messages.problem_action_loop(&format_cycle(actions)),
        _ => return None,
    })
}

/// Problems of the mapping from earlier versions.
fn describe_version_mapping(messages: &Messages, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::DuplicateRename { old, first, new } => {
            messages.problem_renamed_alike(&abbreviate(first), &abbreviate(old), &abbreviate(new))
        }
        ProblemKind::NotFiveLevels { count } => messages.problem_not_five_levels(*count),
        ProblemKind::DuplicateLevels { id } => messages.problem_levels_twice(&abbreviate(id)),
        _ => return None,
    })
}

/// Warnings about entries without effect.
fn describe_no_effect(messages: &Messages, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::CountsNowhere { question } => {
            messages.problem_counts_nowhere(&abbreviate(question))
        }
        ProblemKind::IdleThreshold { criterion } => {
            messages.problem_idle_threshold(&abbreviate(criterion))
        }
        ProblemKind::QuickConditionNotQuick {
            question,
            condition,
        } => messages
            .problem_quick_condition_not_quick(&abbreviate(question), &abbreviate(condition)),
        _ => return None,
    })
}
