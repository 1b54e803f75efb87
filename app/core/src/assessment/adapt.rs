//! Taking an assessment over to another model, or another version of it.
//!
//! Answers follow the ids of their questions; where the model says what became of ids and levels of
//! the other version, they follow that. The text of the file is brought up to the model first, and
//! then read like any other.

use super::{Assessment, ModelRef, read};
use crate::json::read_tree;
use crate::model::Migration;
use crate::{Json, Level, Model, Problems, QuestionIx};

/// An assessment copied to the model at hand.
#[derive(Debug, Clone, PartialEq)]
pub struct AdaptedAssessment {
    /// The copy, belonging to the model at hand.
    pub assessment: Assessment,
    /// The model that the file names.
    pub from: Option<ModelRef>,
    /// What has no place in the model at hand.
    pub lost: Vec<LostEntry>,
    /// Answers whose level was cut anew, in the order of the file.
    pub recoded: Vec<RecodedAnswer>,
}

/// An answer or note that could not be taken over.
#[derive(Debug, Clone, PartialEq)]
pub struct LostEntry {
    /// The question's id in the file.
    pub question: String,
    /// The answer as it stands in the file.
    pub answer: Option<Json>,
    /// The note.
    pub note: Option<String>,
}

/// An answer that is another level now, because the model says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecodedAnswer {
    /// The question.
    pub question: QuestionIx,
    /// Its level in the file.
    pub from: Level,
    /// Its level in the copy.
    pub to: Level,
}

impl Assessment {
    /// Reads an assessment of any model, keeping what the model at hand has a question for.
    ///
    /// # Errors
    /// Everything else that [`Assessment::parse`] refuses.
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
    /// The model that an assessment file names, whatever else is in it.
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

/// Brings a file of another version up to the model at hand.
struct Migrator<'a> {
    model: &'a Model,
    migration: &'a Migration,
    /// The ids in use in the file, in ascending bytes.
    ids: Vec<&'a str>,
    /// What had an id that another question has now.
    displaced: Vec<LostEntry>,
    moved: Vec<RecodedAnswer>,
}

/// The fields of a file that hold something by question.
const BY_QUESTION: [&str; 3] = ["answers", "notes", "given_by"];

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
                // An open answer is no loss.
                None if *value == Json::Null => {}
                // An id that another question took over would be read as that one's.
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

    fn displace(&mut self, field: &str, id: &str, value: &Json) {
        let known = self.displaced.iter().position(|lost| lost.question == id);
        let place = known.unwrap_or(self.displaced.len());
        if known.is_none() && field != "given_by" {
            self.displaced.push(LostEntry {
                question: id.to_owned(),
                answer: None,
                note: None,
            });
        }
        match (self.displaced.get_mut(place), field) {
            (Some(lost), "answers") => lost.answer = Some(value.clone()),
            (Some(lost), "notes") => lost.note = value.as_str().map(str::to_owned),
            _ => {}
        }
    }

    /// Calls what was lost by the id that it has in the file.
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
