//! Names of a questionnaire's entries and of JSON types.

use assay_core::{EntryKind, JsonType};

use crate::Messages;

/// Singular: "criterion".
pub(super) fn entry_name(words: &Messages, of: EntryKind) -> &str {
    match of {
        EntryKind::Section => words.problem_thing_section(),
        EntryKind::Question => words.problem_thing_question(),
        EntryKind::Criterion => words.problem_thing_criterion(),
        EntryKind::Path => words.problem_thing_path(),
        EntryKind::Action => words.problem_thing_action(),
        EntryKind::Topic => words.problem_thing_topic(),
    }
}

/// Plural: "criteria".
pub(super) fn entry_name_plural(words: &Messages, of: EntryKind) -> &str {
    match of {
        EntryKind::Section => words.problem_things_section(),
        EntryKind::Question => words.problem_things_question(),
        EntryKind::Criterion => words.problem_things_criterion(),
        EntryKind::Path => words.problem_things_path(),
        EntryKind::Action => words.problem_things_action(),
        EntryKind::Topic => words.problem_things_topic(),
    }
}

/// A kind of file with its article: "a result".
pub(super) fn file_kind_name<'w>(words: &'w Messages, kind: &str) -> Option<&'w str> {
    Some(match kind {
        "assessment" => words.problem_file_assessment(),
        "model" => words.problem_file_model(),
        "result" => words.problem_file_result(),
        "config" => words.problem_file_config(),
        "cohort" => words.problem_file_cohort(),
        "invitation" => words.problem_file_invitation(),
        _ => return None,
    })
}

/// A JSON type with its article: "a number".
pub(super) fn shape_name(words: &Messages, shape: JsonType) -> &str {
    match shape {
        JsonType::Null => words.problem_shape_null(),
        JsonType::Boolean => words.problem_shape_boolean(),
        JsonType::Number => words.problem_shape_number(),
        JsonType::Text => words.problem_shape_text(),
        JsonType::List => words.problem_shape_list(),
        JsonType::Object => words.problem_shape_object(),
    }
}
