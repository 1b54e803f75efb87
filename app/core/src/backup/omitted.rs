//! Groups of records that a backup omits, with the reason.

use super::restore_plan::group_name;
use super::{Backup, RecordKind, Records};
use crate::problem::Log;
use crate::syntax::Place;
use crate::{ProblemKind, Problems};

/// A backup, and what is not in it.
#[derive(Debug, Clone, PartialEq)]
pub struct BackupWithOmissions {
    /// The backup of everything else.
    pub backup: Backup,
    /// The groups that were omitted, in the order of their keys.
    pub omitted: Vec<OmittedGroup>,
}

/// A group of records that was omitted: an assessment, a team or a record of its own.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct OmittedGroup {
    /// The key prefix of the group.
    pub group: String,
    /// The name of the assessment or the id of something else, if it is known.
    pub name: Option<String>,
    /// The number of its records.
    pub records: usize,
    /// Why it was omitted.
    pub problems: Problems,
}

/// Splits sorted records into groups. A record of an unknown kind is a group of its own.
pub(super) fn split_groups(records: &[(String, String)]) -> Vec<(&str, &[(String, String)])> {
    let mut groups = Vec::new();
    let mut rest = records;
    while let Some((key, _)) = rest.first() {
        let group = group_of(key);
        let count = rest.iter().take_while(|(key, _)| group_of(key) == group);
        let (of_group, after) = rest.split_at(count.count().max(1));
        groups.push((group, of_group));
        rest = after;
    }
    groups
}

/// The key prefix of a record's group; the key itself if the kind is unknown.
pub(super) fn group_of(key: &str) -> &str {
    RecordKind::of_key(key).map_or(key, |(_, group)| group)
}

/// Whether the records of a group lack the head without which they cannot be used.
pub(super) fn lacks_head(group: &str, records: &[(String, String)]) -> bool {
    let is_assessment = matches!(
        RecordKind::of_key(&format!("{group}head")),
        Some((RecordKind::Assessment, _))
    );
    let is_head = |(key, _): &(String, String)| key.strip_suffix("head") == Some(group);
    is_assessment && group.ends_with('/') && !records.iter().any(is_head)
}

/// Reports that a group has no head.
pub(super) fn report_headless(records: &Place<'_>, group: &str, log: &mut Log) {
    log.report(
        &records.key(group),
        ProblemKind::MissingField { field: "head" },
    );
}

/// Separates the sorted records from those of assessments without a head.
pub(super) fn without_headless(records: Records) -> (Records, Vec<OmittedGroup>) {
    let (mut kept, mut omitted) = (Records::new(), Vec::new());
    for (group, of_group) in split_groups(&records) {
        if lacks_head(group, of_group) {
            let mut log = Log::default();
            report_headless(&Place::Top.key("records"), group, &mut log);
            omitted.push(OmittedGroup::new(group, of_group, log));
        } else {
            kept.extend_from_slice(of_group);
        }
    }
    (kept, omitted)
}

impl OmittedGroup {
    pub(super) fn new(group: &str, records: &[(String, String)], log: Log) -> Self {
        let kind = RecordKind::of_key(&format!("{group}head")).map(|(kind, _)| kind);
        Self {
            group: group.to_owned(),
            name: kind.and_then(|kind| group_name(kind, group, records)),
            records: records.len(),
            problems: Problems(log.into_problems()),
        }
    }
}
