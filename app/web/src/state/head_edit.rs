//! Changes to the heads of stored assessments of any questionnaire: name, labels, archive state. The
//! heads are changed as JSON, so that the questionnaire is not needed and nothing else changes.

use assay_core::Json;

use super::App;
use super::assessment_records::{assessment_key, load_assessment};
use super::listed_assessment::{ARCHIVED, LABELS};
use super::stored_records::StoredRecords;
use crate::browser::store::{self, StorageError};
use crate::browser::{clock, tabs};

/// The field of a head that names the series of measurements.
const SERIES: &str = "series";

/// A change to a head.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum HeadEdit {
    Name(String),
    Labels(Vec<String>),
    /// The time at which it was archived; `None` brings it back.
    Archived(Option<String>),
}

impl HeadEdit {
    /// Archives now, or brings back.
    pub(crate) fn archive(is_archived: bool) -> Self {
        Self::Archived(is_archived.then(clock::now))
    }

    fn apply(&self, head: &mut Json) {
        match self {
            Self::Name(name) => {
                let mut profile = head.get("profile").cloned();
                let profile = profile.get_or_insert_with(|| Json::Object(Vec::new()));
                set_field(profile, "name", Some(Json::text(name.as_str())));
                set_field(head, "profile", Some(profile.clone()));
            }
            Self::Labels(labels) => {
                let list = labels.iter().map(|label| Json::text(label.as_str()));
                let list = (!labels.is_empty()).then(|| Json::List(list.collect()));
                set_field(head, LABELS, list);
            }
            Self::Archived(time) => {
                set_field(head, ARCHIVED, time.as_deref().map(Json::text));
            }
        }
    }
}

/// Sets or removes a field in its place.
fn set_field(json: &mut Json, name: &str, value: Option<Json>) {
    let Json::Object(fields) = json else { return };
    let place = fields.iter().position(|(field, _)| field == name);
    match (place, value) {
        (Some(at), Some(value)) => {
            if let Some(slot) = fields.get_mut(at) {
                slot.1 = value;
            }
        }
        (Some(at), None) => drop(fields.remove(at)),
        (None, Some(value)) => fields.push((name.to_owned(), value)),
        (None, None) => {}
    }
}

/// Changes heads, all or none; the current assessment follows. Returns the number of changed heads:
/// an assessment that is no longer stored, or whose head cannot be read, is left out.
///
/// # Errors
/// If there is no room or the database does not answer; then nothing was changed.
pub(crate) async fn edit_heads(
    app: &App,
    edits: Vec<(String, HeadEdit)>,
) -> Result<usize, StorageError> {
    let mut changes = Vec::new();
    for (key, edit) in &edits {
        let place = format!("a/{key}/head");
        let stored = store::read_key(&place).await.map_err(|_| StorageError)?;
        let Some(mut head) = stored.and_then(|text| Json::parse_leniently(&text).ok()) else {
            continue;
        };
        edit.apply(&mut head);
        changes.push((place, Some(head.to_pretty())));
    }
    let count = changes.len();
    store::write_and_wait(changes).await?;
    for (key, _) in &edits {
        tabs::announce_change(&format!("a/{key}/head"));
    }
    let current = app.current_session();
    if edits.iter().any(|(key, _)| key == current.key())
        && let Ok(Some(stored)) = load_assessment(current.model(), current.key()).await
    {
        current.apply_remote_change(stored.assessment);
    }
    Ok(count)
}

/// Copies an assessment under a new key and another name. The copy is in no series: what is measured
/// again is another company or another draft, so it would not belong to the history of the original.
/// Returns the key; `None` if the original is no longer stored.
///
/// # Errors
/// If there is no room or the database does not answer.
pub(crate) async fn duplicate(
    original_key: &str,
    name: &str,
) -> Result<Option<String>, StorageError> {
    let original = StoredRecords::load(original_key).await?;
    if original.records().is_empty() {
        return Ok(None);
    }
    let key = clock::generate_key();
    store::write_and_wait(copied_records(original.records(), &key, name)).await?;
    tabs::announce_change(&format!("a/{key}/head"));
    Ok(Some(key))
}

fn copied_records(records: &store::Entries, key: &str, name: &str) -> Vec<store::Change> {
    let copies = records
        .iter()
        .filter(|(stored, _)| !stored.ends_with("/copied"));
    copies
        .map(|(stored, value)| {
            let target = with_key(stored, key);
            let head = (target == format!("a/{key}/head")).then(|| Json::parse_leniently(value));
            match head {
                Some(Ok(mut head)) => {
                    HeadEdit::Name(name.to_owned()).apply(&mut head);
                    HeadEdit::Archived(None).apply(&mut head);
                    set_field(&mut head, SERIES, None);
                    (target, Some(head.to_pretty()))
                }
                _ => (target, Some(value.clone())),
            }
        })
        .collect()
}

/// The key of a record of an assessment, for the assessment under another key.
pub(super) fn with_key(stored: &str, key: &str) -> String {
    let before = assessment_key(stored).map_or(0, str::len);
    let rest = stored.get("a/".len().saturating_add(before)..);
    format!("a/{key}{}", rest.unwrap_or_default())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use assay_core::Json;

    use super::{HeadEdit, copied_records, with_key};

    fn edited(head: &str, edit: &HeadEdit) -> String {
        let mut head = Json::parse_leniently(head).unwrap();
        edit.apply(&mut head);
        head.to_string()
    }

    #[test]
    fn a_name_changes_and_everything_else_keeps_its_place() {
        let head = r#"{"a":1,"profile":{"name":"Old","stance":"adopt","x":[]},"z":null}"#;
        let edit = HeadEdit::Name("New".to_owned());
        assert_eq!(edited(head, &edit), head.replace("Old", "New"));
        assert_eq!(edited("{}", &edit), r#"{"profile":{"name":"New"}}"#);
    }

    #[test]
    fn labels_are_set_and_removed() {
        let edit = HeadEdit::Labels(vec!["Bank".to_owned()]);
        assert_eq!(edited(r#"{"b":2}"#, &edit), r#"{"b":2,"labels":["Bank"]}"#);
        let none = HeadEdit::Labels(Vec::new());
        assert_eq!(edited(r#"{"labels":["Bank"],"b":2}"#, &none), r#"{"b":2}"#);
    }

    #[test]
    fn an_assessment_is_archived_and_brought_back() {
        let edit = HeadEdit::Archived(Some("2026-11-28".to_owned()));
        let archived = edited("{}", &edit);
        assert_eq!(archived, r#"{"archived":"2026-11-28"}"#);
        assert_eq!(edited(&archived, &HeadEdit::Archived(None)), "{}");
    }

    #[test]
    fn a_duplicate_has_every_record_under_its_own_key_and_name() {
        let records = vec![
            ("a/k1/copied".to_owned(), "2".to_owned()),
            (
                "a/k1/head".to_owned(),
                r#"{"profile":{"name":"Acme"},"archived":"2026","series":"k0"}"#.to_owned(),
            ),
            ("a/k1/q/data.head".to_owned(), "3".to_owned()),
            ("a/k1/q/a/head".to_owned(), "{}".to_owned()),
        ];
        let copied = copied_records(&records, "k2", "Acme (copy)");
        let keys: Vec<&str> = copied.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["a/k2/head", "a/k2/q/data.head", "a/k2/q/a/head"]);
        let head = copied[0].1.as_deref().unwrap();
        assert!(head.contains("Acme (copy)"), "{head}");
        for gone in ["archived", "series"] {
            assert!(!head.contains(gone), "{gone}: {head}");
        }
        assert_eq!(copied[2].1.as_deref(), Some("{}"));
    }

    #[test]
    fn a_record_moves_to_another_key_with_the_rest_of_its_key() {
        assert_eq!(with_key("a/k1/q/x/y", "k2"), "a/k2/q/x/y");
        assert_eq!(with_key("a/k1/head", "longer"), "a/longer/head");
    }
}
