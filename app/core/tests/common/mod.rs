//! What several tests share.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "each test uses a part of it, and may fail"
)]

use assay_core::{Assessment, Json, Model};

/// The standard model's file.
pub const STANDARD: &str = include_str!("../../models/standard.json");

/// The standard model.
pub fn standard() -> Model {
    Model::parse(STANDARD)
        .expect("the standard model is sound")
        .value
}

/// A field of a tree.
pub fn field<'a>(json: &'a Json, name: &str) -> &'a Json {
    json.get(name).unwrap_or_else(|| panic!("no field {name}"))
}

/// The elements of a list.
pub fn list(json: &Json) -> &[Json] {
    match json {
        Json::List(elements) => elements,
        other => panic!("no list: {other}"),
    }
}

/// The entries of an object.
pub fn object(json: &Json) -> &[(String, Json)] {
    match json {
        Json::Object(entries) => entries,
        other => panic!("no object: {other}"),
    }
}

/// A number, or nothing where there is `null`.
pub fn number(json: &Json) -> Option<f64> {
    match json {
        Json::Null => None,
        Json::Number(number) => number.as_f64(),
        other => panic!("no number: {other}"),
    }
}

/// The texts of a list.
pub fn texts(json: &Json) -> Vec<&str> {
    list(json).iter().filter_map(Json::as_str).collect()
}

/// A case of the method's fixtures.
pub struct Case {
    /// What it is about.
    pub name: String,
    /// Its model.
    pub model: Model,
    /// The answers.
    pub assessment: Assessment,
    /// What an independent implementation computed.
    pub expect: Json,
}

/// The nine companies, two of them at quick depth too.
pub fn companies() -> Vec<Case> {
    let file = Json::parse(include_str!("../fixtures/archetypes.json")).unwrap();
    list(&file)
        .iter()
        .map(|case| {
            let mut assessment = vec![("format", Json::text("assay.assessment/1"))];
            for name in ["profile", "answers"] {
                assessment.push((name, field(case, name).clone()));
            }
            build(case, standard(), &Json::object(assessment))
        })
        .collect()
}

/// The models in which definitions matter.
pub fn edge_cases() -> Vec<Case> {
    let file = Json::parse(include_str!("../fixtures/edge-cases.json")).unwrap();
    list(&file)
        .iter()
        .map(|case| {
            let model = match field(case, "model") {
                Json::Text(_) => standard(),
                model => Model::parse(&model.to_string()).unwrap().value,
            };
            build(case, model, field(case, "assessment"))
        })
        .collect()
}

fn build(case: &Json, model: Model, assessment: &Json) -> Case {
    Case {
        name: field(case, "name").as_str().unwrap().to_owned(),
        assessment: Assessment::from_json(&model, assessment).unwrap(),
        expect: field(case, "expect").clone(),
        model,
    }
}
