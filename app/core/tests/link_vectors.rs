//! Every link of a released version can be read, with the same content.
//!
//! The vectors are published with `docs/links.md` for implementers of decoders. Vectors are added,
//! never changed. Those with answers, the invitation and the sealed one were created by another
//! implementation. The file of a later version of the standard questionnaire holds the same content
//! under the key of that version.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may"
)]

mod common;
#[path = "link_vectors/content.rs"]
mod content;

use assay_core::Model;
use assay_core::link::{self, AnswerDetail, DecodedLink, LinkError, LinkOptions};
use content::describe;
use serde_json::Value;

const VECTORS: &str = include_str!("fixtures/links-v1.json");

/// Links of version 2 of the standard questionnaire.
const VECTORS_2: &str = include_str!("fixtures/links-standard-2.json");

struct Vector {
    name: String,
    model: Model,
    payload: String,
    opens: Value,
}

fn vectors() -> Vec<Vector> {
    let file: Value = serde_json::from_str(VECTORS).unwrap();
    let model = |name: &Value| match name.as_str() {
        Some("standard") => common::standard_1(),
        Some(name) => parse(&file["models"][name]),
        None => panic!("a vector without a model"),
    };
    let mut vectors = read_vectors(&file, |vector| model(&vector["model"]));
    let file: Value = serde_json::from_str(VECTORS_2).unwrap();
    vectors.extend(read_vectors(&file, |_| common::standard()));
    vectors
}

fn read_vectors(file: &Value, model: impl Fn(&Value) -> Model) -> Vec<Vector> {
    let vectors = file["vectors"].as_array().unwrap().iter();
    vectors
        .map(|vector| Vector {
            name: vector["name"].as_str().unwrap().to_owned(),
            model: model(vector),
            payload: vector["payload"].as_str().unwrap().to_owned(),
            opens: vector["opens"].clone(),
        })
        .collect()
}

#[test]
fn a_link_of_an_earlier_version_names_it_where_only_the_later_one_is_at_hand() {
    let later = common::standard();
    let vectors = vectors();
    let of_version_1 = &vectors.iter().find(|v| v.name == "full, no name").unwrap();
    let refused = link::decode(&[&later], &of_version_1.payload).unwrap_err();
    let named = LinkError::OtherModel {
        id: "standard".to_owned(),
        version: "1".to_owned(),
        changed: false,
    };
    assert_eq!(refused, named);
    let both = [&later, &common::standard_1()];
    let Ok(DecodedLink::Assessment { model, .. }) = link::decode(&both, &of_version_1.payload)
    else {
        panic!("no assessment");
    };
    assert_eq!(model, 1);
}

fn parse(model: &Value) -> Model {
    Model::parse(&model.to_string()).unwrap().value
}

#[test]
fn every_vector_opens_as_it_always_did() {
    for vector in vectors() {
        let opened = link::decode(&[&vector.model], &vector.payload);
        assert_eq!(
            describe(&vector.model, opened),
            vector.opens,
            "{}",
            vector.name
        );
    }
}

#[test]
fn what_a_vector_holds_is_written_as_the_same_payload() {
    for vector in vectors() {
        let model = &vector.model;
        let include = LinkOptions {
            notes: true,
            ..LinkOptions::default()
        };
        let again = match link::decode(&[model], &vector.payload) {
            Ok(DecodedLink::Assessment { assessment, .. }) => {
                link::encode(model, &assessment, include)
            }
            Ok(DecodedLink::Invitation { invitation, .. }) => invitation.encode(model),
            Ok(DecodedLink::Sealed(sealed)) => sealed.encode(),
            Ok(DecodedLink::Scores { scores, .. }) if scores.score.precision.is_in_steps() => {
                scores.encode(model)
            }
            // Scores with two decimals are no longer written.
            Ok(DecodedLink::Scores { .. }) | Err(_) => continue,
        };
        assert_eq!(again.unwrap(), vector.payload, "{}", vector.name);
    }
}

#[test]
fn scores_are_written_in_steps_whether_they_come_from_answers_or_from_an_earlier_link() {
    let vectors = vectors();
    let find = |name: &str| vectors.iter().find(|v| v.name == name).unwrap();
    let answers = find("quick, with unknowns");
    let include = LinkOptions {
        answers: AnswerDetail::ScoresOnly,
        ..LinkOptions::default()
    };
    let Ok(DecodedLink::Assessment { assessment, .. }) =
        link::decode(&[&answers.model], &answers.payload)
    else {
        panic!("no assessment");
    };
    let payload = link::encode(&answers.model, &assessment, include).unwrap();
    assert_eq!(payload, find("its scores in steps").payload);
    let earlier = find("its scores only");
    let Ok(DecodedLink::Scores { scores, .. }) = link::decode(&[&earlier.model], &earlier.payload)
    else {
        panic!("no scores");
    };
    assert_eq!(scores.encode(&earlier.model).unwrap(), payload);
}
