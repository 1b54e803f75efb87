//! An assessment of the list, of any questionnaire and version, as far as its records are readable
//! without the questionnaire.

use std::hash::{DefaultHasher, Hash, Hasher};

use assay_core::{Json, Model, ModelRef, Stance, timestamp};

use super::stored_records::StoredRecords;
use crate::browser::console::log_failure;

/// The field of an assessment's head that holds its labels: a list of texts.
pub(super) const LABELS: &str = "labels";

/// The field of an assessment's head that holds the time at which it was archived.
pub(super) const ARCHIVED: &str = "archived";

/// What tells whether the records of an assessment have changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Revision {
    /// The revision that is stored beside the records; empty if they were not changed since revisions
    /// exist.
    Stored(String),
    /// A hash of the records, where the stored revision may be that of others.
    Contents(u64),
}

/// An assessment of the list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ListedAssessment {
    pub(crate) key: String,
    /// The questionnaire that its head names.
    pub(crate) model: Option<ModelRef>,
    /// The name in its profile; may be empty.
    pub(crate) name: String,
    pub(crate) stance: Option<Stance>,
    pub(crate) labels: Vec<String>,
    pub(crate) is_archived: bool,
    /// The time of the last change, or else of creation.
    pub(crate) changed: Option<String>,
    /// Number of stored answers, those to questions that are not asked included.
    pub(crate) answers: usize,
    /// Number of notes.
    pub(crate) notes: usize,
    /// The version of the questionnaire for which it was copied last.
    pub(crate) copied_to: Option<String>,
    /// Number of records.
    pub(crate) records: usize,
    pub(crate) revision: Revision,
}

impl ListedAssessment {
    /// Reads the records of an assessment; `None` without a readable head. `revision` is the stored
    /// one, if it is that of these records or an earlier one.
    pub(super) fn from_records(stored: &StoredRecords, revision: Option<String>) -> Option<Self> {
        let (key, records) = (stored.key(), stored.records());
        let of = |part: &str| {
            let wanted = format!("a/{key}/{part}");
            let found = records.iter().find(|(stored, _)| *stored == wanted);
            found.map(|(_, value)| value.as_str())
        };
        let head = log_failure(
            "read a stored assessment",
            Json::parse_leniently(of("head")?),
        )?;
        let text = |json: Option<&Json>| json.and_then(Json::as_str).map(str::to_owned);
        let profile = |field| head.get("profile").and_then(|profile| profile.get(field));
        let count = |part: &str| {
            let beginning = format!("a/{key}/{part}/");
            let of_part = records
                .iter()
                .filter(|(stored, _)| stored.starts_with(&beginning));
            of_part.count()
        };
        let times = [of("updated").map(str::to_owned), text(head.get("updated"))];
        Some(Self {
            key: key.to_owned(),
            model: ModelRef::from_json(&head),
            name: text(profile("name")).unwrap_or_default().trim().to_owned(),
            stance: profile("stance")
                .and_then(Json::as_str)
                .and_then(Stance::parse),
            labels: labels_of(&head),
            is_archived: head.get(ARCHIVED).and_then(Json::as_str).is_some(),
            changed: times
                .into_iter()
                .flatten()
                .next()
                .or_else(|| text(head.get("created"))),
            answers: count("q"),
            notes: count("n"),
            copied_to: of("copied").map(str::to_owned),
            records: records.len(),
            revision: revision.map_or_else(|| Revision::of_contents(stored), Revision::Stored),
        })
    }

    /// Whether it belongs to this questionnaire.
    pub(crate) fn belongs_to(&self, model: &Model) -> bool {
        let of = ModelRef::of_model(model);
        self.model.as_ref().is_none_or(|found| *found == of)
    }

    /// The time of the last change in seconds since 2020.
    pub(crate) fn changed_seconds(&self) -> Option<i64> {
        timestamp::seconds_since_2020(self.changed.as_deref()?)
    }
}

impl Revision {
    fn of_contents(of: &StoredRecords) -> Self {
        let mut hasher = DefaultHasher::new();
        of.records().hash(&mut hasher);
        Self::Contents(hasher.finish())
    }
}

/// The labels in a head, without empty and repeated ones.
pub(super) fn labels_of(head: &Json) -> Vec<String> {
    let Some(Json::List(found)) = head.get(LABELS) else {
        return Vec::new();
    };
    let mut labels = Vec::new();
    for label in found.iter().filter_map(Json::as_str).map(str::trim) {
        if !label.is_empty() && !labels.iter().any(|known| known == label) {
            labels.push(label.to_owned());
        }
    }
    labels
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use assay_core::{Assessment, Model, Stance};

    use super::{ListedAssessment, Revision};
    use crate::state::assessment_records::to_records;
    use crate::state::stored_records::StoredRecords;

    const STANDARD: &str = include_str!("../../../core/models/standard.json");

    fn standard() -> Model {
        Model::parse(STANDARD).unwrap().value
    }

    fn file(more: &str) -> String {
        format!(
            r#"{{"format":"assay.assessment/1","model":{{"id":"standard","version":"2"}},
            "profile":{{"name":" Acme ","stance":"adopt"}},"answers":{{"data.domain":3,"data.labels":"unknown"}},
            "notes":{{"data.domain":"see"}},"updated":"2026-11-24T07:00:00Z"{more}}}"#
        )
    }

    fn records(more: &str) -> StoredRecords {
        let model = standard();
        let assessment = Assessment::parse(&model, &file(more)).unwrap();
        StoredRecords::new("k1", to_records("k1", &model, &assessment))
    }

    fn listed(more: &str) -> ListedAssessment {
        ListedAssessment::from_records(&records(more), None).unwrap()
    }

    #[test]
    fn a_row_holds_what_the_head_says_and_counts_the_answers() {
        let one = listed(r#","labels":["Bank","",7,"Bank"," 2026 "],"archived":"2026-11-25""#);
        assert_eq!(
            (one.name.as_str(), one.stance),
            ("Acme", Some(Stance::Adopt))
        );
        assert_eq!((one.answers, one.notes, one.records), (2, 1, 5));
        assert_eq!(one.labels, ["Bank", "2026"]);
        assert!(one.is_archived && one.belongs_to(&standard()));
        assert_eq!(one.changed.as_deref(), Some("2026-11-24T07:00:00Z"));
    }

    #[test]
    fn without_a_stored_revision_a_change_of_a_record_is_noticed() {
        let (before, same) = (listed(""), listed(""));
        assert_eq!(before, same);
        let mut records = records("").into_records();
        for (_, value) in records
            .iter_mut()
            .filter(|(key, _)| key.ends_with("data.domain"))
        {
            *value = "2".to_owned();
        }
        let changed = StoredRecords::new("k1", records);
        let changed = ListedAssessment::from_records(&changed, None).unwrap();
        assert_ne!(changed, before);
        let revision = before.revision.clone();
        assert_eq!(
            ListedAssessment {
                revision,
                ..changed
            },
            before
        );
        assert!(matches!(before.revision, Revision::Contents(_)));
    }

    #[test]
    fn labels_and_archive_state_survive_the_store_and_a_file() {
        let more = r#","labels":["Bank"],"archived":"2026-11-25""#;
        let model = standard();
        let saved = records(more).to_file(Some(&model)).unwrap();
        let expected = Assessment::parse(&model, &file(more)).unwrap();
        assert_eq!(saved, expected.to_json(&model));
        assert!(saved.contains("\"labels\""), "{saved}");
        let unread = records(more).to_file(None).unwrap();
        let unread = Assessment::parse(&model, &unread).unwrap();
        assert_eq!(unread.to_json(&model), expected.to_json(&model));
    }
}
