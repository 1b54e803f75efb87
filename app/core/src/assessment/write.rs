//! Writes assessment files.

use super::{Assessment, FORMAT};
use crate::json::read_tree;
use crate::{Answer, Json, Model, ModelRef, QuestionIx, VecMap, evidence};

impl Assessment {
    /// Formats the file on several lines, including all unknown fields.
    #[must_use]
    pub fn to_json(&self, model: &Model) -> String {
        self.to_tree(model).to_pretty()
    }

    /// Returns the file as a JSON tree.
    #[must_use]
    pub fn to_tree(&self, model: &Model) -> Json {
        let ModelRef { id, version } = ModelRef::of_model(model);
        let mut of = vec![("id", Json::Text(id)), ("version", Json::Text(version))];
        let mut entries = vec![("format", Json::text(FORMAT))];
        entries.push(("model", object(&mut of, &self.unknown.model)));
        push_text(&mut entries, "locale", self.locale.as_deref());
        entries.push(("depth", Json::text(self.depth.as_str())));
        entries.push(("profile", self.profile_tree()));
        entries.push(("answers", self.answers_tree(model)));
        let as_text = |text: &str| Json::text(text);
        push_by_question(&mut entries, "notes", model, &self.notes, as_text);
        let records = &self.evidence_records;
        push_by_question(&mut entries, evidence::FIELD, model, records, as_value);
        push_by_question(&mut entries, "given_by", model, &self.given_by, as_text);
        push_text(&mut entries, "created", self.created.as_deref());
        push_text(&mut entries, "updated", self.updated.as_deref());
        object(&mut entries, &self.unknown.top)
    }

    fn profile_tree(&self) -> Json {
        let profile = &self.profile;
        let mut entries = Vec::new();
        for (field, text) in [
            ("name", &profile.name),
            ("industry", &profile.industry),
            ("size", &profile.size),
        ] {
            let text = Some(text.as_str()).filter(|text| !text.is_empty());
            push_text(&mut entries, field, text);
        }
        entries.push(("stance", Json::text(profile.stance.as_str())));
        object(&mut entries, &self.unknown.profile)
    }

    fn answers_tree(&self, model: &Model) -> Json {
        Json::object(self.answers.iter().map(|(question, answer)| {
            let value = match answer {
                Answer::Level(level) => Json::from(level.get()),
                word => Json::text(word.as_str()),
            };
            (model.question(question).id.as_str(), value)
        }))
    }
}

fn push_text(entries: &mut Vec<(&'static str, Json)>, field: &'static str, text: Option<&str>) {
    if let Some(text) = text {
        entries.push((field, Json::text(text)));
    }
}

/// Returns the value of a JSON text; another text stays a text.
fn as_value(record: &str) -> Json {
    read_tree(record).unwrap_or_else(|_| Json::text(record))
}

/// Adds an object of texts by question, if there are any.
fn push_by_question(
    entries: &mut Vec<(&'static str, Json)>,
    field: &'static str,
    model: &Model,
    texts: &VecMap<QuestionIx, String>,
    to_value: fn(&str) -> Json,
) {
    if !texts.is_empty() {
        let texts = texts.iter().map(|(&question, text)| {
            let id = model.question(question).id.as_str();
            (id, to_value(text))
        });
        entries.push((field, Json::object(texts)));
    }
}

/// Creates an object of known fields, followed by the unknown ones.
fn object(entries: &mut Vec<(&'static str, Json)>, kept: &[(String, Json)]) -> Json {
    let known = entries
        .drain(..)
        .map(|(key, value)| (key.to_owned(), value));
    Json::object(known.chain(kept.iter().cloned()))
}
