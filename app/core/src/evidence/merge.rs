//! The evidence of several members for the answers on which they agree.

use std::collections::BTreeMap;

use super::{Evidence, EvidenceRecords, Person};
use crate::team::Member;
use crate::{QuestionIx, sorting};

/// The evidence of a group: one entry for each question, and the further ones as lines for its note.
pub(crate) struct MergedEvidence {
    pub(crate) records: EvidenceRecords,
    pub(crate) further: BTreeMap<QuestionIx, Vec<String>>,
}

/// Merges the evidence of all members: the latest for each question, those without a date last.
/// Without names, no entry names a person.
pub(crate) fn merge_evidence(members: &[Member], with_names: bool) -> MergedEvidence {
    let mut all: BTreeMap<QuestionIx, Vec<(Evidence, String)>> = BTreeMap::new();
    for member in members {
        for (&question, record) in member.assessment.evidence_records.iter() {
            let Some(mut evidence) = Evidence::from_record(record) else {
                continue;
            };
            let mut record = record.clone();
            if !with_names {
                evidence.person = Person::default();
                record = evidence.to_record(None);
            }
            if evidence != Evidence::default() {
                all.entry(question).or_default().push((evidence, record));
            }
        }
    }
    let mut merged = MergedEvidence {
        records: EvidenceRecords::new(),
        further: BTreeMap::new(),
    };
    for (question, mut found) in all {
        sorting::sort_by(&mut found, |(a, one), (b, other)| {
            let newest_first = b.date.cmp(&a.date);
            newest_first.then_with(|| (a.to_line(), one).cmp(&(b.to_line(), other)))
        });
        found.dedup_by(|(a, _), (b, _)| a == b);
        let mut found = found.into_iter();
        let first = found.next().map(|(_, record)| (question, record));
        merged.records.extend(first);
        let lines: Vec<String> = found.map(|(evidence, _)| evidence.to_line()).collect();
        if !lines.is_empty() {
            merged.further.insert(question, lines);
        }
    }
    merged
}
