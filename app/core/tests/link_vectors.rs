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

use assay_core::link::{
    self, AnswerDetail, ConfidenceSummary, DecodedLink, Invitation, LinkError, LinkOptions, Scores,
};
use assay_core::{Assessment, Model, PathScore, Range, Recommendation, TagScore};
use serde_json::{Map, Value, json};

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

fn describe(model: &Model, opened: Result<DecodedLink, LinkError>) -> Value {
    match opened {
        Ok(DecodedLink::Assessment { assessment, .. }) => {
            json!({ "assessment": assessment_said(model, &assessment) })
        }
        Ok(DecodedLink::Scores { scores, .. }) => match scores.score.precision.is_in_steps() {
            true => json!({ "steps": steps_said(model, &scores) }),
            false => json!({ "scores": scores_said(model, &scores) }),
        },
        Ok(DecodedLink::Invitation { invitation, .. }) => {
            json!({ "invitation": invitation_said(model, &invitation) })
        }
        Ok(DecodedLink::Sealed(sealed)) => json!({ "sealed": {
            "iterations": sealed.iterations, "salt": hex(&sealed.salt), "iv": hex(&sealed.iv),
            "ciphertext": hex(&sealed.ciphertext),
            "associated_data": hex(&sealed.associated_data()),
        } }),
        Err(LinkError::OtherModel {
            id,
            version,
            changed,
        }) => json!({ "other_model": { "id": id, "version": version, "changed": changed } }),
        Err(LinkError::NewerVersion) => json!("newer"),
        Err(LinkError::Incomplete | LinkError::Altered | LinkError::Damaged) => json!("damaged"),
        Err(LinkError::TooLong { .. }) => json!("too long"),
    }
}

fn assessment_said(model: &Model, assessment: &Assessment) -> Value {
    serde_json::from_str(&assessment.to_json(model)).unwrap()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn invitation_said(model: &Model, invitation: &Invitation) -> Value {
    let sections: Vec<&str> = invitation
        .sections
        .iter()
        .map(|&ix| model.section(ix).id.as_str())
        .collect();
    json!({
        "stance": invitation.stance.as_str(), "depth": invitation.depth.as_str(),
        "locale": invitation.locale, "sections": sections, "mail": invitation.mail,
        "message": invitation.message,
    })
}

fn range(range: Option<Range>) -> Value {
    range.map_or(
        Value::Null,
        |Range { low, value, high }| json!({ "low": low, "value": value, "high": high }),
    )
}

fn tagged(tagged: TagScore) -> Value {
    json!({ "range": range(tagged.range), "known": tagged.known })
}

fn scores_said(model: &Model, scores: &Scores) -> Value {
    let score = &scores.score;
    let content = score.ai_content;
    let section = |ix| model.section(ix).id.as_str();
    let sections: Map<String, Value> = model
        .sections()
        .iter()
        .zip(&score.sections)
        .map(|(section, &score)| (section.id.clone(), range(score)))
        .collect();
    let paths: Vec<Value> = score
        .paths
        .iter()
        .map(|path| path_said(model, path))
        .collect();
    json!({
        "name": scores.profile.name, "stance": scores.profile.stance.as_str(),
        "depth": scores.depth.as_str(), "locale": scores.locale,
        "day": scores.day.map(|day| day.to_string()),
        "answered": {
            "known": score.answered.known, "open": score.answered.open,
            "of": score.answered.visible, "weight": score.answered.known_weight,
        },
        "ai_content": {
            "range": range(content.range), "arithmetic": content.arithmetic,
            "lost_to_imbalance": content.lost_to_imbalance,
            "level": content.level.map(|level| level.as_str()),
            "costs_most": content.most_limiting_section.map(section),
        },
        "sections": sections, "faith": tagged(score.faith), "all_in": tagged(score.all_in),
        "paths": paths, "recommendation": recommendation_said(&score.recommendation),
        "sureness": scores.confidence.map(confidence_json),
    })
}

fn confidence_json(confidence: ConfidenceSummary) -> Value {
    match confidence {
        ConfidenceSummary::Level(word) => json!(word.as_str()),
        ConfidenceSummary::AtLeastLikely(likely) => json!({ "likely": likely }),
        ConfidenceSummary::Simulated {
            plausible,
            confidence,
            first,
        } => json!({
            "plausible": plausible.map(|(low, high)| [low, high]),
            "confidence": confidence, "first": first,
        }),
    }
}

/// Returns the content of scores in steps.
fn steps_said(model: &Model, scores: &Scores) -> Value {
    let score = &scores.score;
    let step = |range: Option<Range>| {
        let range = range.filter(|range| range.value.is_some());
        range.map_or(Value::Null, |range| json!([range.low, range.high]))
    };
    let sections = model.sections().iter().zip(&score.sections);
    let sections: Map<String, Value> = sections
        .map(|(section, &range)| (section.id.clone(), step(range)))
        .collect();
    let paths: Vec<Value> = score
        .ranked()
        .iter()
        .map(|path| {
            json!([
                path.id.as_str(),
                format!("{:?}", path.status).to_lowercase()
            ])
        })
        .collect();
    json!({
        "name": scores.profile.name, "stance": scores.profile.stance.as_str(),
        "depth": scores.depth.as_str(), "locale": scores.locale,
        "day": scores.day.map(|day| day.to_string()),
        "ai_content": step(score.ai_content.range),
        "level": score.ai_content.level.map(|level| level.as_str()),
        "sections": sections,
        "paths": score.precision.includes_paths().then_some(paths),
        "recommendation": recommendation_said(&score.recommendation),
        "sureness": scores.confidence.map(confidence_json),
    })
}

fn path_said(model: &Model, path: &PathScore) -> Value {
    let ids = |criteria: &[_]| -> Vec<String> {
        let ids = criteria.iter().map(|&ix| model.criterion(ix).id.clone());
        ids.collect()
    };
    json!({
        "id": path.id.as_str(), "standing": format!("{:?}", path.status).to_lowercase(),
        "rank": path.rank, "fit": range(path.fit), "coverage": path.coverage,
        "shortfall": path.shortfall, "blocked_by": ids(&path.blocked_by),
        "unverified": ids(&path.unverified),
    })
}

fn recommendation_said(recommendation: &Recommendation) -> Value {
    match recommendation {
        Recommendation::Path {
            path,
            tied,
            runner_up,
        } => json!({
            "path": path.as_str(),
            "tied": tied.iter().map(|path| path.as_str()).collect::<Vec<_>>(),
            "runner_up": runner_up.map(|path| path.as_str()),
        }),
        Recommendation::FoundationsFirst { nearest } => {
            json!({ "foundations_first": nearest.as_str() })
        }
        Recommendation::NotEnoughAnswers => json!("not enough answers"),
    }
}
