//! Problems of a questionnaire's entries: ids that are missing, repeated or unknown, and entries
//! that are too many or too few.

use assay_core::{ProblemKind, Thing};

use super::names::{thing, things};
use super::values::short;
use crate::Words;

pub(super) fn say(words: &Words, kind: &ProblemKind) -> Option<String> {
    Some(match kind {
        ProblemKind::EmptyId { of } => words.problem_empty_id(thing(words, *of)),
        ProblemKind::EmptyText => words.problem_empty_text().to_owned(),
        ProblemKind::RepeatedId { of, id, first } => {
            words.problem_repeated_id(thing(words, *of), first, &short(id))
        }
        ProblemKind::UnknownId { of, id } => {
            words.problem_unknown_id(thing(words, *of), &short(id))
        }
        ProblemKind::TooMany {
            of: Thing::Section,
            count,
            limit,
        } => words.problem_too_many_sections(&count.to_string(), &limit.to_string()),
        ProblemKind::TooMany { of, count, limit } => {
            words.problem_too_many(&count.to_string(), things(words, *of), &limit.to_string())
        }
        ProblemKind::NoneOf { of } => words.problem_none_of(thing(words, *of)),
        ProblemKind::NamesNothing { of, id } => {
            words.problem_names_nothing(thing(words, *of), &short(id), thing(words, part(*of)))
        }
        ProblemKind::SectionWithoutQuestions { id } => {
            words.problem_section_without_questions(&short(id))
        }
        ProblemKind::MissingPath { stance, path } => {
            words.problem_missing_path(path.as_str(), stance.as_str())
        }
        _ => return None,
    })
}

/// What an entry has to name: a path its criteria, any other its questions.
fn part(of: Thing) -> Thing {
    match of {
        Thing::Path => Thing::Criterion,
        _ => Thing::Question,
    }
}
