//! Comparison of several results.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may"
)]

mod common;
#[path = "link/generate.rs"]
mod generate;
#[path = "compare/properties.rs"]
mod properties;

use assay_core::compare::{
    ChangeCounts, ChangeKind, ComparedResult, Response, compare_answers, content_history,
    content_spread, default_pair, widest_section,
};
use assay_core::link::{self, AnswerDetail, LinkOptions};
use assay_core::{
    Answer, AnswerSheet, Assessment, Depth, Model, ReceivedInvitation, SectionIx, Stance,
};
use common::standard;
use generate::{answered, models};
use proptest::prelude::*;

fn company(model: &Model, name: &str, day: &str, answers: &[(&str, &str)]) -> ComparedResult {
    let mut assessment = Assessment::new(model, Stance::Provide, Depth::Full);
    assessment.profile.name = name.to_owned();
    assessment.updated = Some(day.to_owned()).filter(|day| !day.is_empty());
    for (question, answer) in answers {
        let question = model.find_question(question).unwrap();
        assessment.answers.set(question, Answer::parse(answer));
    }
    ComparedResult::from_assessment(model, &assessment)
}

/// Returns one answer in each section, so that there is an AI content.
fn everywhere(level: &str) -> [(&str, &str); 4] {
    [
        ("data.inventory", level),
        ("algorithms.selection", level),
        ("compute.supply", level),
        ("strategy.conviction", level),
    ]
}

const BEFORE: [(&str, &str); 5] = [
    ("data.inventory", "1"),
    ("data.domain", "3"),
    ("data.access", "unknown"),
    ("data.labels", "2"),
    ("data.rights", "4"),
];
const AFTER: [(&str, &str); 6] = [
    ("data.inventory", "3"),
    ("data.domain", "0"),
    ("data.access", "2"),
    ("data.labels", "unknown"),
    ("data.rights", "4"),
    ("data.security", "unknown"),
];

#[test]
fn each_kind_of_change_of_an_answer_is_distinguished() {
    let model = standard();
    let before = company(&model, "A", "", &BEFORE);
    let after = company(&model, "A", "", &AFTER);
    let changes = compare_answers(&model, &before, &after).unwrap();
    let ways = changes.sections[0]
        .questions
        .iter()
        .map(|change| (model.question(change.question).id.clone(), change.kind()));
    let ways: Vec<(String, ChangeKind)> =
        ways.filter(|(_, way)| *way != ChangeKind::Same).collect();
    let expected = [
        ("data.inventory", ChangeKind::Up),
        ("data.domain", ChangeKind::Down),
        ("data.access", ChangeKind::Answered),
        ("data.labels", ChangeKind::Reopened),
        ("data.security", ChangeKind::Other),
    ];
    let expected = expected.map(|(id, way)| (id.to_owned(), way));
    for expected in &expected {
        assert!(ways.contains(expected), "{expected:?} in {ways:?}");
    }
    assert_eq!(ways.len(), expected.len());
    let counted = changes.count();
    assert_eq!(
        (
            counted.up,
            counted.down,
            counted.answered,
            counted.reopened,
            counted.other
        ),
        (1, 1, 1, 1, 1)
    );
    assert_eq!(counted.changed(), 5);
}

#[test]
fn results_of_different_sides_share_only_what_both_are_asked() {
    let model = standard();
    let provide = company(&model, "A", "", &everywhere("2"));
    let adopt = ComparedResult {
        stance: Stance::Adopt,
        ..provide.clone()
    };
    let changes = compare_answers(&model, &provide, &adopt).unwrap();
    for change in changes.sections.iter().flat_map(|s| &s.questions) {
        assert_eq!(model.question(change.question).stance, None);
    }
}

#[test]
fn a_result_of_scores_only_can_be_compared_but_not_question_by_question() {
    let model = standard();
    let mut assessment = Assessment::new(&model, Stance::Provide, Depth::Full);
    assessment.profile.name = "Acme".to_owned();
    for question in model.question_ixs() {
        assessment.answers.set(question, Answer::parse("3"));
    }
    let include = LinkOptions {
        answers: AnswerDetail::ScoresOnly,
        ..LinkOptions::default()
    };
    let payload = link::encode(&model, &assessment, include).unwrap();
    let opened = link::decode(&[&model], &payload).unwrap();
    let scores = ComparedResult::from_link(&model, &opened).unwrap();
    let whole = ComparedResult::from_assessment(&model, &assessment);
    assert_eq!(scores.name, "Acme");
    let step = scores.score.sections[0].unwrap();
    assert_eq!((step.low, step.value, step.high), (60.0, Some(70.0), 80.0));
    assert_eq!(whole.score.sections[0].unwrap().value, Some(75.0));
    assert_eq!(compare_answers(&model, &scores, &whole), None);
    assert_eq!(compare_answers(&model, &whole, &scores), None);
    assert_eq!(default_pair(&[whole, scores]), None);
}

#[test]
fn what_changed_is_asked_first_of_the_last_two_results_of_the_same_name() {
    let model = standard();
    let at = |name: &str, day: &str| company(&model, name, day, &[]);
    let results = [
        at("Acme", "2026-11-01"),
        at("Other", "2026-12-01"),
        at("Acme", "2026-05-01"),
        at("Acme", "2026-08-01"),
    ];
    assert_eq!(default_pair(&results), Some((3, 0)));
    let strangers = [at("A", "2026-11-01"), at("B", ""), at("C", "2026-01-01")];
    assert_eq!(default_pair(&strangers), Some((2, 0)));
    assert_eq!(default_pair(&strangers[..1]), None);
}

#[test]
fn history_joins_results_of_one_name_and_needs_two_days() {
    let model = standard();
    let at = |name: &str, day: &str| company(&model, name, day, &everywhere("2"));
    let same_day = [at("A", "2026-01-01"), at("B", "2026-01-01"), at("C", "")];
    assert_eq!(content_history(&same_day), Vec::new());
    let nothing = company(&model, "A", "2026-03-01", &[]);
    let results = [
        at("A", "2026-02-01"),
        at("B", "2026-01-01"),
        at(" A ", "2025-02-01"),
        nothing,
    ];
    let lines = content_history(&results);
    let places =
        |line: usize| -> Vec<usize> { lines[line].points.iter().map(|m| m.result).collect() };
    assert_eq!(lines.len(), 2);
    assert_eq!((places(0), places(1)), (vec![2, 0], vec![1]));
}

#[test]
fn the_widest_section_and_the_extremes_are_found() {
    let model = standard();
    let low = company(&model, "low", "", &everywhere("1"));
    let mut answers = everywhere("2").to_vec();
    answers[2].1 = "4";
    let high = company(&model, "high", "", &answers);
    let results = [high, low];
    let content = content_spread(&results).unwrap();
    assert_eq!((content.low.result, content.high.result), (1, 0));
    let (section, spread) = widest_section(&results).unwrap();
    assert_eq!(model.section(section).id, "compute");
    assert_eq!((spread.low.result, spread.high.result), (1, 0));
    assert!((spread.width() - 75.0).abs() < 1e-6);
    assert_eq!(widest_section(&results[..1]), None);
    assert_eq!(
        widest_section(&[results[0].clone(), results[0].clone()]),
        None
    );
}

#[test]
fn a_sheet_that_is_limited_to_sections_asks_and_counts_only_them() {
    let model = standard();
    let answers = assay_core::Answers::empty(&model);
    let mut sheet = AnswerSheet::new(&model, Stance::Provide, Depth::Full, answers);
    let whole = sheet.progress();
    let compute = model.find_section("compute").unwrap();
    sheet.limit_to_sections(&model, &[compute]);
    assert_eq!(sheet.progress(), sheet.section_progress(compute));
    for section in (0..model.sections().len()).map(SectionIx::new) {
        let asked = sheet.section_progress(section).asked;
        assert_eq!(asked > 0, section == compute);
    }
    let elsewhere = model.find_question("data.inventory").unwrap();
    sheet.set_answer(&model, elsewhere, Answer::parse("4"));
    assert_eq!(sheet.progress().answered, 0);
    assert!(sheet.is_visible(elsewhere) && !sheet.is_asked(elsewhere));
    sheet.limit_to_sections(&model, &[]);
    assert_eq!(sheet.progress().asked, whole.asked);
    assert_eq!(sheet.progress().answered, 1);
}

#[test]
fn what_an_invitation_leaves_behind_comes_back() {
    let model = standard();
    let invited = ReceivedInvitation {
        sections: vec![model.find_section("compute").unwrap()],
        mail: "a\"b@example.org".to_owned(),
        payload: "AQID".to_owned(),
    };
    let mut assessment = Assessment::new(&model, Stance::Adopt, Depth::Quick);
    assessment.set_received_invitation(&model, Some(&invited));
    assessment.set_received_invitation(&model, Some(&invited));
    let file = assessment.to_json(&model);
    let again = Assessment::parse(&model, &file).unwrap();
    assert_eq!(again, assessment);
    assert_eq!(again.received_invitation(&model), Some(invited));
    let odd = file.replace("compute", "elsewhere");
    assert_eq!(
        Assessment::parse(&model, &odd)
            .unwrap()
            .received_invitation(&model),
        None
    );
    assessment.set_received_invitation(&model, None);
    assert_eq!(assessment.received_invitation(&model), None);
    assert_eq!(
        assessment,
        Assessment::new(&model, Stance::Adopt, Depth::Quick)
    );
}
