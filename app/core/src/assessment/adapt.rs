//! Adapts an assessment to another model or to another version of its model.
//!
//! Answers follow the ids of their questions, or the mapping of ids and levels that the model
//! defines for other versions. The JSON tree is mapped first and then read like any other
//! assessment.

use super::{Assessment, read};
use crate::json::read_tree;
use crate::model::Migration;
use crate::{Evidence, Json, Level, Model, ModelRef, Problems, QuestionIx, evidence, targets};

/// An assessment adapted to a model.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AdaptedAssessment {
    /// The adapted copy.
    pub assessment: Assessment,
    /// The model named in the file.
    pub from: Option<ModelRef>,
    /// Answers, notes and evidence without a question in the model.
    pub lost: Vec<LostEntry>,
    /// Answers whose level was mapped to another one, in file order.
    pub recoded: Vec<RecodedAnswer>,
}

/// An answer, note or evidence that has no question in the model.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LostEntry {
    /// The id of the question in the file.
    pub question: String,
    /// The answer in the file.
    pub answer: Option<Json>,
    /// The note in the file.
    pub note: Option<String>,
    /// The evidence in the file.
    pub evidence: Option<Evidence>,
}

impl LostEntry {
    /// Creates an entry of a question without content.
    pub(crate) fn of_question(id: &str) -> Self {
        Self {
            question: id.to_owned(),
            answer: None,
            note: None,
            evidence: None,
        }
    }
}

/// An answer whose level was changed by the level mapping of the model.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RecodedAnswer {
    /// The question.
    pub question: QuestionIx,
    /// The level in the file.
    pub from: Level,
    /// The level in the copy.
    pub to: Level,
}

impl Assessment {
    /// Parses an assessment of any model and keeps the entries whose questions exist in this one.
    ///
    /// # Errors
    /// Every problem that [`Assessment::parse`] reports, except another model and unknown
    /// questions.
    ///
    /// ```
    /// # let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/models/standard.json"));
    /// # let model = assay_core::Model::parse(file)?.value;
    /// use assay_core::Assessment;
    ///
    /// let file = r#"{
    ///     "format": "assay.assessment/1",
    ///     "model": { "id": "standard", "version": "0" },
    ///     "profile": { "stance": "provide" },
    ///     "answers": { "data.domain": 3, "data.gone": 1 }
    /// }"#;
    /// let adapted = Assessment::adapt(&model, file)?;
    /// assert_eq!(adapted.assessment.answers.len(), 1);
    /// assert_eq!(adapted.lost[0].question, "data.gone");
    /// # Ok::<(), assay_core::Problems>(())
    /// ```
    pub fn adapt(model: &Model, text: &str) -> Result<AdaptedAssessment, Problems> {
        let json = read_tree(text).map_err(Problems::single)?;
        let from = ModelRef::from_json(&json);
        let mut lost = Vec::new();
        let mut moved = Vec::new();
        let migration = from.as_ref().and_then(|from| model.migration(from));
        let mut assessment = match migration {
            None => read::read_assessment(model, &json, Some(&mut lost))?,
            Some(migration) => {
                let mut migrating = Migrator::new(model, migration, &json);
                let json = migrating.file(&json);
                let assessment = read::read_assessment(model, &json, Some(&mut lost))?;
                lost.iter_mut()
                    .for_each(|lost| migrating.name_as_before(lost));
                lost.append(&mut migrating.displaced);
                moved = migrating.moved;
                assessment
            }
        };
        assessment.model = Some(ModelRef::of_model(model));
        assessment.remove_unknown_sections(model);
        Ok(AdaptedAssessment {
            assessment,
            from,
            lost,
            recoded: moved,
        })
    }
}

impl ModelRef {
    /// Returns the model named in an assessment file, regardless of other problems.
    #[must_use]
    pub fn from_json(json: &Json) -> Option<Self> {
        let named = json.get("model")?;
        let text = |field| Some(named.get(field)?.as_str()?.to_owned());
        Some(Self {
            id: text("id")?,
            version: text("version")?,
        })
    }
}

/// Maps a file of another version to a model.
struct Migrator<'a> {
    model: &'a Model,
    migration: &'a Migration,
    /// The ids used in the file, in ascending byte order.
    ids: Vec<&'a str>,
    /// Entries under an id that now belongs to another question.
    displaced: Vec<LostEntry>,
    moved: Vec<RecodedAnswer>,
}

/// The fields of a file with entries by question.
const BY_QUESTION: [&str; 4] = ["answers", "notes", evidence::FIELD, "given_by"];

impl<'a> Migrator<'a> {
    fn new(model: &'a Model, migration: &'a Migration, file: &'a Json) -> Self {
        let of = |field: &&str| match file.get(field) {
            Some(Json::Object(entries)) => entries.as_slice(),
            _ => &[],
        };
        let entries = BY_QUESTION.iter().flat_map(of);
        let mut ids: Vec<&str> = entries.map(|(id, _)| id.as_str()).collect();
        crate::sorting::sort(&mut ids);
        Self {
            model,
            migration,
            ids,
            displaced: Vec::new(),
            moved: Vec::new(),
        }
    }

    fn question(&self, id: &str) -> Option<QuestionIx> {
        self.migration
            .find_question(self.model, id, |other| self.is_used(other))
    }

    fn is_used(&self, id: &str) -> bool {
        self.ids.binary_search(&id).is_ok()
    }

    fn file(&mut self, file: &Json) -> Json {
        let Json::Object(fields) = file else {
            return file.clone();
        };
        let fields = fields.iter().map(|(field, value)| {
            let value = match value {
                Json::Object(entries) if BY_QUESTION.contains(&field.as_str()) => {
                    self.by_question(field, entries)
                }
                targets if field == targets::FIELD => {
                    targets::migrate(targets, |id, target| self.target(id, target))
                }
                other => other.clone(),
            };
            (field.clone(), value)
        });
        Json::Object(fields.collect())
    }

    fn by_question(&mut self, field: &str, entries: &[(String, Json)]) -> Json {
        let mut migrated = Vec::with_capacity(entries.len());
        for (id, value) in entries {
            match self.question(id) {
                Some(question) => {
                    let value = match field {
                        "answers" => self.answer(question, value),
                        _ => value.clone(),
                    };
                    migrated.push((self.model.question(question).id.clone(), value));
                }
                // An open answer is not a loss.
                None if *value == Json::Null => {}
                // The id now belongs to another question, so the entry must not be read as its own.
                None if self.model.find_question(id).is_some() => self.displace(field, id, value),
                None => migrated.push((id.clone(), value.clone())),
            }
        }
        Json::Object(migrated)
    }

    fn answer(&mut self, question: QuestionIx, value: &Json) -> Json {
        let Some(from) = value.as_level() else {
            return value.clone();
        };
        let to = self.migration.map_level(question, from);
        if to == from {
            return value.clone();
        }
        self.moved.push(RecodedAnswer { question, from, to });
        Json::from(to.get())
    }

    /// Maps the target of a question. One of an id that now belongs to another question is removed;
    /// one of an id that the model does not have is kept, and has no effect.
    fn target(&self, id: &str, target: &Json) -> Option<(String, Json)> {
        let Some(question) = self.question(id) else {
            let is_other = self.model.find_question(id).is_some();
            return (!is_other).then(|| (id.to_owned(), target.clone()));
        };
        let map_level = |level| self.migration.map_level(question, level);
        let target = targets::map_target_level(target, map_level);
        Some((self.model.question(question).id.clone(), target))
    }

    fn displace(&mut self, field: &str, id: &str, value: &Json) {
        let known = self.displaced.iter().position(|lost| lost.question == id);
        let place = known.unwrap_or(self.displaced.len());
        if known.is_none() && field != "given_by" {
            self.displaced.push(LostEntry::of_question(id));
        }
        match (self.displaced.get_mut(place), field) {
            (Some(lost), "answers") => lost.answer = Some(value.clone()),
            (Some(lost), "notes") => lost.note = value.as_str().map(str::to_owned),
            (Some(lost), evidence::FIELD) => {
                lost.evidence = Evidence::from_record(&value.to_string());
            }
            _ => {}
        }
    }

    /// Restores the id that a lost entry has in the file.
    fn name_as_before(&self, lost: &mut LostEntry) {
        let Some(question) = self.model.find_question(&lost.question) else {
            return;
        };
        if let Some(old) = self.migration.old_id(question)
            && self.is_used(old)
        {
            old.clone_into(&mut lost.question);
        }
    }
}
