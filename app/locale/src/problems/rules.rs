//! Problems of a questionnaire's rules: weights, ranges, conditions, and the order of actions.

use assay_core::ProblemKind;

use super::names::thing;
use super::values::{circle, level, number, short, value};
use crate::Words;

pub(super) fn say(words: &Words, kind: &ProblemKind) -> Option<String> {
    figures(words, kind)
        .or_else(|| order(words, kind))
        .or_else(|| versions(words, kind))
        .or_else(|| idle(words, kind))
}

fn figures(words: &Words, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::NegativeWeight { weight } => words.problem_negative_weight(&number(*weight)),
        ProblemKind::NotFinite => words.problem_not_finite().to_owned(),
        ProblemKind::AllWeightsZero { of, id } => {
            words.problem_all_weights_zero(thing(words, *of), &short(id))
        }
        ProblemKind::SectionWeighsNothing { id } => {
            words.problem_section_weighs_nothing(&short(id))
        }
        ProblemKind::OutsideRange { found, low, high } => {
            words.problem_outside_range(&number(*found), &number(*low), &number(*high))
        }
        ProblemKind::PowerTooNearZero { found } => {
            words.problem_power_too_near_zero(&number(*found))
        }
        ProblemKind::NotALevel { found, fault } => level(words, found, *fault)
            .unwrap_or_else(|| words.problem_not_a_level(&value(words, found))),
        ProblemKind::NotTwoLevels { count } => words.problem_not_two_levels(*count),
        ProblemKind::RaiseNotUpwards { from, to } => {
            words.problem_raise_not_upwards(&from.to_string(), &to.to_string())
        }
        _ => return None,
    })
}

fn order(words: &Words, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::ConditionOnItself { question } => {
            words.problem_condition_on_itself(&short(question))
        }
        ProblemKind::ConditionLoop { questions } => {
            words.problem_condition_loop(&circle(questions))
        }
        ProblemKind::ActionLoop { actions } => words.problem_action_loop(&circle(actions)),
        _ => return None,
    })
}

/// What a questionnaire says of its earlier versions.
fn versions(words: &Words, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::RenamedAlike { old, first, new } => {
            words.problem_renamed_alike(&short(first), &short(old), &short(new))
        }
        ProblemKind::NotFiveLevels { count } => words.problem_not_five_levels(*count),
        ProblemKind::LevelsTwice { id } => words.problem_levels_twice(&short(id)),
        _ => return None,
    })
}

/// Warnings about what has no effect.
fn idle(words: &Words, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::CountsNowhere { question } => words.problem_counts_nowhere(&short(question)),
        ProblemKind::IdleThreshold { criterion } => words.problem_idle_threshold(&short(criterion)),
        ProblemKind::QuickConditionNotQuick {
            question,
            condition,
        } => words.problem_quick_condition_not_quick(&short(question), &short(condition)),
        _ => return None,
    })
}
