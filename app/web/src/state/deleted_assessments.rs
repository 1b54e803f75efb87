//! Assessments that were deleted and can be restored for 30 days.
//!
//! Key: `deleted/KEY`. Value: `{"deleted": TIME, "records": {"a/KEY/…": …}}`, so that nothing that
//! reads assessments finds them. A backup leaves them out.

use assay_core::{Json, ModelRef, timestamp};

use super::assessment_records::{assessment_key, delete_assessment};
use super::head_edit::with_key;
use crate::browser::console::log_failure;
use crate::browser::store::{self, StorageError};
use crate::browser::{clock, tabs};

/// For how many days a deleted assessment can be restored.
pub(crate) const DAYS_KEPT: i64 = 30;

const PREFIX: &str = "deleted/";

/// A deleted assessment.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DeletedAssessment {
    pub(crate) key: String,
    /// The name in its profile; may be empty.
    pub(crate) name: String,
    pub(crate) model: Option<ModelRef>,
    /// The time of the deletion.
    pub(crate) deleted: String,
    records: store::Entries,
}

impl DeletedAssessment {
    fn parse(key: &str, value: &str) -> Option<Self> {
        let json = log_failure("read a deleted assessment", Json::parse_leniently(value))?;
        let deleted = json.get("deleted")?.as_str()?.to_owned();
        let Json::Object(records) = json.get("records")? else {
            return None;
        };
        let texts = records
            .iter()
            .filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned())));
        let records: store::Entries = texts.collect();
        let head = records.iter().find(|(key, _)| key.ends_with("/head"));
        let head = head.and_then(|(_, head)| Json::parse_leniently(head).ok());
        let name = head
            .as_ref()
            .and_then(|head| head.get("profile")?.get("name")?.as_str());
        Some(Self {
            key: key.strip_prefix(PREFIX)?.to_owned(),
            name: name.unwrap_or_default().trim().to_owned(),
            model: head.as_ref().and_then(ModelRef::from_json),
            deleted,
            records,
        })
    }

    fn to_value(&self) -> String {
        let records = self.records.iter();
        let records = records.map(|(key, value)| (key.as_str(), Json::text(value.as_str())));
        Json::object([
            ("deleted", Json::text(self.deleted.as_str())),
            ("records", Json::object(records)),
        ])
        .to_string()
    }
}

/// Days until a deletion is final, from 1 to [`DAYS_KEPT`]; 0 when it is. A time that cannot be
/// read is final, and one in the future counts as now.
pub(crate) fn days_left(deleted: &str, now: &str) -> i64 {
    const DAY: i64 = 86_400;
    let times = timestamp::seconds_since_2020(deleted).zip(timestamp::seconds_since_2020(now));
    let Some((deleted, now)) = times else {
        return 0;
    };
    let passed = now.saturating_sub(deleted).max(0);
    let left = DAYS_KEPT.saturating_mul(DAY).saturating_sub(passed);
    left.saturating_add(DAY - 1).max(0) / DAY
}

/// Loads the deleted assessments, the last deleted first, and deletes those whose time is over.
/// Nothing if the database cannot be read at present.
pub(crate) async fn load_deleted() -> Vec<DeletedAssessment> {
    // The page that shows the list also shows that the database does not answer.
    let Ok(entries) = store::read_prefix(PREFIX).await else {
        return Vec::new();
    };
    let (kept, expired) = split_expired(&entries, &clock::now());
    if !expired.is_empty() {
        let changes = expired.into_iter().map(|key| (key, None)).collect();
        store::write_changes(changes, String::new(), |_| ());
    }
    kept
}

/// The deletions that can be undone, the last first, and the keys of the others.
fn split_expired(entries: &store::Entries, now: &str) -> (Vec<DeletedAssessment>, Vec<String>) {
    let (mut kept, mut expired) = (Vec::new(), Vec::new());
    for (key, value) in entries {
        match DeletedAssessment::parse(key, value) {
            Some(found) if days_left(&found.deleted, now) > 0 => kept.push(found),
            _ => expired.push(key.clone()),
        }
    }
    assay_core::sorting::sort_by(&mut kept, |a, b| {
        let time = |one: &DeletedAssessment| timestamp::seconds_since_2020(&one.deleted);
        time(b).cmp(&time(a))
    });
    (kept, expired)
}

/// Moves assessments to the deleted ones. Returns how many were stored.
///
/// # Errors
/// If the database does not answer. An assessment is then in its old place.
pub(crate) async fn move_to_deleted(keys: &[String]) -> Result<usize, StorageError> {
    let now = clock::now();
    let mut count = 0_usize;
    for key in keys {
        let records = store::read_prefix(&format!("a/{key}/")).await;
        let records = records.map_err(|_| StorageError)?;
        // Deleted by an earlier press, or in another tab.
        if records.is_empty() {
            continue;
        }
        let moved = DeletedAssessment {
            key: key.clone(),
            name: String::new(),
            model: None,
            deleted: now.clone(),
            records,
        };
        let place = format!("{PREFIX}{key}");
        store::write_and_wait(vec![(place.clone(), Some(moved.to_value()))]).await?;
        if delete_assessment(key).await.is_err() {
            store::write_and_wait(vec![(place, None)]).await?;
            return Err(StorageError);
        }
        count = count.saturating_add(1);
    }
    Ok(count)
}

/// Brings deleted assessments back, each under a new key where its own is in use again. Returns
/// their keys.
///
/// # Errors
/// If there is no room or the database does not answer.
pub(crate) async fn restore_deleted(keys: &[String]) -> Result<Vec<String>, StorageError> {
    let mut restored = Vec::new();
    for key in keys {
        let place = format!("{PREFIX}{key}");
        let found = store::read_key(&place).await.map_err(|_| StorageError)?;
        let found = found.and_then(|value| DeletedAssessment::parse(&place, &value));
        // Restored by an earlier press, or in another tab.
        let Some(found) = found else { continue };
        let head = store::read_key(&format!("a/{key}/head")).await;
        let target = match head.map_err(|_| StorageError)? {
            Some(_) => clock::generate_key(),
            None => key.clone(),
        };
        let records = found.records.into_iter();
        let mut changes: Vec<store::Change> = records
            .filter(|(stored, _)| assessment_key(stored).is_some())
            .map(|(stored, value)| (with_key(&stored, &target), Some(value)))
            .collect();
        changes.push((place, None));
        store::write_and_wait(changes).await?;
        tabs::announce_change(&format!("a/{target}/head"));
        restored.push(target);
    }
    Ok(restored)
}

/// Deletes a deleted assessment for good.
///
/// # Errors
/// If the database does not answer; then nothing was deleted.
pub(crate) async fn delete_for_good(key: &str) -> Result<(), StorageError> {
    let place = format!("{PREFIX}{key}");
    store::write_and_wait(vec![(place.clone(), None)]).await?;
    tabs::announce_change(&place);
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{DeletedAssessment, days_left, split_expired};

    const NOON: &str = "2026-11-28T12:00:00Z";

    fn deleted(key: &str, time: &str) -> (String, String) {
        let head = r#"{"model":{"id":"ours","version":"1"},"profile":{"name":"Acme"}}"#;
        let one = DeletedAssessment {
            key: key.to_owned(),
            name: "Acme".to_owned(),
            model: None,
            deleted: time.to_owned(),
            records: vec![
                (format!("a/{key}/head"), head.to_owned()),
                (format!("a/{key}/q/odd"), "\"\n7".to_owned()),
            ],
        };
        (format!("deleted/{key}"), one.to_value())
    }

    #[test]
    fn a_deletion_is_final_after_thirty_days_to_the_second() {
        assert_eq!(days_left(NOON, NOON), 30);
        assert_eq!(days_left(NOON, "2026-11-28T12:00:01Z"), 30);
        assert_eq!(days_left(NOON, "2026-11-29T12:00:00Z"), 29);
        assert_eq!(days_left(NOON, "2026-12-28T11:59:59Z"), 1);
        assert_eq!(days_left(NOON, "2026-12-28T12:00:00Z"), 0);
        assert_eq!(days_left(NOON, "2027-12-28T12:00:00Z"), 0);
    }

    #[test]
    fn the_time_zone_of_a_deletion_does_not_matter() {
        assert_eq!(
            days_left("2026-11-28T20:00:00+08:00", "2026-12-28T11:59:59Z"),
            1
        );
        assert_eq!(
            days_left("2026-11-28T20:00:00+08:00", "2026-12-28T12:00:00Z"),
            0
        );
    }

    #[test]
    fn a_deletion_in_the_future_is_kept_and_an_unreadable_one_is_final() {
        assert_eq!(days_left("2030-01-01T00:00:00Z", NOON), 30);
        assert_eq!(days_left("soon", NOON), 0);
    }

    #[test]
    fn expired_deletions_are_removed_and_the_others_listed_from_the_last() {
        let entries = vec![
            deleted("old", "2026-10-01T00:00:00Z"),
            deleted("first", "2026-11-20T00:00:00Z"),
            deleted("last", "2026-11-27T00:00:00Z"),
            ("deleted/odd".to_owned(), "{".to_owned()),
        ];
        let (kept, expired) = split_expired(&entries, NOON);
        let keys: Vec<&str> = kept.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(keys, ["last", "first"]);
        assert_eq!(expired, ["deleted/old", "deleted/odd"]);
    }

    #[test]
    fn a_deleted_assessment_keeps_every_record_as_it_was() {
        let (key, value) = deleted("k1", NOON);
        let found = DeletedAssessment::parse(&key, &value).unwrap();
        assert_eq!((found.name.as_str(), found.key.as_str()), ("Acme", "k1"));
        assert_eq!(found.model.as_ref().unwrap().id, "ours");
        assert_eq!(found.records[1].1, "\"\n7");
        assert_eq!(found.to_value(), value);
    }
}
