//! Problems of a questionnaire's entries: missing, repeated or unknown ids, too many or too few
//! entries.

use assay_core::{EntryKind, ProblemKind};

use super::names::{entry_name, entry_name_plural};
use super::values::abbreviate;
use crate::Messages;

pub(super) fn describe(messages: &Messages, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::EmptyId { of } => messages.problem_empty_id(entry_name(messages, *of)),
        ProblemKind::EmptyText => messages.problem_empty_text().to_owned(),
        ProblemKind::RepeatedId { of, id, first } => {
            messages.problem_repeated_id(entry_name(messages, *of), first, &abbreviate(id))
        }
        ProblemKind::UnknownId { of, id } => {
            messages.problem_unknown_id(entry_name(messages, *of), &abbreviate(id))
        }
        ProblemKind::TooMany {
            of: EntryKind::Section,
            count,
            limit,
        } => messages.problem_too_many_sections(&count.to_string(), &limit.to_string()),
        ProblemKind::TooMany { of, count, limit } => messages.problem_too_many(
            &count.to_string(),
            entry_name_plural(messages, *of),
            &limit.to_string(),
        ),
        ProblemKind::EmptyList { of } => messages.problem_none_of(entry_name(messages, *of)),
        ProblemKind::NoReferences { of, id } => messages.problem_names_nothing(
            entry_name(messages, *of),
            &abbreviate(id),
            entry_name(messages, required_part(*of)),
        ),
        ProblemKind::SectionWithoutQuestions { id } => {
            messages.problem_section_without_questions(&abbreviate(id))
        }
        ProblemKind::MissingPath { stance, path } => {
            messages.problem_missing_path(path.as_str(), stance.as_str())
        }
        _ => return None,
    })
}

/// What an entry must contain: criteria for a path, questions for any other.
fn required_part(of: EntryKind) -> EntryKind {
    match of {
        EntryKind::Path => EntryKind::Criterion,
        _ => EntryKind::Question,
    }
}
