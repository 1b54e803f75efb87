//! Problems of entries: their ids, their number and their references.

use assay_core::{EntryKind, PathId, ProblemKind, Stance};

use super::{Sample, sample, text};

pub(super) fn entries() -> Vec<Sample> {
    let ids = vec![
        sample(ProblemKind::EmptyId {
            of: EntryKind::Section,
        }),
        sample(ProblemKind::EmptyText),
        sample(ProblemKind::RepeatedId {
            of: EntryKind::Question,
            id: text("data.a"),
            first: text("questions[2]"),
        }),
        sample(ProblemKind::UnknownId {
            of: EntryKind::Criterion,
            id: text("market"),
        }),
    ];
    let too_many = [
        EntryKind::Section,
        EntryKind::Question,
        EntryKind::Criterion,
        EntryKind::Path,
        EntryKind::Action,
        EntryKind::Topic,
    ];
    let too_many = too_many.map(|of| {
        let (count, limit) = (1_001, 1_000);
        sample(ProblemKind::TooMany { of, count, limit })
    });
    [ids, too_many.to_vec(), references()].concat()
}

/// Entries that lack something that they must name or hold.
fn references() -> Vec<Sample> {
    vec![
        sample(ProblemKind::EmptyList {
            of: EntryKind::Question,
        }),
        sample(ProblemKind::NoReferences {
            of: EntryKind::Criterion,
            id: text("market"),
        }),
        sample(ProblemKind::NoReferences {
            of: EntryKind::Path,
            id: text("agents"),
        }),
        sample(ProblemKind::NoReferences {
            of: EntryKind::Action,
            id: text("label"),
        }),
        sample(ProblemKind::SectionWithoutQuestions { id: text("data") }),
        sample(ProblemKind::MissingPath {
            stance: Stance::Provide,
            path: PathId::Agent,
        }),
    ]
}
