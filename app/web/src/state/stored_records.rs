//! The records of listed assessments, read when something is done with one: the list itself does not
//! need them.

use assay_core::{AdaptedAssessment, Assessment, Model, Problems};

use super::assessment_records::{StoredAssessment, assessment_key, collect_assessments};
use super::earlier_assessment::file_from_records;
use crate::browser::store::{self, StorageError};

/// Number of assessments up to which each is read by itself. More are read with all others at once,
/// which takes less time.
pub(super) const MOST_SINGLE_READS: usize = 20;

/// The records of an assessment of any questionnaire, with their keys.
pub(crate) struct StoredRecords {
    key: String,
    records: store::Entries,
}

impl StoredRecords {
    pub(crate) fn new(key: &str, records: store::Entries) -> Self {
        Self {
            key: key.to_owned(),
            records,
        }
    }

    /// Loads the records of an assessment; without any if it is no longer stored.
    ///
    /// # Errors
    /// If the database does not answer.
    pub(crate) async fn load(key: &str) -> Result<Self, StorageError> {
        let read = store::read_prefix(&format!("a/{key}/")).await;
        let records = read.map_err(|_| StorageError)?;
        Ok(Self::new(key, records))
    }

    /// Loads the records of several assessments, in the order of the keys that are given.
    ///
    /// # Errors
    /// If the database does not answer.
    pub(crate) async fn load_several(keys: &[String]) -> Result<Vec<Self>, StorageError> {
        let mut found = Vec::new();
        if keys.len() <= MOST_SINGLE_READS {
            for key in keys {
                found.push(Self::load(key).await?);
            }
            return Ok(found);
        }
        let all = store::read_prefix("a/").await.map_err(|_| StorageError)?;
        let mut groups = split_by_assessment(all);
        for key in keys {
            let place = groups.iter().position(|of| of.key == *key);
            let group = place.map(|at| groups.swap_remove(at));
            found.push(group.unwrap_or_else(|| Self::new(key, Vec::new())));
        }
        Ok(found)
    }

    /// The assessment, read with its questionnaire; `None` if that is another one.
    pub(crate) fn read(&self, model: &Model) -> Option<StoredAssessment> {
        collect_assessments(model, self.records.clone()).pop()
    }

    /// The assessment as a file, of its own questionnaire. `model` is that questionnaire, if it is at
    /// hand; without it, answers that are not valid anywhere are left out.
    pub(crate) fn to_file(&self, model: Option<&Model>) -> Option<String> {
        match model.and_then(|model| Some((model, self.read(model)?))) {
            Some((model, stored)) => Some(stored.assessment.to_json(model)),
            None => file_from_records(&self.key, &self.records),
        }
    }

    /// A copy for another version of the questionnaire, with what is lost.
    ///
    /// # Errors
    /// What is wrong with its file.
    pub(crate) fn adapt(&self, model: &Model) -> Option<Result<AdaptedAssessment, Problems>> {
        Some(Assessment::adapt(model, &self.to_file(None)?))
    }

    pub(crate) fn key(&self) -> &str {
        &self.key
    }

    pub(crate) fn records(&self) -> &store::Entries {
        &self.records
    }

    pub(crate) fn into_records(self) -> store::Entries {
        self.records
    }
}

/// Splits the records of assessments, in the order of their keys.
pub(super) fn split_by_assessment(mut records: store::Entries) -> Vec<StoredRecords> {
    // The database returns them in order; only copies in local storage come last.
    if !records.is_sorted_by(|a, b| a.0 <= b.0) {
        assay_core::sorting::sort_by(&mut records, |a, b| a.0.cmp(&b.0));
    }
    let mut found: Vec<StoredRecords> = Vec::new();
    for record in records {
        let Some(key) = assessment_key(&record.0) else {
            continue;
        };
        match found.last_mut() {
            Some(last) if last.key == key => last.records.push(record),
            _ => {
                let key = key.to_owned();
                found.push(StoredRecords {
                    key,
                    records: vec![record],
                });
            }
        }
    }
    found
}
