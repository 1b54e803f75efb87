//! Loads the list of assessments: from their stored summaries, and from their records where a summary
//! is missing or out of date.

use std::sync::Arc;

use assay_core::sorting;

use super::list_summary::{StoredFigures, read_summary};
use super::listed_assessment::ListedAssessment;
use super::stored_records::{MOST_SINGLE_READS, StoredRecords, split_by_assessment};
use crate::browser::store::{self, Entries, PartialRead, ReadResult};

/// An assessment of the list, with what its figures are shown from.
pub(crate) struct LoadedAssessment {
    pub(crate) entry: ListedAssessment,
    pub(crate) source: FigureSource,
}

/// What the figures of an assessment are shown from.
#[derive(Clone)]
pub(crate) enum FigureSource {
    /// Its records, of which they are to be computed.
    Records(Arc<StoredRecords>),
    /// Its summary. The figures are missing if the questionnaire was not at hand.
    Summary(Option<StoredFigures>),
}

/// The number of records that listed assessments account for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RecordCount(usize);

impl RecordCount {
    /// Whether there are no other records, so that the list is that of all assessments as they are
    /// stored. To be asked when the list shows, because the browser visits every record for the answer.
    pub(crate) async fn is_of_all(self) -> bool {
        store::count_records().await == Some(self.0)
    }
}

/// Loads the assessments that have summaries, in the order of their keys; `None` if there are too few
/// summaries to tell what is stored.
pub(crate) async fn load_summarized() -> Option<(Vec<LoadedAssessment>, RecordCount)> {
    let entries = store::read_summaries().await?;
    load_by_summaries(StoredList::from_entries(entries)).await
}

/// Loads all assessments from their records, in the order of their keys.
///
/// # Errors
/// Those that local storage has, if the database cannot be read at present.
pub(crate) async fn load_listed() -> ReadResult<Vec<LoadedAssessment>> {
    // Before the records, which may have later revisions, but no earlier ones.
    let stored = store::read_summaries().await;
    let stored = stored.map(StoredList::from_entries);
    match store::read_prefix("a/").await {
        Ok(records) => {
            let count = records.len();
            let loaded = list_records(records, stored.as_ref());
            if let Some(stored) = stored {
                stored.tidy(&loaded, count);
            }
            Ok(loaded)
        }
        Err(PartialRead(part)) => Err(PartialRead(list_records(part, None))),
    }
}

/// Loads the assessments of the summaries, and reads the records of those without a valid one; `None`
/// if these are many, or if the records were never read all.
async fn load_by_summaries(stored: StoredList) -> Option<(Vec<LoadedAssessment>, RecordCount)> {
    let mut records = stored.unlisted?;
    let is_stale = |one: &&StoredSummary| one.summary.is_none();
    if stored.summaries.iter().filter(is_stale).count() > MOST_SINGLE_READS {
        return None;
    }
    let mut loaded = Vec::new();
    for one in stored.summaries {
        if let Some((entry, figures)) = one.summary {
            records = records.saturating_add(entry.records);
            let source = FigureSource::Summary(figures);
            loaded.push(LoadedAssessment { entry, source });
            continue;
        }
        let read = StoredRecords::load(&one.key).await.ok()?;
        if read.records().is_empty() {
            // It was deleted, and its revision could not be.
            store::write_summary(&one.key, None).await;
            continue;
        }
        if let Some(found) = load_from_records(read, Some(one.revision)) {
            records = records.saturating_add(found.entry.records);
            loaded.push(found);
        }
    }
    Some((loaded, RecordCount(records)))
}

fn load_from_records(records: StoredRecords, revision: Option<String>) -> Option<LoadedAssessment> {
    let entry = ListedAssessment::from_records(&records, revision)?;
    let source = FigureSource::Records(Arc::new(records));
    Some(LoadedAssessment { entry, source })
}

/// The assessments of all records.
fn list_records(records: Entries, stored: Option<&StoredList>) -> Vec<LoadedAssessment> {
    let groups = split_by_assessment(records).into_iter();
    let listed = groups.filter_map(|of_one| {
        let revision = stored.map(|stored| stored.revision_of(of_one.key()));
        load_from_records(of_one, revision)
    });
    let mut listed: Vec<LoadedAssessment> = listed.collect();
    sorting::sort_by(&mut listed, |a, b| a.entry.key.cmp(&b.entry.key));
    listed
}

/// The summaries in the order of their keys.
struct StoredList {
    summaries: Vec<StoredSummary>,
    /// Number of records that belong to no listed assessment, when all were read last.
    unlisted: Option<usize>,
}

struct StoredSummary {
    key: String,
    /// The revision of the records; empty if there is none.
    revision: String,
    /// `None` if it is missing or out of date.
    summary: Option<(ListedAssessment, Option<StoredFigures>)>,
}

impl StoredList {
    fn from_entries(entries: Entries) -> Self {
        let mut list = Self {
            summaries: Vec::new(),
            unlisted: None,
        };
        for (stored_key, value) in entries {
            let mut parts = stored_key.split('/').skip(1);
            let (Some(key), part) = (parts.next(), parts.next()) else {
                continue;
            };
            let Some(part) = part else {
                list.unlisted = value.parse().ok();
                continue;
            };
            if list.summaries.last().is_none_or(|last| last.key != key) {
                list.summaries.push(StoredSummary {
                    key: key.to_owned(),
                    revision: String::new(),
                    summary: None,
                });
            }
            let Some(last) = list.summaries.last_mut() else {
                continue;
            };
            // The revision comes first in the order of the keys.
            match part {
                "rev" => last.revision = value,
                _ => last.summary = read_summary(key, &last.revision, &value),
            }
        }
        sorting::sort_by(&mut list.summaries, |a, b| a.key.cmp(&b.key));
        list
    }

    fn revision_of(&self, key: &str) -> String {
        let found = self
            .summaries
            .binary_search_by(|one| one.key.as_str().cmp(key));
        let found = found.ok().and_then(|at| self.summaries.get(at));
        found.map_or_else(String::new, |one| one.revision.clone())
    }

    /// Deletes the summaries of assessments that are not listed, and stores how many of all records
    /// belong to no listed assessment.
    fn tidy(self, loaded: &[LoadedAssessment], records: usize) {
        let of_listed = loaded.iter().map(|one| one.entry.records).sum();
        let unlisted = (!loaded.is_empty()).then(|| records.saturating_sub(of_listed));
        let is_listed = |key: &str| {
            let found = loaded.binary_search_by(|one| one.entry.key.as_str().cmp(key));
            found.is_ok()
        };
        let keys = self.summaries.into_iter().map(|one| one.key);
        let gone: Vec<String> = keys.filter(|key| !is_listed(key)).collect();
        if gone.is_empty() && unlisted == self.unlisted {
            return;
        }
        wasm_bindgen_futures::spawn_local(async move {
            for key in gone {
                store::write_summary(&key, None).await;
            }
            store::write_unlisted(unlisted).await;
        });
    }
}

#[cfg(test)]
mod tests;
