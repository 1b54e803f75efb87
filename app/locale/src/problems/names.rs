//! What the entries of a questionnaire and the shapes of JSON values are called.

use assay_core::{Shape, Thing};

use crate::Words;

/// One of them: "criterion".
pub(super) fn thing(words: &Words, of: Thing) -> &str {
    match of {
        Thing::Section => words.problem_thing_section(),
        Thing::Question => words.problem_thing_question(),
        Thing::Criterion => words.problem_thing_criterion(),
        Thing::Path => words.problem_thing_path(),
        Thing::Action => words.problem_thing_action(),
        Thing::Topic => words.problem_thing_topic(),
    }
}

/// Many of them: "criteria".
pub(super) fn things(words: &Words, of: Thing) -> &str {
    match of {
        Thing::Section => words.problem_things_section(),
        Thing::Question => words.problem_things_question(),
        Thing::Criterion => words.problem_things_criterion(),
        Thing::Path => words.problem_things_path(),
        Thing::Action => words.problem_things_action(),
        Thing::Topic => words.problem_things_topic(),
    }
}

/// What a file of this kind is, with its article: "a result".
pub(super) fn file<'w>(words: &'w Words, kind: &str) -> Option<&'w str> {
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

/// With its article: "a number".
pub(super) fn shape(words: &Words, shape: Shape) -> &str {
    match shape {
        Shape::Null => words.problem_shape_null(),
        Shape::Boolean => words.problem_shape_boolean(),
        Shape::Number => words.problem_shape_number(),
        Shape::Text => words.problem_shape_text(),
        Shape::List => words.problem_shape_list(),
        Shape::Object => words.problem_shape_object(),
    }
}
