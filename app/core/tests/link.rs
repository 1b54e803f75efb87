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
            version: "1".to_owned(),
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
fn too_much_text_is_said_when_the_link_is_made() {
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

/// Returns whether a step contains the computed figure and has the width of a step.
fn holds(step: Option<Range>, exact: Option<Range>) -> bool {
    let value = |range: Option<Range>| range.and_then(|range| range.value);
    match (step, value(step), value(exact)) {
        (Some(step), Some(_), Some(exact)) => {
            let width = step.high - step.low;
            step.low <= exact + 1e-9 && exact <= step.high && width >= 10.0
        }
        (_, told, exact) => told.is_none() && exact.is_none(),
    }
}

/// Checks that a link without answers contains the allowed figures of a score and no others.
fn check_steps(told: &Score, exact: &Score) {
    let Precision::Steps(resolution) = told.precision else {
        panic!("exact figures in a link without answers");
    };
    assert!(holds(told.ai_content.range, exact.ai_content.range));
    assert_eq!(told.ai_content.level, exact.ai_content.level);
    for (told, exact) in told.sections.iter().zip(&exact.sections) {
        assert!(holds(*told, *exact) || resolution == Resolution::Level);
    }
    if told.precision.includes_paths() {
        let order = |score: &Score| score.paths.each_ref().map(|path| (path.rank, path.status));
        assert_eq!(order(told), order(exact));
        assert_eq!(told.recommendation, exact.recommendation);
    } else if told.precision.includes_sections() {
        assert_eq!(
            told.recommendation.target_path(),
            exact.recommendation.target_path()
        );
    }
    let silent = |path: &PathScore| {
        let lacks = path.blocked_by.len() + path.unverified.len();
        path.fit.is_none() && lacks == 0 && path.shortfall == 0.0 && path.coverage == 0.0
    };
    assert!(told.paths.iter().all(silent));
    assert!(told.criteria.iter().all(Option::is_none));
    assert_eq!(told.answered, AnswerCoverage::default());
    assert_eq!(
        (told.faith, told.all_in),
        (TagScore::default(), TagScore::default())
    );
    assert_eq!(told.ai_content.arithmetic, None);
}

#[test]
fn a_link_without_answers_says_the_result_of_every_case_in_steps() {
    for case in companies().into_iter().chain(edge_cases()) {
        let stance = case.assessment.profile.stance;
        let payload = link::encode(&case.model, &case.assessment, SCORES).unwrap();
        let scores = opened_scores(&case.model, &payload);
        let expected = Evaluation::new(&case.model, stance, &case.assessment.answers).score();
        println!("{}", case.name);
        check_steps(&scores.score, &expected);
        assert_eq!(scores.profile, case.assessment.profile);
    }
}

#[test]
fn the_fewer_answers_there_are_the_less_a_link_without_them_tells() {
    let answered = |known| AnswerCoverage {
        known,
        ..AnswerCoverage::default()
    };
    for (known, sections, expected) in [
        (46, 4, Resolution::Fifths),
        (21, 4, Resolution::Thirds),
        (144, 12, Resolution::Fifths),
        (48, 12, Resolution::Halves),
        (24, 12, Resolution::Level),
        (8, 4, Resolution::Halves),
        (7, 1, Resolution::Level),
    ] {
        assert_eq!(
            Resolution::for_coverage(answered(known), sections),
            expected,
            "{known}"
        );
    }
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
fn the_list_of_what_a_link_holds_is_what_is_in_it() {
    let model = standard();
    let mut assessment = full(&model, Stance::Adopt, Depth::Full);
    let list =
        |assessment: &Assessment, include| link::list_contents(&model, assessment, &include).len();
    // Answers, date, language and stance.
    assert_eq!(list(&assessment, ALL), 4);
    assessment.profile.size = "50".to_owned();
    assessment.locale = None;
    let parts = link::list_contents(&model, &assessment, &ALL);
    let count = assessment.answers.len();
    assert_eq!(
        parts,
        [
            LinkPart::Answers(count),
            LinkPart::Size("50"),
            LinkPart::Date,
            LinkPart::Side
        ]
    );
    let note = model.question_ixs().next().unwrap();
    assessment.notes.insert(note, "why".to_owned());
    assert!(link::list_contents(&model, &assessment, &ALL).contains(&LinkPart::Notes(1)));
    let scores = link::list_contents(&model, &assessment, &SCORES);
    assert_eq!(
        scores,
        [
            LinkPart::Scores,
            LinkPart::Size("50"),
            LinkPart::Date,
            LinkPart::Side
        ]
    );
    let opened = opened(&model, &link::encode(&model, &assessment, ALL).unwrap());
    assert_eq!(
        link::list_contents(&model, &opened, &ALL),
        link::list_contents(&model, &assessment, &ALL)
    );
}

#[test]
fn a_word_for_how_sure_travels_with_scores() {
    let model = standard();
    let told = |depth, word| {
        let include = LinkOptions {
            confidence: word,
            ..SCORES
        };
        let mut assessment = full(&model, Stance::Provide, Depth::Full);
        if depth == Depth::Quick {
            for ix in model.question_ixs().filter(|&ix| !model.question(ix).quick) {
                assessment.answers.set(ix, None);
            }
        }
        let payload = link::encode(&model, &assessment, include).unwrap();
        opened_scores(&model, &payload).confidence
    };
    for word in ConfidenceLevel::ALL {
        assert_eq!(
            told(Depth::Full, Some(word)),
            Some(ConfidenceSummary::Level(word))
        );
        let likely = matches!(word, ConfidenceLevel::Clear | ConfidenceLevel::Likely);
        let quick = told(Depth::Quick, Some(word));
        assert_eq!(quick, Some(ConfidenceSummary::AtLeastLikely(likely)));
    }
    assert_eq!(told(Depth::Full, None), None);
    assert_eq!(told(Depth::Quick, None), None);
}

#[test]
fn an_invitation_comes_back_in_the_order_of_the_model() {
    let model = standard();
    let mut invitation = Invitation {
        stance: Stance::Adopt,
        depth: Depth::Quick,
        locale: Some("de".to_owned()),
        sections: vec![SectionIx::new(2), SectionIx::new(0)],
        mail: "me@example.org".to_owned(),
        message: "Bitte bis Freitag <b>你好</b>".to_owned(),
    };
    let payload = invitation.encode(&model).unwrap();
    invitation.sections.reverse();
    let expected = DecodedLink::Invitation {
        model: 0,
        invitation: Box::new(invitation.clone()),
    };
    assert_eq!(
        link::decode(&[&model], &format!("#/i/{payload}")),
        Ok(expected)
    );
    invitation.mail = "me@example.org?bcc=you@example.org".to_owned();
    let refused = invitation.encode(&model);
    assert!(matches!(refused, Err(EncodeError::NotAMailAddress { .. })));
}

#[test]
fn a_sealed_link_is_carried_as_it_is() {
    let sealed = SealedPayload {
        iterations: 600_000,
        salt: [7; 16],
        iv: [9; 12],
        ciphertext: (0..60).collect(),
    };
    let payload = sealed.encode().unwrap();
    assert_eq!(
        link::decode(&[], &payload),
        Ok(DecodedLink::Sealed(sealed.clone()))
    );
    for (iterations, ciphertext) in [(599_999, 60), (10_000_001, 60), (600_000, 16)] {
        let ciphertext = vec![1; ciphertext];
        let odd = SealedPayload {
            iterations,
            ciphertext,
            ..sealed.clone()
        };
        let payload = odd.encode().unwrap();
        assert_eq!(link::decode(&[], &payload), Err(LinkError::Damaged));
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

proptest! {
    #[test]
    fn assessments_come_back(
        (model, assessment) in models().prop_flat_map(answered),
        profile: bool,
        notes: bool,
    ) {
        let include = LinkOptions { profile, notes, ..ALL };
        let payload = link::encode(&model, &assessment, include).unwrap();
        let again = opened(&model, &payload);
        let mut expected = assessment.clone();
        if !profile {
            let stance = assessment.profile.stance;
            expected.profile = Assessment::new(&model, stance, Depth::Full).profile;
        }
        if !notes {
            expected.notes = Notes::new();
        }
        prop_assert_eq!(&again, &expected);
        prop_assert_eq!(link::encode(&model, &again, ALL).unwrap(), payload);
    }

    #[test]
    fn scores_come_back((model, assessment) in models().prop_flat_map(answered)) {
        let payload = link::encode(&model, &assessment, SCORES).unwrap();
        let scores = opened_scores(&model, &payload);
        let stance = assessment.profile.stance;
        let expected = Evaluation::new(&model, stance, &assessment.answers).score();
        prop_assert_eq!(scores.encode(&model).unwrap(), payload);
        check_steps(&scores.score, &expected);
    }

    #[test]
    fn hostile_texts_stay_plain_texts(name in any_text(), note in any_text()) {
        let model = standard();
        let mut assessment = full(&model, Stance::Provide, Depth::Full);
        assessment.profile.name = name;
        if !note.is_empty() {
            assessment.notes.insert(model.question_ixs().nth(3).unwrap(), note);
        }
        let again = opened(&model, &link::encode(&model, &assessment, ALL).unwrap());
        prop_assert_eq!(again, assessment);
    }
}
