//! Who does an action of the roadmap, until when, and when it was done.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may")]

mod common;

use assay_core::link::{self, LinkOptions};
use assay_core::{
    ActionIx, Assessment, Day, Depth, Draft, MAX_OWNER_LENGTH, Model, PlannedAction, Stance,
};
use common::standard;
use proptest::prelude::*;

fn file(model: &Model, actions: &str) -> Assessment {
    let action = &model.action(ActionIx::new(0)).id;
    let actions = actions.replace("FIRST", action);
    let text = format!(
        r#"{{"format":"assay.assessment/1","profile":{{"stance":"adopt"}},"answers":{{}},"actions":{actions}}}"#
    );
    Assessment::parse(model, &text).unwrap()
}

fn day(text: &str) -> Option<Day> {
    Some(Day::parse(text).unwrap())
}

#[test]
fn a_plan_is_read_by_action() {
    let model = standard();
    let read = file(
        &model,
        r#"{"FIRST":{"owner":" Ann ","due":"2026-12-24","done":"2026-12-20"}}"#,
    );
    let plan = read.action_plan(&model);
    let expected = PlannedAction {
        owner: "Ann".to_owned(),
        due: day("2026-12-24"),
        done: day("2026-12-20"),
    };
    assert_eq!(plan.get(&ActionIx::new(0)), Some(&expected));
    assert_eq!(plan.len(), 1);
    assert!(read.check_follow_up().is_ok());
}

#[test]
fn faults_are_reported_with_their_places_and_the_rest_is_read() {
    let model = standard();
    let id = &model.action(ActionIx::new(0)).id;
    let long = "x".repeat(MAX_OWNER_LENGTH + 1);
    let cases = [
        (
            "[]".to_owned(),
            "actions: a list stands where an object belongs".to_owned(),
        ),
        (
            r#"{"FIRST":7}"#.to_owned(),
            format!("actions.{id}: a number stands"),
        ),
        (
            r#"{"FIRST":{"owner":1}}"#.to_owned(),
            format!("actions.{id}.owner: a number stands"),
        ),
        (
            r#"{"FIRST":{"due":"soon"}}"#.to_owned(),
            format!("actions.{id}.due: \"soon\" is not a date"),
        ),
        (
            r#"{"FIRST":{"due":"2026-02-30"}}"#.to_owned(),
            format!("actions.{id}.due: \"2026-02-30\""),
        ),
        (
            r#"{"FIRST":{"done":"2026-02-03T09:00:00Z"}}"#.to_owned(),
            format!("actions.{id}.done: "),
        ),
        (
            r#"{"FIRST":{"done":true}}"#.to_owned(),
            format!("actions.{id}.done: true or false stands"),
        ),
        (
            format!(r#"{{"FIRST":{{"owner":"{long}"}}}}"#),
            format!("actions.{id}.owner: this text has 201"),
        ),
    ];
    for (actions, expected) in cases {
        let read = file(&model, &actions);
        let problems = read.check_follow_up().unwrap_err().to_string();
        assert!(problems.starts_with(&expected), "{actions}: {problems}");
        assert!(read.action_plan(&model).is_empty(), "{actions}");
    }
    let both = file(&model, r#"{"FIRST":{"owner":"Ann","due":"soon","done":3}}"#);
    assert_eq!(both.check_follow_up().unwrap_err().0.len(), 2);
    let plan = both.action_plan(&model);
    assert_eq!(plan.get(&ActionIx::new(0)).unwrap().owner, "Ann");
}

#[test]
fn a_series_that_is_no_text_is_reported() {
    let model = standard();
    let text =
        r#"{"format":"assay.assessment/1","profile":{"stance":"adopt"},"answers":{},"series":7}"#;
    let read = Assessment::parse(&model, text).unwrap();
    let problems = read.check_follow_up().unwrap_err().to_string();
    assert_eq!(problems, "series: a number stands where a text belongs");
}

#[test]
fn what_a_newer_version_wrote_into_an_entry_stays() {
    let model = standard();
    let mut read = file(
        &model,
        r#"{"gone":{"owner":"Bo","due":"2026-12-24"},"FIRST":{"cost":[1],"owner":"Ann"}}"#,
    );
    let first = ActionIx::new(0);
    assert_eq!(
        read.action_plan(&model).len(),
        1,
        "the action that is gone has no effect"
    );
    read.set_planned_action(
        &model,
        first,
        &PlannedAction {
            owner: "Cy".to_owned(),
            due: day("2027-01-31"),
            done: None,
        },
    );
    let written = read.to_json(&model);
    for part in ["\"gone\"", "\"Bo\"", "\"cost\"", "\"Cy\"", "2027-01-31"] {
        assert!(written.contains(part), "{part}: {written}");
    }
    read.set_planned_action(&model, first, &PlannedAction::default());
    let written = read.to_json(&model);
    assert!(
        written.contains("\"cost\"") && !written.contains("Cy"),
        "{written}"
    );
}

#[test]
fn an_empty_plan_leaves_nothing_in_the_file() {
    let model = standard();
    let mut assessment = Assessment::new(&model, Stance::Adopt, Depth::Full);
    let before = assessment.to_json(&model);
    let planned = PlannedAction {
        owner: "Ann".to_owned(),
        ..PlannedAction::default()
    };
    for action in [0, 1] {
        assessment.set_planned_action(&model, ActionIx::new(action), &planned);
    }
    assert_eq!(assessment.action_plan(&model).len(), 2);
    let blank = PlannedAction {
        owner: " ".to_owned(),
        ..PlannedAction::default()
    };
    assessment.set_planned_action(&model, ActionIx::new(1), &blank);
    assert_eq!(assessment.action_plan(&model).len(), 1);
    assessment.set_planned_action(&model, ActionIx::new(0), &PlannedAction::default());
    assert_eq!(assessment.to_json(&model), before);
}

#[test]
fn an_owner_is_cut_where_a_file_would_refuse_it() {
    let model = standard();
    let mut assessment = Assessment::new(&model, Stance::Adopt, Depth::Full);
    let planned = PlannedAction {
        owner: "名".repeat(MAX_OWNER_LENGTH + 9),
        ..PlannedAction::default()
    };
    assessment.set_planned_action(&model, ActionIx::new(0), &planned);
    assert!(assessment.check_follow_up().is_ok());
    let plan = assessment.action_plan(&model);
    let owner = &plan.get(&ActionIx::new(0)).unwrap().owner;
    assert_eq!(owner.chars().count(), MAX_OWNER_LENGTH);
}

#[test]
fn a_link_carries_no_plan_and_the_next_measurement_does() {
    let model = standard();
    let plain = Assessment::new(&model, Stance::Adopt, Depth::Full);
    let mut planned = plain.clone();
    let entry = PlannedAction {
        owner: "Ann".to_owned(),
        due: day("2026-12-24"),
        done: None,
    };
    planned.set_planned_action(&model, ActionIx::new(0), &entry);
    let encode = |one: &Assessment| link::encode(&model, one, LinkOptions::default()).unwrap();
    assert_eq!(encode(&plain), encode(&planned));
    let next = planned.next_measurement(&model, "2027-01-01T00:00:00Z");
    assert_eq!(next.action_plan(&model), planned.action_plan(&model));
    let draft = Draft::new(&model, planned.clone());
    assert_eq!(draft.action_plan(&model), planned.action_plan(&model));
    assert_eq!(
        draft.head().action_plan(&model),
        planned.action_plan(&model)
    );
}

proptest! {
    #[test]
    fn what_was_set_is_read_from_the_file(
        entries in prop::collection::vec(
            (0..12_usize, "\\PC{0,30}", prop::option::of(0..3_000_u32), prop::option::of(0..3_000_u32)),
            0..6,
        ),
    ) {
        let model = standard();
        let mut assessment = Assessment::new(&model, Stance::Provide, Depth::Full);
        for (action, owner, due, done) in entries {
            let planned = PlannedAction {
                owner: owner.trim().to_owned(),
                due: due.and_then(Day::new),
                done: done.and_then(Day::new),
            };
            let action = ActionIx::new(action);
            assessment.set_planned_action(&model, action, &planned);
            let plan = assessment.action_plan(&model);
            prop_assert_eq!(plan.get(&action).cloned().unwrap_or_default(), planned);
        }
        prop_assert!(assessment.check_follow_up().is_ok());
        let file = assessment.to_json(&model);
        let read = Assessment::parse(&model, &file).unwrap();
        prop_assert_eq!(read.action_plan(&model), assessment.action_plan(&model));
        prop_assert_eq!(read.to_json(&model), file);
    }
}
