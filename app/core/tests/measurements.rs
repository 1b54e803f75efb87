//! Several measurements of one company.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may")]

mod common;

use assay_core::compare::{ComparedResult, Figure, series_history};
use assay_core::{
    ActionProgress, Answer, Assessment, Depth, Level, Model, ReceivedInvitation, SectionIx, Stance,
};
use common::standard;

fn everywhere(model: &Model, level: u8) -> Assessment {
    let mut assessment = Assessment::new(model, Stance::Adopt, Depth::Full);
    for question in model.question_ixs() {
        let answer = Level::new(level).map(Answer::Level);
        assessment.answers.set(question, answer);
    }
    assessment
}

#[test]
fn a_series_stays_in_the_file_and_out_of_links() {
    let model = standard();
    let mut assessment = everywhere(&model, 2);
    assert_eq!(assessment.series(), None);
    assessment.set_series("k1");
    assessment.set_series("k2");
    let file = assessment.to_json(&model);
    assert_eq!(file.matches("\"series\"").count(), 1);
    let read = Assessment::parse(&model, &file).unwrap();
    assert_eq!(read.series(), Some("k2"));
    assert_eq!(read.to_json(&model), file);

    let options = assay_core::link::LinkOptions::default();
    let with = assay_core::link::encode(&model, &assessment, options).unwrap();
    let without = assay_core::link::encode(&model, &everywhere(&model, 2), options).unwrap();
    assert_eq!(with, without);
}

#[test]
fn a_series_that_is_no_text_is_none_and_stays_in_the_file() {
    let model = standard();
    let file = everywhere(&model, 2).to_json(&model);
    for value in ["\"\"", "7", "null", "{}"] {
        let file = file.replacen('{', &format!("{{ \"series\": {value},"), 1);
        let read = Assessment::parse(&model, &file).unwrap();
        assert_eq!(read.series(), None, "{value}");
        assert!(read.unknown_field("series").is_some(), "{value}");
    }
}

#[test]
fn the_next_measurement_starts_from_the_last_answers_on_its_own_day() {
    let model = standard();
    let mut last = everywhere(&model, 1);
    last.profile.name = "Acme".to_owned();
    last.created = Some("2026-01-05T09:00:00Z".to_owned());
    last.updated = Some("2026-01-06T09:00:00Z".to_owned());
    last.notes
        .insert(model.question_ixs().next().unwrap(), "n".to_owned());
    last.set_series("k1");
    let invitation = ReceivedInvitation {
        sections: Vec::new(),
        mail: String::new(),
        payload: "AS1".to_owned(),
    };
    last.set_received_invitation(&model, Some(&invitation));

    let next = last.next_measurement(&model, "2026-07-01T09:00:00Z");
    assert_eq!(next.created.as_deref(), Some("2026-07-01T09:00:00Z"));
    assert_eq!(next.last_changed(), next.created.as_deref());
    assert_eq!(
        (next.series(), next.received_invitation(&model)),
        (Some("k1"), None)
    );
    assert_eq!((&next.answers, &next.notes), (&last.answers, &last.notes));
    assert_eq!(next.profile, last.profile);
    assert_eq!(
        last.last_changed(),
        Some("2026-01-06T09:00:00Z"),
        "the last one is unchanged"
    );
}

fn measured(model: &Model, level: u8, day: &str) -> ComparedResult {
    let mut assessment = everywhere(model, level);
    assessment.profile.name = format!("Acme {level}");
    assessment.updated = Some(day.to_owned()).filter(|day| !day.is_empty());
    ComparedResult::from_assessment(model, &assessment)
}

#[test]
fn every_figure_of_a_series_is_in_order_of_dates_whatever_the_company_was_called() {
    let model = standard();
    let results = [
        measured(&model, 3, "2026-07-01"),
        measured(&model, 1, "2026-01-06"),
        measured(&model, 2, ""),
    ];
    let figures = [
        Figure::AiContent,
        Figure::Section(SectionIx::new(0)),
        Figure::Faith,
        Figure::AllIn,
    ];
    for figure in figures {
        let line = series_history(&results, figure);
        let points: Vec<_> = line.points.iter().map(|point| point.result).collect();
        assert_eq!(
            points,
            [1, 0],
            "{figure:?}: the one without a date has no place"
        );
        assert_eq!(line.name, "Acme 3");
        for point in &line.points {
            let result = results.get(point.result).unwrap();
            assert_eq!(Some(point.range), figure.range(&result.score));
        }
        let (first, last) = (line.points.first().unwrap(), line.points.last().unwrap());
        assert!(first.value() < last.value(), "{figure:?}");
    }
    let none = series_history(&results, Figure::Section(SectionIx::new(99)));
    assert!(none.points.is_empty());
}

fn progress(model: &Model, before: &Assessment, after: &Assessment) -> Vec<ActionProgress> {
    let roadmap = before.evaluation(model).roadmap();
    roadmap.progress(after.evaluation(model))
}

#[test]
fn no_action_of_a_roadmap_is_reached_when_nothing_changed() {
    let model = standard();
    let before = everywhere(&model, 1);
    let progress = progress(&model, &before, &before);
    assert!(!progress.is_empty());
    assert!(progress.iter().all(|one| !one.is_reached() && one.of > 0));
}

#[test]
fn an_action_is_reached_when_all_its_target_levels_hold() {
    let model = standard();
    let before = everywhere(&model, 1);
    let first = progress(&model, &before, &before).first().copied().unwrap();
    let raises = &model.action(first.action).raises;
    let mut after = before.clone();
    for (count, raise) in raises.iter().enumerate() {
        let found = progress(&model, &before, &after).first().copied().unwrap();
        assert_eq!(
            (found.reached, found.of, found.is_reached()),
            (count, raises.len(), false)
        );
        after
            .answers
            .set(raise.question, Some(Answer::Level(raise.to)));
    }
    let found = progress(&model, &before, &after).first().copied().unwrap();
    assert_eq!((found.action, found.wave), (first.action, first.wave));
    assert!(found.is_reached());

    // An open answer holds no target level.
    let raise = raises.first().unwrap();
    after.answers.set(raise.question, Some(Answer::Unknown));
    let found = progress(&model, &before, &after).first().copied().unwrap();
    assert_eq!(
        (found.reached, found.is_reached()),
        (raises.len() - 1, false)
    );
}

#[test]
fn an_action_whose_questions_are_not_asked_any_longer_is_not_reached() {
    let model = standard();
    let mut before = everywhere(&model, 1);
    before.profile.stance = Stance::Provide;
    let mut after = before.clone();
    after.profile.stance = Stance::Adopt;
    let exists = model.existing_questions(Stance::Adopt);
    for one in progress(&model, &before, &after) {
        let raises = &model.action(one.action).raises;
        let asked = raises
            .iter()
            .filter(|raise| exists.get(raise.question.index()) == Some(&true));
        assert!(one.of <= asked.count());
        assert!(one.of > 0 || !one.is_reached());
    }
}
