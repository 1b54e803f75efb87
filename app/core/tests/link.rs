//! Links are decoded as encoded, without the parts that were left out.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may"
)]

mod common;
#[path = "link/generate.rs"]
mod generate;
#[path = "link/kinds.rs"]
mod kinds;
#[path = "link/properties.rs"]
mod properties;
#[path = "link/scores.rs"]
mod scores;

use assay_core::link::{
    self, AnswerDetail, ConfidenceSummary, DecodedLink, EncodeError, Invitation, LinkError,
    LinkOptions, LinkPart, SealedPayload,
};
use assay_core::{
    Answer, AnswerCoverage, Answers, Assessment, ConfidenceLevel, Depth, Evaluation, Level, Model,
    Notes, PathScore, Precision, Range, Resolution, Score, SectionIx, Stance, TagScore,
};
use common::{companies, edge_cases, standard};
use generate::{answered, any_text, models};
use proptest::prelude::*;

const ALL: LinkOptions = LinkOptions {
    profile: true,
    notes: true,
    answers: AnswerDetail::Exact,
    confidence: None,
};
const SCORES: LinkOptions = LinkOptions {
    answers: AnswerDetail::ScoresOnly,
    ..ALL
};

fn opened(model: &Model, payload: &str) -> Assessment {
    match link::decode(&[model], payload) {
        Ok(DecodedLink::Assessment { assessment, .. }) => *assessment,
        other => panic!("{other:?}"),
    }
}

fn opened_scores(model: &Model, payload: &str) -> link::Scores {
    match link::decode(&[model], payload) {
        Ok(DecodedLink::Scores { scores, .. }) => *scores,
        other => panic!("{other:?}"),
    }
}

fn full(model: &Model, stance: Stance, depth: Depth) -> Assessment {
    let mut assessment = Assessment::new(model, stance, depth);
    assessment.locale = Some("zh-CN".to_owned());
    assessment.updated = Some("2026-11-23".to_owned());
    for ix in model.question_ixs() {
        let only = model.question(ix).stance;
        if only.is_none_or(|only| only == stance) {
            let level = Answer::Level(Level::HIGHEST);
            assessment.answers.set(ix, Some(level));
        }
    }
    assessment
}

/// Returns the binary logarithm of the number of possible sets of answers.
fn information(model: &Model, stance: Stance) -> f64 {
    let asked = model.questions().iter();
    asked
        .filter(|question| question.stance.is_none_or(|only| only == stance))
        .map(|question| f64::from(if question.not_applicable { 8 } else { 7 }).log2())
        .sum()
}

#[test]
fn a_full_standard_assessment_takes_at_most_40_characters() {
    let model = standard();
    for stance in Stance::ALL {
        let payload = link::encode(&model, &full(&model, stance, Depth::Full), ALL).unwrap();
        println!("{stance}: {} characters: {payload}", payload.len());
        assert!(payload.len() <= 40);
    }
}

#[test]
fn answers_take_little_more_than_the_information_in_them() {
    let model = standard();
    // Version, kind, model, sender and two bytes of date; then the checksum.
    let (header, checksum) = (6.0, 4.0);
    for stance in Stance::ALL {
        let payload = link::encode(&model, &full(&model, stance, Depth::Full), ALL).unwrap();
        let bits = 8.0 * link::payload_bytes(&payload).unwrap().len() as f64;
        assert!(bits <= 1.15 * information(&model, stance) + 8.0 * (header + checksum));
    }
}

#[test]
fn the_date_is_that_of_the_last_change_without_the_time() {
    let model = standard();
    let mut assessment = full(&model, Stance::Adopt, Depth::Quick);
    assessment.created = Some("2026-11-20T09:00:00Z".to_owned());
    assessment.updated = Some("2026-11-23T09:00:00Z".to_owned());
    let again = opened(&model, &link::encode(&model, &assessment, ALL).unwrap());
    assert_eq!(again.updated.as_deref(), Some("2026-11-23"));
    assert_eq!(again.created, None);
    assessment.updated = None;
    let again = opened(&model, &link::encode(&model, &assessment, ALL).unwrap());
    assert_eq!(again.updated.as_deref(), Some("2026-11-20"));
    assessment.created = Some("last week".to_owned());
    let again = opened(&model, &link::encode(&model, &assessment, ALL).unwrap());
    assert_eq!(again.updated, None);
}

#[test]
fn what_the_sender_leaves_out_is_not_in_the_link() {
    let model = standard();
    let mut assessment = full(&model, Stance::Provide, Depth::Full);
    assessment.profile.name = "Acme".to_owned();
    let first = model.question_ixs().next().unwrap();
    assessment.notes.insert(first, "secret".to_owned());
    let without =
        |include: LinkOptions| opened(&model, &link::encode(&model, &assessment, include).unwrap());
    let plain = without(LinkOptions {
        profile: false,
        ..ALL
    });
    assert_eq!(plain.profile.name, "");
    assert_eq!(plain.notes, assessment.notes);
    let default = without(LinkOptions::default());
    assert_eq!(default.profile.name, "Acme");
    assert!(default.notes.is_empty());
    let payload = link::encode(&model, &assessment, SCORES).unwrap();
    assert!(payload.len() < 150, "{}", payload.len());
    let scores = opened_scores(&model, &payload);
    assert!(scores.score.criteria.iter().all(Option::is_none));
    let mut others = assessment.clone();
    others.notes = Notes::new();
    assert_eq!(link::encode(&model, &others, SCORES).unwrap(), payload);
}

#[test]
fn answers_of_the_other_stance_stay_at_home_and_hidden_ones_travel() {
    let model = standard();
    let mut assessment = Assessment::new(&model, Stance::Adopt, Depth::Full);
    for ix in model.question_ixs() {
        assessment
            .answers
            .set(ix, Some(Answer::Level(Level::LOWEST)));
    }
    let again = opened(&model, &link::encode(&model, &assessment, ALL).unwrap());
    for ix in model.question_ixs() {
        let travels = model.question(ix).stance != Some(Stance::Provide);
        assert_eq!(again.answers.get(ix).is_some(), travels);
    }
}

#[test]
fn addresses_open_like_their_payloads() {
    let model = standard();
    let payload = link::encode(&model, &full(&model, Stance::Adopt, Depth::Full), ALL).unwrap();
    let expected = link::decode(&[&model], &payload);
    assert!(expected.is_ok());
    for address in [
        format!("https://assay.example/sub/?lang=zh-CN#/r/{payload}"),
        format!("#/r/{payload}"),
        format!("  {payload}\n"),
    ] {
        assert_eq!(link::decode(&[&model], &address), expected, "{address}");
    }
}

#[test]
fn a_link_to_another_model_names_it() {
    let model = standard();
    let payload = link::encode(&model, &full(&model, Stance::Adopt, Depth::Full), ALL).unwrap();
    let other = |changed| {
        Err(LinkError::OtherModel {
            id: "standard".to_owned(),
            version: "2".to_owned(),
            changed,
        })
    };
    assert_eq!(link::decode(&[], &payload), other(false));
    let heavier = common::STANDARD.replacen("\"weight\": 0.3}", "\"weight\": 0.31}", 1);
    let heavier = Model::parse(&heavier).unwrap().value;
    assert_ne!(heavier, model);
    assert_eq!(link::decode(&[&heavier], &payload), other(true));
    let found = link::decode(&[&heavier, &model], &payload);
    assert!(matches!(
        found,
        Ok(DecodedLink::Assessment { model: 1, .. })
    ));
    let changed = link::encode(&heavier, &full(&heavier, Stance::Adopt, Depth::Full), ALL).unwrap();
    assert_eq!(link::decode(&[&model], &changed), other(true));
    assert!(link::decode(&[&model, &heavier], &changed).is_ok());
}

#[test]
fn wording_topics_and_actions_do_not_matter_to_a_link() {
    let model = standard();
    let file = common::STANDARD
        .replacen("\"topic\": \"supply\"", "\"topic\": \"feed\"", 1)
        .replacen("\"format\"", "\"comment\": \"mine\", \"format\"", 1);
    let reworded = Model::parse(&file).unwrap().value;
    let payload = link::encode(&model, &full(&model, Stance::Adopt, Depth::Full), ALL).unwrap();
    assert!(link::decode(&[&reworded], &payload).is_ok());
}

#[test]
fn too_much_text_is_reported_when_the_link_is_encoded() {
    let model = standard();
    let mut assessment = full(&model, Stance::Provide, Depth::Full);
    assessment.profile.name = "名".repeat(20_000);
    let error = link::encode(&model, &assessment, ALL).unwrap_err();
    assert!(matches!(error, EncodeError::TooLong { length, limit } if length > limit));
    assessment.profile.name = "名".repeat(16_000);
    let payload = link::encode(&model, &assessment, ALL).unwrap();
    assert_eq!(opened(&model, &payload).profile, assessment.profile);
    let longer = "A".repeat(link::MAX_LENGTH + 1);
    assert_eq!(
        link::decode(&[&model], &longer),
        Err(LinkError::TooLong {
            limit: link::MAX_LENGTH
        })
    );
}

#[test]
fn answers_of_every_case_come_back_and_score_alike() {
    for case in companies().into_iter().chain(edge_cases()) {
        let stance = case.assessment.profile.stance;
        let payload = link::encode(&case.model, &case.assessment, ALL).unwrap();
        let again = opened(&case.model, &payload);
        let result = |answers: &Answers| Evaluation::new(&case.model, stance, answers).score();
        assert_eq!(
            result(&again.answers),
            result(&case.assessment.answers),
            "{}",
            case.name
        );
    }
}

#[test]
fn five_thousand_questions_fit_and_open_soon() {
    let model = generate::large(5_000);
    let mut assessment = full(&model, Stance::Provide, Depth::Full);
    assessment.locale = None;
    let payload = link::encode(&model, &assessment, ALL).unwrap();
    assert_eq!(opened(&model, &payload), assessment);
    assert!(payload.len() < 2_600, "{}", payload.len());
}
