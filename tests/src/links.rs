//! Payloads of links: those of the fixtures, which must open for ever, and those that the core
//! creates.

use std::fs;

use assay_core::link::{Invitation, LinkOptions, encode};
use assay_core::{Answer, Assessment, Depth, Level, Model, Stance};
use serde_json::Value;
use xtask::checkout::Checkout;

use crate::{Error, Outcome};

/// The links of the first version of the standard questionnaire, and of other questionnaires.
const FIRST_LINKS: &str = "links-v1.json";

/// The links of the present version of the standard questionnaire.
const PRESENT_LINKS: &str = "links-standard-2.json";

/// The payload of a link of the fixtures by its name: of the present version of the standard
/// questionnaire, if there is one.
///
/// # Errors
/// If there is none of that name.
pub fn shipped_payload(name: &str) -> Outcome<String> {
    match find_payload(PRESENT_LINKS, name)? {
        Some(payload) => Ok(payload),
        None => first_payload(name),
    }
}

/// The payload of a link that was made with the first version of the standard questionnaire.
///
/// # Errors
/// If there is none of that name.
pub fn first_payload(name: &str) -> Outcome<String> {
    let found = find_payload(FIRST_LINKS, name)?;
    found.ok_or_else(|| Error::new(format!("No shipped link is called {name:?}")))
}

fn find_payload(file: &str, name: &str) -> Outcome<Option<String>> {
    let file = Checkout::current().file(&format!("app/core/tests/fixtures/{file}"));
    let file: Value = serde_json::from_str(&fs::read_to_string(file)?)?;
    let vectors = file.get("vectors").and_then(Value::as_array);
    let mut vectors = vectors.into_iter().flatten();
    let found = vectors.find(|vector| vector.get("name").and_then(Value::as_str) == Some(name));
    let payload = found.and_then(|vector| vector.get("payload")?.as_str());
    Ok(payload.map(str::to_owned))
}

/// Payloads of the results of `count` people, each with different answers to all questions.
///
/// # Errors
/// If the questionnaire cannot be read.
pub fn crowd_payloads(count: usize) -> Outcome<Vec<String>> {
    let model = parse_model(&standard_model()?)?;
    let links = (0..count).map(|person| {
        let mut assessment = Assessment::new(&model, Stance::Provide, Depth::Full);
        assessment.profile.name = format!("Person of number {person}");
        for (place, question) in model.question_ixs().enumerate() {
            // Most answers of two people agree; the digits of the number make them differ.
            let digit = person / 5_usize.pow(u32::try_from(place % 4).unwrap_or_default());
            let level = Level::ALL.get((digit + place) % 5).copied();
            assessment.answers.set(question, level.map(Answer::Level));
        }
        Ok(encode(&model, &assessment, LinkOptions::default())?)
    });
    links.collect()
}

/// The payload of an invitation to answer a questionnaire.
///
/// # Errors
/// If the questionnaire is invalid.
pub fn invitation_payload(model: &Value, message: &str) -> Outcome<String> {
    let invitation = Invitation {
        stance: Stance::Provide,
        depth: Depth::Full,
        locale: None,
        sections: Vec::new(),
        mail: String::new(),
        message: message.to_owned(),
    };
    Ok(invitation.encode(&parse_model(model)?)?)
}

/// The standard questionnaire as the content of its file.
///
/// # Errors
/// If it cannot be read.
pub fn standard_model() -> Outcome<Value> {
    let file = Checkout::current().file("app/core/models/standard.json");
    Ok(serde_json::from_str(&fs::read_to_string(file)?)?)
}

fn parse_model(model: &Value) -> Outcome<Model> {
    let checked = Model::parse(&model.to_string());
    let checked = checked.map_err(|problems| Error::new(format!("{problems:?}")))?;
    Ok(checked.value)
}
