//! Shared by several tests.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "each test uses a part of it, and may fail"
)]

use assay_core::{Assessment, Json, Model};

/// The file of the standard model.
pub const STANDARD: &str = include_str!("../../models/standard.json");

/// The file of version 1 of the standard model, with which the fixtures were computed.
pub const STANDARD_1: &str = include_str!("../../models/v1/standard.json");

/// Returns the standard model.
pub fn standard() -> Model {
    Model::parse(STANDARD)
        .expect("the standard model is sound")
        .value
}

/// Returns version 1 of the standard model.
pub fn standard_1() -> Model {
    Model::parse(STANDARD_1)
        .expect("version 1 of the standard model is sound")
        .value
}

/// Returns a field of an object.
pub fn field<'a>(json: &'a Json, name: &str) -> &'a Json {
    json.get(name).unwrap_or_else(|| panic!("no field {name}"))
}

/// Returns the elements of a list.
pub fn list(json: &Json) -> &[Json] {
    match json {
        Json::List(elements) => elements,
        other => panic!("no list: {other}"),
    }
}

/// Returns the entries of an object.
pub fn object(json: &Json) -> &[(String, Json)] {
    match json {
        Json::Object(entries) => entries,
        other => panic!("no object: {other}"),
    }
}

/// Returns a number, or `None` for `null`.
pub fn number(json: &Json) -> Option<f64> {
    match json {
        Json::Null => None,
        Json::Number(number) => number.as_f64(),
        other => panic!("no number: {other}"),
    }
}

/// Returns the strings of a list.
pub fn texts(json: &Json) -> Vec<&str> {
    list(json).iter().filter_map(Json::as_str).collect()
}

/// A case of the fixtures.
pub struct Case {
    /// The name of the case.
    pub name: String,
    /// The model.
    pub model: Model,
    /// The answers.
    pub assessment: Assessment,
    /// The figures of an independent implementation.
    pub expect: Json,
}

/// Returns the nine example companies, two of them also in quick depth.
pub fn companies() -> Vec<Case> {
    let file = Json::parse(include_str!("../fixtures/archetypes.json")).unwrap();
    list(&file)
        .iter()
        .map(|case| {
            let mut assessment = vec![("format", Json::text("assay.assessment/1"))];
            for name in ["profile", "answers"] {
                assessment.push((name, field(case, name).clone()));
            }
            build(case, standard_1(), &Json::object(assessment))
        })
        .collect()
}

/// Returns the cases with small models for details of the definitions.
pub fn edge_cases() -> Vec<Case> {
    let file = Json::parse(include_str!("../fixtures/edge-cases.json")).unwrap();
    list(&file)
        .iter()
        .map(|case| {
            let model = match field(case, "model") {
                Json::Text(_) => standard_1(),
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
