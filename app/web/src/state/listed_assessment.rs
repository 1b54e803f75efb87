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

    use super::{ListedAssessment, list_records};
    use crate::state::assessment_records::to_records;

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

    fn listed(more: &str) -> ListedAssessment {
        let model = standard();
        let assessment = Assessment::parse(&model, &file(more)).unwrap();
        list_records(to_records("k1", &model, &assessment))
            .pop()
            .unwrap()
    }

    #[test]
    fn a_row_holds_what_the_head_says_and_counts_the_answers() {
        let one = listed(r#","labels":["Bank","",7,"Bank"," 2026 "],"archived":"2026-11-25""#);
        assert_eq!(
            (one.name.as_str(), one.stance),
            ("Acme", Some(Stance::Adopt))
        );
        assert_eq!((one.answers, one.notes), (2, 1));
        assert_eq!(one.labels, ["Bank", "2026"]);
        assert!(one.is_archived && one.belongs_to(&standard()));
        assert_eq!(one.changed.as_deref(), Some("2026-11-24T07:00:00Z"));
    }

    #[test]
    fn labels_and_archive_state_survive_the_store_and_a_file() {
        let more = r#","labels":["Bank"],"archived":"2026-11-25""#;
        let model = standard();
        let saved = listed(more).to_file(Some(&model)).unwrap();
        let expected = Assessment::parse(&model, &file(more)).unwrap();
        assert_eq!(saved, expected.to_json(&model));
        assert!(saved.contains("\"labels\""), "{saved}");
        let unread = listed(more).to_file(None).unwrap();
        let unread = Assessment::parse(&model, &unread).unwrap();
        assert_eq!(unread.to_json(&model), expected.to_json(&model));
    }

    #[test]
    fn assessments_of_every_questionnaire_are_listed_and_records_without_a_head_are_not() {
        let model = standard();
        let assessment = Assessment::parse(&model, &file("")).unwrap();
        let mut records = to_records("k2", &model, &assessment);
        records.extend(to_records("k1", &model, &assessment));
        let elsewhere = r#"{"model":{"id":"ours","version":"7"},"profile":{"stance":"both"}}"#;
        records.push(("a/k3/head".to_owned(), elsewhere.to_owned()));
        records.push(("a/k4/q/data.domain".to_owned(), "3".to_owned()));
        records.push(("a/k5/head".to_owned(), "{".to_owned()));
        let found = list_records(records);
        let keys: Vec<&str> = found.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(keys, ["k1", "k2", "k3"]);
        assert!(found[2].stance.is_none() && !found[2].belongs_to(&model));
        assert!(found[2].read(&model).is_none());
        assert_eq!(found[0].read(&model).unwrap().assessment.answers.len(), 2);
    }
}
