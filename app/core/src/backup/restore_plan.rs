//! Compares a backup with the stored records and plans its restoration.

use super::{Backup, Records};
use crate::Json;

/// A kind of record group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordKind {
    /// An assessment.
    Assessment,
    /// The team of a questionnaire.
    Team,
    /// The comparison of a questionnaire.
    Comparison,
    /// A questionnaire opened from a file.
    Questionnaire,
    /// The reference to the current assessment of a questionnaire.
    Current,
}

impl RecordKind {
    /// The first key segment of each kind.
    pub(super) const WORDS: [&'static str; 5] = ["a", "team", "compare", "model", "current"];

    /// Returns the kind of a record and the key prefix of its group.
    #[must_use]
    pub fn of_key(key: &str) -> Option<(Self, &str)> {
        let mut slashes = key.match_indices('/').map(|(at, _)| at);
        let (first, second) = (slashes.next()?, slashes.next());
        let end = |at: usize| key.get(..=at);
        let name = |from: usize, to: usize| key.get(from..to).filter(|name| !name.is_empty());
        let start = first.checked_add(1)?;
        let whole = name(start, key.len()).map(|_| key);
        let part = second.filter(|&at| name(start, at).is_some()).and_then(end);
        match key.get(..first)? {
            "a" => part.map(|group| (Self::Assessment, group)),
            "team" => part.map(|group| (Self::Team, group)),
            "compare" => whole.map(|group| (Self::Comparison, group)),
            "model" => whole.map(|group| (Self::Questionnaire, group)),
            "current" => whole.map(|group| (Self::Current, group)),
            _ => None,
        }
    }
}

/// A key with its new value; `None` deletes the key.
pub type RecordChange = (String, Option<String>);

/// A group that differs between the backup and the store.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BackupConflict {
    /// The kind of the group.
    pub kind: RecordKind,
    /// The key prefix of the group.
    pub group: String,
    /// The display name: the name of the assessment, or else an id.
    pub name: String,
    /// The time of the last change in the store, if it is known.
    pub stored_time: Option<String>,
    /// The time of the last change in the backup, if it is known.
    pub backup_time: Option<String>,
    /// The changes that bring the store to the state of the backup.
    pub replacement: Vec<RecordChange>,
}

/// The plan for restoring a backup.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct RestorePlan {
    /// Records to add, under keys that are not in use.
    pub additions: Records,
    /// The number of added assessments.
    pub assessments: usize,
    /// The number of other groups to which records are added.
    pub others: usize,
    /// The groups that differ. An assessment in conflict has no additions.
    pub conflicts: Vec<BackupConflict>,
}

impl Backup {
    /// Compares the backup with the stored records.
    #[must_use]
    pub fn plan_restore(&self, stored: &Records) -> RestorePlan {
        let mut merge = RestorePlan::default();
        let mut rest = self.records.as_slice();
        while let Some((key, _)) = rest.first() {
            let Some((kind, group)) = RecordKind::of_key(key) else {
                rest = rest.get(1..).unwrap_or_default();
                continue;
            };
            let count = rest.iter().take_while(|(key, _)| belongs(key, kind, group));
            let (there, after) = rest.split_at(count.count().max(1));
            merge.add(kind, group, there, stored);
            rest = after;
        }
        merge
    }
}

fn belongs(key: &str, kind: RecordKind, group: &str) -> bool {
    RecordKind::of_key(key) == Some((kind, group))
}

impl RestorePlan {
    fn add(&mut self, kind: RecordKind, group: &str, there: &[(String, String)], stored: &Records) {
        let here = stored.iter().filter(|(key, _)| belongs(key, kind, group));
        let here: Records = here.cloned().collect();
        let replacement = match kind {
            _ if here.is_empty() => {
                self.count_group(kind);
                self.additions.extend_from_slice(there);
                return;
            }
            // The current assessment of the store is kept.
            RecordKind::Current => return,
            RecordKind::Assessment => whole(&here, there),
            _ => self.add_missing(kind, &here, there),
        };
        if !replacement.is_empty() {
            self.conflicts.push(BackupConflict {
                kind,
                group: group.to_owned(),
                name: group_name(kind, group, there)
                    .or_else(|| group_name(kind, group, &here))
                    .unwrap_or_default(),
                stored_time: updated(group, &here),
                backup_time: updated(group, there),
                replacement,
            });
        }
    }

    /// Adds the records that are not stored and returns those that differ.
    fn add_missing(
        &mut self,
        kind: RecordKind,
        here: &Records,
        there: &[(String, String)],
    ) -> Vec<RecordChange> {
        let mut differing = Vec::new();
        let mut added = false;
        for (key, text) in there {
            match value(here, key) {
                None => {
                    added = true;
                    self.additions.push((key.clone(), text.clone()));
                }
                Some(stored) if stored == text => {}
                Some(_) => differing.push((key.clone(), Some(text.clone()))),
            }
        }
        if added {
            self.count_group(kind);
        }
        differing
    }

    fn count_group(&mut self, kind: RecordKind) {
        let count = match kind {
            RecordKind::Assessment => &mut self.assessments,
            RecordKind::Current => return,
            _ => &mut self.others,
        };
        *count = count.saturating_add(1);
    }
}

/// Returns the changes from the stored to the backed-up state of an assessment; empty if they are
/// equal. An assessment is replaced as a whole, so that answers of different times are not mixed.
fn whole(here: &Records, there: &[(String, String)]) -> Vec<RecordChange> {
    let gone = here.iter().filter(|(key, _)| value(there, key).is_none());
    let mut changes: Vec<RecordChange> = gone.map(|(key, _)| (key.clone(), None)).collect();
    let changed = there
        .iter()
        .filter(|(key, text)| value(here, key) != Some(text));
    changes.extend(changed.map(|(key, text)| (key.clone(), Some(text.clone()))));
    changes
}

fn value<'r>(records: &'r [(String, String)], key: &str) -> Option<&'r String> {
    records
        .iter()
        .find(|(known, _)| known == key)
        .map(|(_, text)| text)
}

fn head(group: &str, records: &[(String, String)]) -> Option<Json> {
    Json::parse_leniently(value(records, &format!("{group}head"))?).ok()
}

/// The display name of a group, if it is known.
pub(super) fn group_name(
    kind: RecordKind,
    group: &str,
    records: &[(String, String)],
) -> Option<String> {
    if kind != RecordKind::Assessment {
        return group.split('/').nth(1).map(str::to_owned);
    }
    let name = head(group, records)?;
    let name = name
        .get("profile")?
        .get("name")?
        .as_str()?
        .trim()
        .to_owned();
    (!name.is_empty()).then_some(name)
}

fn updated(group: &str, records: &[(String, String)]) -> Option<String> {
    if let Some(updated) = value(records, &format!("{group}updated")) {
        return Some(updated.clone());
    }
    let updated = head(group, records)?;
    Some(updated.get("updated")?.as_str()?.to_owned())
}
