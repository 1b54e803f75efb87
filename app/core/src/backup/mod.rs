//! Everything that a browser keeps, as one file (`assay.backup/1`), and how it comes back: what is
//! not there is added, what differs is named, and nothing is overwritten unless that is wanted.
//!
//! The records are those of the app's store, key by key:
//!
//! | key | what belongs together |
//! | --- | --- |
//! | `a/KEY/…` | an assessment: `head`, `updated`, `q/`, `n/`, `g/` by question |
//! | `team/MODEL/…` | a team: `m/`, `n/` by member, `q/` by question, `o/` options |
//! | `compare/MODEL` | a choice of results to compare |
//! | `model/KEY` | a questionnaire that was opened from a file |
//! | `current/MODEL` | which assessment is being filled in |

mod read;
mod restore_plan;

pub use restore_plan::{BackupConflict, RecordChange, RecordKind, RestorePlan};

use crate::Json;

const FORMAT: &str = "assay.backup/1";

/// A backup may hold so many bytes: 64 MiB.
pub const MAX_BACKUP_SIZE: usize = 64 << 20;

/// Keys and texts.
pub type Records = Vec<(String, String)>;

/// Everything that a browser kept at some time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// When it was made, as the file says.
    pub created: Option<String>,
    /// Small choices, such as the language, by name.
    pub settings: Records,
    records: Records,
}

impl Backup {
    /// A backup of what a store holds. Parts of an assessment whose head is lost are left out.
    #[must_use]
    pub fn new(made: String, records: Records, settings: Records) -> Self {
        let mut records = records;
        let heads: Vec<String> = records
            .iter()
            .filter_map(|(key, _)| Some(key.strip_suffix("head")?.to_owned()))
            .collect();
        records.retain(|(key, _)| match RecordKind::of_key(key) {
            Some((RecordKind::Assessment, group)) => heads.iter().any(|head| head == group),
            kind => kind.is_some(),
        });
        crate::sorting::sort(&mut records);
        Self {
            created: Some(made),
            settings,
            records,
        }
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The file.
    #[must_use]
    pub fn to_json(&self) -> String {
        let texts = |records: &Records| {
            let records = records.iter();
            Json::object(records.map(|(key, text)| (key.as_str(), Json::text(text.as_str()))))
        };
        let mut entries = vec![("format", Json::text(FORMAT))];
        if let Some(made) = &self.created {
            entries.push(("made", Json::text(made.as_str())));
        }
        entries.push(("settings", texts(&self.settings)));
        entries.push(("records", texts(&self.records)));
        Json::object(entries).to_pretty()
    }
}
