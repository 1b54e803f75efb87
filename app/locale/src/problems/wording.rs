//! Problems of a questionnaire's texts in one language.

use assay_core::ProblemKind;

use super::values::short;
use crate::Words;

pub(super) fn say(words: &Words, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::MissingText => words.problem_missing_text().to_owned(),
        ProblemKind::SuperfluousText { key } => words.problem_superfluous_text(&short(key)),
        ProblemKind::LevelCount { found } => words.problem_level_count(*found),
        _ => return None,
    })
}
