//! What sections and questions should reach, and until when.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may")]

mod common;

use assay_core::link::{self, LinkOptions};
use assay_core::{
    Answer, Assessment, Day, Depth, Draft, Level, Model, QuestionIx, QuestionTarget, SectionIx,
    SectionTarget, Stance, TargetScore, TargetState,
};
use common::standard;
use proptest::prelude::*;

fn file(model: &Model, targets: &str) -> Assessment {
    let text = format!(
        r#"{{"format":"assay.assessment/1","profile":{{"stance":"adopt"}},"answers":{{"data.domain":2}},"targets":{targets}}}"#
    );
    Assessment::parse(model, &text).unwrap()
}

fn day(text: &str) -> Option<Day> {
    Some(Day::parse(text).unwrap())
}

fn score(percent: f64) -> TargetScore {
    TargetScore::new(percent).unwrap()
}

fn level(number: u8) -> Level {
    Level::new(number).unwrap()
}

#[test]
fn targets_are_read_by_section_and_question() {
    let model = standard();
    let read = file(
        &model,
        r#"{"sections":{"data":{"score":60,"date":"2027-12-31"},"compute":{"score":62.5}},"questions":{"data.domain":{"level":3}}}"#,
    );
    let targets = read.targets(&model);
    let data = SectionTarget {
        score: score(60.0),
        date: day("2027-12-31"),
    };
    let section = |id| model.find_section(id).unwrap();
    assert_eq!(targets.sections.get(&section("data")), Some(&data));
    assert_eq!(targets.section_percent(section("compute")), Some(62.5));
    assert_eq!(targets.sections.len(), 2);
    let question = model.find_question("data.domain").unwrap();
    let wanted = targets.questions.get(&question).unwrap();
    assert_eq!((wanted.level, wanted.date), (level(3), None));
    assert!(read.check_follow_up().is_ok());
}

#[test]
fn faults_are_reported_with_their_places_and_the_rest_is_read() {
    let model = standard();
    let cases = [
        ("[]", "targets: a list stands where an object belongs"),
        (
            r#"{"sections":7}"#,
            "targets.sections: a number stands where an object belongs",
        ),
        (
            r#"{"sections":{"data":60}}"#,
            "targets.sections.data: a number stands where an object",
        ),
        (
            r#"{"sections":{"data":{"date":"2027-12-31"}}}"#,
            "targets.sections.data: the field \"score\" is missing",
        ),
        (
            r#"{"sections":{"data":{"score":101}}}"#,
            "targets.sections.data.score: 101 ",
        ),
        (
            r#"{"sections":{"data":{"score":"60"}}}"#,
            "targets.sections.data.score: a text stands",
        ),
        (
            r#"{"sections":{"data":{"score":60,"date":"soon"}}}"#,
            "targets.sections.data.date: \"soon\" is not a date",
        ),
        (
            r#"{"questions":{"data.domain":{"level":5}}}"#,
            "targets.questions[\"data.domain\"].level: 5 is not a level",
        ),
        (
            r#"{"questions":{"data.domain":{"level":3,"date":20271231}}}"#,
            "targets.questions[\"data.domain\"].date: a number stands",
        ),
    ];
    for (targets, expected) in cases {
        let read = file(&model, targets);
        let problems = read.check_follow_up().unwrap_err().to_string();
        assert!(problems.starts_with(expected), "{targets}: {problems}");
        assert!(read.targets(&model).is_empty(), "{targets}");
    }
    let both = file(
        &model,
        r#"{"sections":{"data":{"score":-1},"compute":{"score":40}}}"#,
    );
    assert_eq!(both.targets(&model).sections.len(), 1);
}

#[test]
fn what_this_version_does_not_know_stays() {
    let model = standard();
    let mut read = file(
        &model,
        r#"{"note":1,"sections":{"gone":{"score":5},"data":{"why":[2],"score":60}}}"#,
    );
    assert_eq!(read.targets(&model).sections.len(), 1);
    let section = model.find_section("data").unwrap();
    let wanted = SectionTarget {
        score: score(75.0),
        date: day("2027-06-30"),
    };
    read.set_section_target(&model, section, Some(wanted));
    let written = read.to_json(&model);
    for part in ["\"note\"", "\"gone\"", "\"why\"", "75", "2027-06-30"] {
        assert!(written.contains(part), "{part}: {written}");
    }
    read.set_section_target(&model, section, None);
    assert!(read.targets(&model).is_empty());
    assert!(read.to_json(&model).contains("\"why\""));
}

#[test]
fn a_removed_target_leaves_nothing_in_the_file() {
    let model = standard();
    let mut assessment = Assessment::new(&model, Stance::Adopt, Depth::Full);
    let before = assessment.to_json(&model);
    let (section, question) = (SectionIx::new(1), QuestionIx::new(3));
    let wanted = SectionTarget {
        score: score(50.0),
        date: None,
    };
    assessment.set_section_target(&model, section, Some(wanted));
    let wanted = QuestionTarget {
        level: level(4),
        date: day("2027-01-31"),
    };
    assessment.set_question_target(&model, question, Some(wanted));
    assert_eq!(assessment.targets(&model).questions.len(), 1);
    assessment.set_question_target(&model, question, None);
    assessment.set_section_target(&model, section, None);
    assert_eq!(assessment.to_json(&model), before);
}

#[test]
fn a_target_changes_no_score_no_link_and_stays_in_the_next_measurement() {
    let model = standard();
    let plain = file(&model, "{}");
    let aimed = file(
        &model,
        r#"{"sections":{"data":{"score":90}},"questions":{"data.domain":{"level":4}}}"#,
    );
    assert_eq!(
        plain.evaluation(&model).score(),
        aimed.evaluation(&model).score()
    );
    let encode = |one: &Assessment| link::encode(&model, one, LinkOptions::default()).unwrap();
    assert_eq!(encode(&plain), encode(&aimed));
    let next = aimed.next_measurement(&model, "2027-01-01T00:00:00Z");
    assert_eq!(next.targets(&model), aimed.targets(&model));
    let draft = Draft::new(&model, aimed.clone());
    assert_eq!(draft.targets(&model), aimed.targets(&model));
    assert_eq!(draft.head().targets(&model), aimed.targets(&model));
}

#[test]
fn a_target_is_reached_below_or_unknown() {
    let model = standard();
    let mut read = file(
        &model,
        r#"{"sections":{"data":{"score":50},"compute":{"score":10}},"questions":{"data.domain":{"level":4},"data.labels":{"level":1}}}"#,
    );
    let state = |read: &Assessment| {
        let progress = read.targets(&model).progress(read.evaluation(&model));
        let sections = progress.sections.iter().map(|(_, _, state)| state.gap());
        let questions = progress.questions.iter().map(|(_, _, state)| state.gap());
        sections.chain(questions).collect::<Vec<_>>()
    };
    assert_eq!(state(&read), [Some(0.0), None, Some(2.0), None]);
    let question = model.find_question("data.domain").unwrap();
    read.answers.set(question, Some(Answer::Level(level(1))));
    assert_eq!(state(&read), [Some(25.0), None, Some(3.0), None]);
    let targets = read.targets(&model);
    let score = read.evaluation(&model).score();
    let gone = targets.section_state(SectionIx::new(3), &score);
    assert_eq!(gone, None);
    assert_eq!(TargetState::Unknown.gap(), None);
}

#[test]
fn targets_follow_their_questions_into_another_version() {
    let text = include_str!("../models/standard.json");
    let model = Model::parse(text).unwrap().value;
    let old = r#"{"format":"assay.assessment/1","model":{"id":"standard","version":"1"},
        "profile":{"stance":"adopt"},"answers":{},
        "targets":{"sections":{"data":{"score":60}},"questions":{"data.domain":{"level":3,"date":"2027-01-01"},"gone.id":{"level":2}}}}"#;
    let adapted = Assessment::adapt(&model, old).unwrap().assessment;
    let targets = adapted.targets(&model);
    assert_eq!(targets.sections.len(), 1);
    let question = model.find_question("data.domain").unwrap();
    assert!(targets.questions.contains_key(&question));
    assert!(adapted.to_json(&model).contains("gone.id"));
}

proptest! {
    #[test]
    fn what_was_set_is_read_from_the_file(
        entries in prop::collection::vec(
            (0..4_usize, 0..20_usize, 0..=200_u8, 0..5_u8, prop::option::of(0..3_000_u32)),
            0..8,
        ),
    ) {
        let model = standard();
        let mut assessment = Assessment::new(&model, Stance::Provide, Depth::Full);
        for (section, question, half, level, date) in entries {
            let date = date.and_then(Day::new);
            let (section, question) = (SectionIx::new(section), QuestionIx::new(question));
            let aim = SectionTarget { score: score(f64::from(half) / 2.0), date };
            assessment.set_section_target(&model, section, Some(aim));
            let wanted = QuestionTarget { level: Level::new(level).unwrap(), date };
            assessment.set_question_target(&model, question, Some(wanted));
            let targets = assessment.targets(&model);
            prop_assert_eq!(targets.sections.get(&section), Some(&aim));
            prop_assert_eq!(targets.questions.get(&question), Some(&wanted));
        }
        prop_assert!(assessment.check_follow_up().is_ok());
        let file = assessment.to_json(&model);
        let read = Assessment::parse(&model, &file).unwrap();
        prop_assert_eq!(read.targets(&model), assessment.targets(&model));
        prop_assert_eq!(read.to_json(&model), file);
    }

    #[test]
    fn any_value_is_read_or_reported_and_written_back(text in "[\\[\\]{}\",:a-z0-9. -]{0,40}") {
        let model = standard();
        for targets in [
            format!(r#"{{"sections":{{"data":{{"score":{text}}}}}}}"#),
            format!(r#"{{"questions":{{"data.domain":{{"level":1,"date":{text}}}}}}}"#),
            text.clone(),
        ] {
            let text = format!(
                r#"{{"format":"assay.assessment/1","profile":{{"stance":"adopt"}},"answers":{{}},"targets":{targets}}}"#
            );
            if let Ok(read) = Assessment::parse(&model, &text) {
                let found = read.targets(&model);
                let is_faulty = read.check_follow_up().is_err();
                let written = Assessment::parse(&model, &read.to_json(&model)).unwrap();
                prop_assert_eq!(written.targets(&model), found);
                prop_assert_eq!(written.check_follow_up().is_err(), is_faulty);
            }
        }
    }
}
