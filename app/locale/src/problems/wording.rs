//! Problems of a questionnaire's texts in one language.

use assay_core::{Level, ProblemKind};

use super::values::abbreviate;
use crate::Messages;

pub(super) fn describe(words: &Messages, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::MissingText => words.problem_missing_text().to_owned(),
        ProblemKind::SuperfluousText { key } => words.problem_superfluous_text(&abbreviate(key)),
        ProblemKind::LevelCount { found } if *found < Level::ALL.len() => {
            words.problem_level_count_few(*found)
        }
        ProblemKind::LevelCount { found } => words.problem_level_count_many(&found.to_string()),
        ProblemKind::Markup { found, count } => words.problem_markup(&abbreviate(found), *count),
        _ => return None,
    })
}
