//! Names of a questionnaire's entries and of JSON types.

use assay_core::{EntryKind, JsonType};

use crate::Messages;

/// Singular: "criterion".
pub(super) fn entry_name(messages: &Messages, of: EntryKind) -> &str {
    match of {
        EntryKind::Section => messages.problem_thing_section(),
        EntryKind::Question => messages.problem_thing_question(),
        EntryKind::Criterion => messages.problem_thing_criterion(),
        EntryKind::Path => messages.problem_thing_path(),
        EntryKind::Action => messages.problem_thing_action(),
        EntryKind::Topic => messages.problem_thing_topic(),
    }
}

/// Plural: "criteria".
pub(super) fn entry_name_plural(messages: &Messages, of: EntryKind) -> &str {
    match of {
        EntryKind::Section => messages.problem_things_section(),
        EntryKind::Question => messages.problem_things_question(),
        EntryKind::Criterion => messages.problem_things_criterion(),
        EntryKind::Path => messages.problem_things_path(),
        EntryKind::Action => messages.problem_things_action(),
        EntryKind::Topic => messages.problem_things_topic(),
    }
}

/// A kind of file with its article: "a result".
pub(super) fn file_kind_name<'w>(messages: &'w Messages, kind: &str) -> Option<&'w str> {
    Some(match kind {
        "assessment" => messages.problem_file_assessment(),
        "model" => messages.problem_file_model(),
        "result" => messages.problem_file_result(),
        "config" => messages.problem_file_config(),
        "cohort" => messages.problem_file_cohort(),
        "invitation" => messages.problem_file_invitation(),
        _ => return None,
    })
}

/// A JSON type with its article: "a number".
pub(super) fn shape_name(messages: &Messages, shape: JsonType) -> &str {
    match shape {
        JsonType::Null => messages.problem_shape_null(),
        JsonType::Boolean => messages.problem_shape_boolean(),
        JsonType::Number => messages.problem_shape_number(),
        JsonType::Text => messages.problem_shape_text(),
        JsonType::List => messages.problem_shape_list(),
        JsonType::Object => messages.problem_shape_object(),
    }
}
