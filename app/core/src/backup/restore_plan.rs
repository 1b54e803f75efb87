//! Bringing a backup together with what is stored.

use super::{Backup, Records};
use crate::Json;

/// What belongs together in a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordKind {
    /// An assessment.
    Assessment,
    /// The team of a questionnaire.
    Team,
    /// The comparison of a questionnaire.
    Comparison,
    /// A questionnaire from a file.
    Questionnaire,
    /// Which assessment is being filled in.
    Current,
}

impl RecordKind {
    /// How keys of each kind begin.
    pub(super) const WORDS: [&'static str; 5] = ["a", "team", "compare", "model", "current"];

    /// The kind of a record, and what the keys of all that belongs together begin with.
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

/// A key and its new text; without one the key is deleted.
pub type RecordChange = (String, Option<String>);

/// Something that is stored otherwise than the backup has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupConflict {
    /// What it is.
    pub kind: RecordKind,
    /// What all its keys begin with.
    pub group: String,
    /// What it is called: the name of an assessment, else the questionnaire's or its own id.
    pub name: String,
    /// When what is stored was changed last, as far as that is known.
    pub stored_time: Option<String>,
    /// When what the backup has was changed last.
    pub backup_time: Option<String>,
    /// What has to be stored for the backup's state.
    pub replacement: Vec<RecordChange>,
}

/// What restoring a backup comes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RestorePlan {
    /// Records to add; nothing is stored under their keys.
    pub additions: Records,
    /// Assessments that are added.
    pub assessments: usize,
    /// Other things of which at least a part is added.
    pub others: usize,
    /// What is stored otherwise. Nothing of it is among the additions of an assessment.
    pub conflicts: Vec<BackupConflict>,
}

impl Backup {
    /// Compares the backup with what is stored.
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
                self.note(kind);
                self.additions.extend_from_slice(there);
                return;
            }
            // What is being filled in here stays so.
            RecordKind::Current => return,
            RecordKind::Assessment => whole(&here, there),
            _ => self.parts(kind, &here, there),
        };
        if !replacement.is_empty() {
            self.conflicts.push(BackupConflict {
                kind,
                group: group.to_owned(),
                name: name(kind, group, there)
                    .or_else(|| name(kind, group, &here))
                    .unwrap_or_default(),
                stored_time: updated(group, &here),
                backup_time: updated(group, there),
                replacement,
            });
        }
    }

    /// Adds what is not there; gives what differs.
    fn parts(
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
            self.note(kind);
        }
        differing
    }

    fn note(&mut self, kind: RecordKind) {
        let count = match kind {
            RecordKind::Assessment => &mut self.assessments,
            RecordKind::Current => return,
            _ => &mut self.others,
        };
        *count = count.saturating_add(1);
    }
}

/// The changes that make one state of an assessment of another: answers of two times are never
/// mixed. None where they are the same.
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

fn name(kind: RecordKind, group: &str, records: &[(String, String)]) -> Option<String> {
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
