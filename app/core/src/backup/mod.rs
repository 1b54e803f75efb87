//! Backups of all data that a browser stores (`assay.backup/1`). Restoring adds missing records,
//! reports differing ones as conflicts, and overwrites only on request.
//!
//! The records have the keys of the app's store:
//!
//! | key | content |
//! | --- | --- |
//! | `a/KEY/…` | an assessment: `head`, `updated`, `q/`, `n/`, `g/` by question |
//! | `team/MODEL/…` | a team: `m/`, `n/` by member, `q/` by question, `o/` options |
//! | `compare/MODEL` | the results selected for comparison |
//! | `model/KEY` | a questionnaire opened from a file |
//! | `current/MODEL` | the current assessment |

mod omitted;
mod read;
mod restore_plan;

pub use omitted::{BackupWithOmissions, OmittedGroup};
pub use restore_plan::{BackupConflict, RecordChange, RecordKind, RestorePlan};

use crate::Json;

const FORMAT: &str = "assay.backup/1";

/// The maximum size of a backup in bytes: 64 MiB.
pub const MAX_BACKUP_SIZE: usize = 64 << 20;

/// Keys with their values.
pub type Records = Vec<(String, String)>;

/// All data that a browser stored at some time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// The time of creation, as written in the file.
    pub created: Option<String>,
    /// Settings such as the language, by name.
    pub settings: Records,
    records: Records,
}

impl Backup {
    /// Creates a backup of the records of a store. The records of assessments without a head are
    /// omitted, since nothing can read them, and returned as such.
    ///
    /// ```
    /// use assay_core::backup::{Backup, Records};
    ///
    /// let records = vec![("current/standard".to_owned(), "k1".to_owned())];
    /// let made = Backup::of_records("2026-11-23T09:00:00Z".to_owned(), records, Records::new());
    /// let restored = Backup::parse(&made.backup.to_json())?.backup;
    /// assert_eq!(restored.plan_restore(&Records::new()).additions.len(), 1);
    /// # Ok::<(), assay_core::Problems>(())
    /// ```
    #[must_use]
    pub fn of_records(created: String, records: Records, settings: Records) -> BackupWithOmissions {
        let mut records = records;
        records.retain(|(key, _)| RecordKind::of_key(key).is_some());
        crate::sorting::sort(&mut records);
        let (records, omitted) = omitted::without_headless(records);
        let backup = Self {
            created: Some(created),
            settings,
            records,
        };
        BackupWithOmissions { backup, omitted }
    }

    /// Returns whether there are no records.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Formats the backup file.
    #[must_use]
    pub fn to_json(&self) -> String {
        let texts = |records: &Records| {
            let records = records.iter();
            Json::object(records.map(|(key, text)| (key.as_str(), Json::text(text.as_str()))))
        };
        let mut entries = vec![("format", Json::text(FORMAT))];
        if let Some(created) = &self.created {
            entries.push(("made", Json::text(created.as_str())));
        }
        entries.push(("settings", texts(&self.settings)));
        entries.push(("records", texts(&self.records)));
        Json::object(entries).to_pretty()
    }
}
