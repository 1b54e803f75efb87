//! Assessments that were begun with another version of the questionnaire. That version is no longer
//! available, but the records hold ids, so that a file can be assembled from them unread.

use assay_core::{AdaptedAssessment, Answer, Assessment, Json, Model, ModelRef, Problems};

use super::assessment_records::assessment_key;
use crate::browser::console::log_failure;
use crate::browser::store::{self, PartialRead};

/// An assessment that was begun with another version.
pub(crate) struct EarlierAssessment {
    pub(crate) key: String,
    pub(crate) version: String,
    /// The name in its profile.
    pub(crate) name: String,
    pub(crate) answers: usize,
    pub(crate) notes: usize,
    pub(crate) updated: Option<String>,
    /// The link of the invitation that it answers.
    pub(crate) invitation: Option<String>,
    /// The version for which it was copied last.
    pub(crate) copied_to: Option<String>,
    /// The records that could not be read; they stay in the store.
    pub(crate) damaged: Vec<String>,
    /// The assessment as a file of its version.
    pub(crate) file: String,
}

impl EarlierAssessment {
    /// Returns a copy for this questionnaire.
    ///
    /// # Errors
    /// What is wrong with its file.
    pub(crate) fn adapt(&self, model: &Model) -> Result<AdaptedAssessment, Problems> {
        Assessment::adapt(model, &self.file)
    }

    /// Whether it was copied for this questionnaire already.
    pub(crate) fn has_copy_for(&self, model: &Model) -> bool {
        self.copied_to.as_deref() == Some(model.version())
    }
}

/// Stores that an assessment was copied for this questionnaire.
pub(crate) fn mark_copied(key: &str, model: &Model) {
    let key = format!("a/{key}/copied");
    store::write_key(&key, Some(model.version()), |_| ());
}

/// Loads the assessments that were begun with another version, the last changed first.
pub(crate) async fn load_earlier_assessments(model: &Model) -> Vec<EarlierAssessment> {
    let read = store::read_prefix("a/").await;
    collect_earlier(model, &read.unwrap_or_else(|PartialRead(part)| part))
}

/// Whether an assessment was begun with another version, by the keys of current assessments alone.
pub(crate) async fn has_earlier_version(model: &Model) -> bool {
    let of_model = format!("current/{}@", model.id());
    let read = store::read_prefix(&of_model).await;
    let found = read.unwrap_or_else(|PartialRead(part)| part);
    found
        .iter()
        .any(|(key, _)| key.strip_prefix(&of_model) != Some(model.version()))
}

fn collect_earlier(model: &Model, records: &store::Entries) -> Vec<EarlierAssessment> {
    let heads = records.iter().filter_map(|(key, head)| {
        let key = key.strip_prefix("a/")?.strip_suffix("/head")?;
        let head = log_failure("read a stored assessment", Json::parse_leniently(head))?;
        let of = ModelRef::from_json(&head)?;
        let is_earlier = of.id == model.id() && of.version != model.version();
        is_earlier.then(|| Parts::new(key, of.version, head))
    });
    let mut parts: Vec<Parts> = heads.collect();
    for (stored, value) in records {
        let key = assessment_key(stored);
        if let Some(parts) = parts.iter_mut().find(|parts| key == Some(&parts.key)) {
            parts.add(stored, value);
        }
    }
    let mut found: Vec<EarlierAssessment> = parts.into_iter().map(Parts::whole).collect();
    assay_core::sorting::sort_by(&mut found, |a, b| b.updated.cmp(&a.updated));
    found
}

/// The file of an assessment of any questionnaire, assembled from its records; `None` without a
/// readable head that names its questionnaire.
pub(super) fn file_from_records(key: &str, records: &store::Entries) -> Option<String> {
    let place = format!("a/{key}/head");
    let (_, head) = records.iter().find(|(stored, _)| *stored == place)?;
    let head = log_failure("read a stored assessment", Json::parse_leniently(head))?;
    let version = ModelRef::from_json(&head)?.version;
    let mut parts = Parts::new(key, version, head);
    for (stored, value) in records {
        parts.add(stored, value);
    }
    Some(parts.whole().file)
}

/// The records of an assessment while they are assembled.
struct Parts {
    key: String,
    version: String,
    head: Json,
    answers: Vec<(String, Json)>,
    notes: Vec<(String, Json)>,
    evidence: Vec<(String, Json)>,
    given_by: Vec<(String, Json)>,
    updated: Option<String>,
    copied_to: Option<String>,
    damaged: Vec<String>,
}

impl Parts {
    fn new(key: &str, version: String, head: Json) -> Self {
        let updated = head.get("updated").and_then(Json::as_str);
        Self {
            key: key.to_owned(),
            version,
            updated: updated.map(str::to_owned),
            head,
            answers: Vec::new(),
            notes: Vec::new(),
            evidence: Vec::new(),
            given_by: Vec::new(),
            copied_to: None,
            damaged: Vec::new(),
        }
    }

    fn add(&mut self, stored: &str, value: &str) {
        let mut parts = stored.splitn(4, '/').skip(2);
        match (parts.next(), parts.next()) {
            (Some("updated"), None) => self.updated = Some(value.to_owned()),
            (Some("copied"), None) => self.copied_to = Some(value.to_owned()),
            (Some("q"), Some(id)) => match Answer::parse(value) {
                Some(answer) => self.answers.push((id.to_owned(), in_file(answer))),
                None => self.damaged.push(format!("{id}: {value}")),
            },
            (Some("n"), Some(id)) => self.notes.push((id.to_owned(), Json::text(value))),
            (Some("e"), Some(id)) => match Json::parse_leniently(value) {
                Ok(evidence) => self.evidence.push((id.to_owned(), evidence)),
                Err(_) => self.damaged.push(format!("{id}: {value}")),
            },
            (Some("g"), Some(id)) => self.given_by.push((id.to_owned(), Json::text(value))),
            _ => {}
        }
    }

    fn whole(self) -> EarlierAssessment {
        let text = |json: Option<&Json>| json.and_then(Json::as_str).map(str::to_owned);
        let name = self.head.get("profile").and_then(|of| of.get("name"));
        let invited = self.head.get("invited").and_then(|of| of.get("link"));
        EarlierAssessment {
            version: self.version.clone(),
            name: text(name).unwrap_or_default(),
            answers: self.answers.len(),
            notes: self.notes.len(),
            updated: self.updated.clone(),
            invitation: text(invited),
            copied_to: self.copied_to.clone(),
            damaged: self.damaged.clone(),
            key: self.key.clone(),
            file: self.file().to_pretty(),
        }
    }

    /// The head with the other records inserted.
    fn file(self) -> Json {
        let Json::Object(head) = self.head else {
            return self.head;
        };
        let mut fields: Vec<(String, Json)> = Vec::with_capacity(head.len());
        let by_question = ["answers", "notes", "evidence", "given_by", "updated"];
        for (field, value) in head {
            if !by_question.contains(&field.as_str()) {
                fields.push((field, value));
            }
        }
        fields.push(("answers".to_owned(), Json::Object(self.answers)));
        for (field, entries) in [
            ("notes", self.notes),
            ("evidence", self.evidence),
            ("given_by", self.given_by),
        ] {
            if !entries.is_empty() {
                fields.push((field.to_owned(), Json::Object(entries)));
            }
        }
        let updated = self
            .updated
            .map(|time| ("updated".to_owned(), Json::Text(time)));
        fields.extend(updated);
        Json::Object(fields)
    }
}

/// An answer as a value in a file.
fn in_file(answer: Answer) -> Json {
    match answer {
        Answer::Level(level) => Json::from(level.get()),
        word => Json::text(word.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use assay_core::{Assessment, Draft, Model};

    use super::{EarlierAssessment, collect_earlier};
    use crate::state::assessment_records::to_records;

    const STANDARD: &str = include_str!("../../../core/models/v1/standard.json");

    const FULL: &str = r#"{"format":"assay.assessment/1","model":{"id":"standard","version":"1"},
        "locale":"fr","depth":"quick","profile":{"name":"Acme","stance":"adopt","colour":"green"},
        "answers":{"data.domain":3,"data.labels":"unknown","strategy.delivery":2},
        "notes":{"data.domain":"see the register","data.access":"ask Bo"},"given_by":{"data.domain":"Ann"},
        "evidence":{"data.domain":{"source":"register.xlsx","date":"2026-11-20","person":"Li Na","page":7}},
        "created":"2026-11-23T09:00:00Z","updated":"2026-11-24","ref":17,
        "invited":{"sections":[],"mail":"","link":"AS1"}}"#;

    fn version(version: &str) -> Model {
        let text = STANDARD.replacen(
            r#""version": "1""#,
            &format!(r#""version": "{version}""#),
            1,
        );
        Model::parse(&text).unwrap().value
    }

    fn found(later: &Model) -> (Model, Vec<EarlierAssessment>) {
        let first = version("1");
        let assessment = Assessment::parse(&first, FULL).unwrap();
        let mut records = to_records("k1", &first, &assessment);
        records.retain(|(key, _)| key != "a/k1/updated");
        records.push(("a/k1/updated".to_owned(), "2026-11-25".to_owned()));
        records.push(("a/k1/copied".to_owned(), "1.5".to_owned()));
        let mut other = assessment;
        other.profile.name = "Newer".to_owned();
        let later_records = to_records("k2", later, &Draft::new(later, other).assessment());
        records.extend(later_records);
        records.push(("a/k3/head".to_owned(), "{".to_owned()));
        records.push(("a/k4/q/data.domain".to_owned(), "3".to_owned()));
        records.reverse();
        (first, collect_earlier(later, &records))
    }

    #[test]
    fn what_was_begun_with_another_version_is_found_with_how_much_it_is() {
        let (_, found) = found(&version("2"));
        let [one] = found.as_slice() else {
            panic!("{} found", found.len());
        };
        assert_eq!((one.version.as_str(), one.name.as_str()), ("1", "Acme"));
        assert_eq!((one.answers, one.notes), (3, 2));
        assert_eq!(one.updated.as_deref(), Some("2026-11-25"));
        assert_eq!(one.invitation.as_deref(), Some("AS1"));
        assert!(!one.has_copy_for(&version("2")) && one.has_copy_for(&version("1.5")));
    }

    #[test]
    fn its_file_holds_all_of_it_without_its_questionnaire() {
        let (first, found) = found(&version("2"));
        let mut expected = Assessment::parse(&first, FULL).unwrap();
        expected.updated = Some("2026-11-25".to_owned());
        let file = Assessment::parse(&first, &found[0].file).unwrap();
        assert_eq!(file.to_json(&first), expected.to_json(&first));
        assert_eq!(found[0].damaged, Vec::<String>::new());
    }

    #[test]
    fn an_answer_that_cannot_be_read_is_named() {
        let (first, later) = (version("1"), version("2"));
        let assessment = Assessment::parse(&first, FULL).unwrap();
        let mut records = to_records("k1", &first, &assessment);
        records.push(("a/k1/q/odd".to_owned(), "7".to_owned()));
        assert_eq!(collect_earlier(&later, &records)[0].damaged, ["odd: 7"]);
    }

    #[test]
    fn nothing_of_this_version_or_of_another_questionnaire_is_found() {
        let (_, same) = found(&version("1"));
        assert_eq!(same.len(), 0);
        let other = STANDARD.replacen(r#""id": "standard""#, r#""id": "ours""#, 1);
        let (_, other) = found(&Model::parse(&other).unwrap().value);
        assert_eq!(other.len(), 0);
    }
}
