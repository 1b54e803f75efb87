//! Problems of a questionnaire's entries: missing, repeated or unknown ids, too many or too few
//! entries.

use assay_core::{EntryKind, ProblemKind};

use super::names::{entry_name, entry_name_plural};
use super::values::abbreviate;
use crate::Messages;

pub(super) fn describe(words: &Messages, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::EmptyId { of } => words.problem_empty_id(entry_name(words, *of)),
        ProblemKind::EmptyText => words.problem_empty_text().to_owned(),
        ProblemKind::RepeatedId { of, id, first } => {
            words.problem_repeated_id(entry_name(words, *of), first, &abbreviate(id))
        }
        ProblemKind::UnknownId { of, id } => {
            words.problem_unknown_id(entry_name(words, *of), &abbreviate(id))
        }
        ProblemKind::TooMany {
            of: EntryKind::Section,
            count,
            limit,
        } => words.problem_too_many_sections(&count.to_string(), &limit.to_string()),
        ProblemKind::TooMany { of, count, limit } => words.problem_too_many(
            &count.to_string(),
            entry_name_plural(words, *of),
            &limit.to_string(),
        ),
        ProblemKind::EmptyList { of } => words.problem_none_of(entry_name(words, *of)),
        ProblemKind::NoReferences { of, id } => words.problem_names_nothing(
            entry_name(words, *of),
            &abbreviate(id),
            entry_name(words, part(*of)),
        ),
        ProblemKind::SectionWithoutQuestions { id } => {
            words.problem_section_without_questions(&abbreviate(id))
        }
        ProblemKind::MissingPath { stance, path } => {
            words.problem_missing_path(path.as_str(), stance.as_str())
        }
        _ => return None,
    })
}

/// What an entry must contain: criteria for a path, questions for any other.
fn part(of: EntryKind) -> EntryKind {
    match of {
        EntryKind::Path => EntryKind::Criterion,
        _ => EntryKind::Question,
    }
}
