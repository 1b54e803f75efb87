//! Problems of a questionnaire's texts in one language.

use assay_core::{Level, ProblemKind};

use super::values::abbreviate;
use crate::Messages;

pub(super) fn describe(messages: &Messages, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::MissingText => messages.problem_missing_text().to_owned(),
        ProblemKind::SuperfluousText { key } => messages.problem_superfluous_text(&abbreviate(key)),
        ProblemKind::LevelCount { found } if *found < Level::ALL.len() => {
            messages.problem_level_count_few(*found)
        }
        ProblemKind::LevelCount { found } => messages.problem_level_count_many(&found.to_string()),
        ProblemKind::Markup { found, count } => messages.problem_markup(&abbreviate(found), *count),
        _ => return None,
    })
}
