//! Adapting assessments to another version of their questionnaire.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;
#[path = "common/generate.rs"]
mod generate;
#[path = "versions/properties.rs"]
mod properties;

use assay_core::{
    AdaptedAssessment, Answer, Assessment, Depth, Level, LostEntry, Model, QuestionIx,
};
use generate::{Spec, Writing, answer_codes, answers, specs, stances};
use proptest::prelude::*;

/// Creates version 2 of a questionnaire with these questions and further top-level fields.
fn version_2(questions: &[&str], more: &str) -> String {
    let entries: Vec<String> = questions
        .iter()
        .map(|id| {
            format!(
                r#"{{"id":"{id}","section":"s","weight":1,"not_applicable":{}}}"#,
                *id == "na"
            )
        })
        .collect();
    let first = questions[0];
    let path = r#"{"c":{"weight":1}}"#;
    let four =
        format!(r#"{{"maas":{path},"industry":{path},"open_source":{path},"agent":{path}}}"#);
    format!(
        r#"{{"format":"assay.model/1","id":"shop","version":"2","sections":[{{"id":"s","weight":1}}],
        "aggregation":{{"power":0,"shift":0.01}},"questions":[{}],"criteria":{{"c":{{"{first}":1}}}},
        "paths":{{"provide":{four},"adopt":{four}}}{more}}}"#,
        entries.join(",")
    )
}

fn model(questions: &[&str], more: &str) -> Model {
    Model::parse(&version_2(questions, more)).unwrap().value
}

/// Creates a file of a version with these answers, as JSON, and notes.
fn file(version: &str, answers: &str, notes: &str) -> String {
    format!(
        r#"{{"format":"assay.assessment/1","model":{{"id":"shop","version":"{version}"}},
        "profile":{{"stance":"adopt"}},"answers":{answers},"notes":{notes}}}"#
    )
}

fn adapt(model: &Model, text: &str) -> AdaptedAssessment {
    Assessment::adapt(model, text).unwrap()
}

/// Formats the answers of a copy: `a=3 b=unknown`.
fn kept(model: &Model, adapted: &AdaptedAssessment) -> String {
    let answers = adapted.assessment.answers.iter();
    let answers =
        answers.map(|(ix, answer)| format!("{}={}", model.question(ix).id, answer.as_str()));
    answers.collect::<Vec<_>>().join(" ")
}

/// Formats lost entries: `a: 3 “note”`.
fn lost(adapted: &AdaptedAssessment) -> Vec<String> {
    let one = |lost: &LostEntry| {
        let answer = lost
            .answer
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default();
        let note = lost
            .note
            .as_ref()
            .map(|note| format!(" “{note}”"))
            .unwrap_or_default();
        format!("{}: {answer}{note}", lost.question)
    };
    adapted.lost.iter().map(one).collect()
}

#[test]
fn a_renamed_question_keeps_its_answer_its_note_and_who_gave_it() {
    let model = model(&["a", "new"], r#","renamed":{"old":"new"}"#);
    let text = file("1", r#"{"a":1,"old":3}"#, r#"{"old":"why"}"#)
        .replace(r#""notes""#, r#""given_by":{"old":"Ann"},"notes""#);
    let copy = adapt(&model, &text);
    assert_eq!(kept(&model, &copy), "a=1 new=3");
    let new = model.find_question("new").unwrap();
    let (notes, givers) = (&copy.assessment.notes, &copy.assessment.given_by);
    assert_eq!(notes.get(&new).map(String::as_str), Some("why"));
    assert_eq!(givers.get(&new).map(String::as_str), Some("Ann"));
    assert_eq!(copy.lost, []);
    assert_eq!(copy.from.unwrap().version, "1");
}

#[test]
fn levels_that_were_cut_anew_move_and_words_stay() {
    let model = model(
        &["a", "b", "c"],
        r#","levels":{"a":[0,1,1,3,4],"b":[0,1,1,3,4],"c":[0,1,1,3,4]}"#,
    );
    let copy = adapt(&model, &file("1", r#"{"a":2,"b":"unknown","c":3}"#, "{}"));
    assert_eq!(kept(&model, &copy), "a=1 b=unknown c=3");
    assert_eq!(copy.recoded.len(), 1);
    let moved = &copy.recoded[0];
    assert_eq!(
        (moved.question, moved.from.get(), moved.to.get()),
        (QuestionIx::new(0), 2, 1)
    );
}

#[test]
fn the_levels_of_a_renamed_question_are_found_under_either_id() {
    for id in ["old", "new"] {
        let more = format!(r#","renamed":{{"old":"new"}},"levels":{{"{id}":[4,3,2,1,0]}}"#);
        let model = model(&["new"], &more);
        assert_eq!(
            kept(&model, &adapt(&model, &file("1", r#"{"old":4}"#, "{}"))),
            "new=0"
        );
    }
}

#[test]
fn mappings_of_ids_and_levels_apply_to_other_versions_of_the_same_model_only() {
    let more = r#","renamed":{"old":"new"},"levels":{"new":[1,1,1,1,1]}"#;
    let model = model(&["new"], more);
    let same = adapt(&model, &file("2", r#"{"new":4}"#, "{}"));
    assert_eq!(kept(&model, &same), "new=4");
    let other = file("1", r#"{"new":4,"old":3}"#, "{}").replace("shop", "school");
    let other = adapt(&model, &other);
    assert_eq!(
        (kept(&model, &other), lost(&other)),
        ("new=4".to_owned(), vec!["old: 3".to_owned()])
    );
}

#[test]
fn a_version_can_have_its_own_mapping() {
    let more = r#","levels":{"a":[4,4,4,4,4]},
        "from_version":{"1":{"renamed":{"x":"a"},"levels":{"a":[0,0,1,2,4]}},"1.5":{}}"#;
    let model = model(&["a"], more);
    let of = |version, answers| kept(&model, &adapt(&model, &file(version, answers, "{}")));
    assert_eq!(of("1", r#"{"x":3}"#), "a=2");
    assert_eq!(of("1.5", r#"{"a":3}"#), "a=3");
    assert_eq!(of("0.9", r#"{"a":3}"#), "a=4");
}

#[test]
fn an_id_that_another_question_took_over_is_lost_and_not_read_as_that_ones() {
    let plain = model(&["a", "b"], r#","renamed":{"a":"b"}"#);
    let copy = adapt(
        &plain,
        &file("1", r#"{"a":1,"b":4}"#, r#"{"b":"of the old b"}"#),
    );
    assert_eq!(kept(&plain, &copy), "b=1");
    assert_eq!(lost(&copy), ["b: 4 “of the old b”"]);
    // An intermediate version uses the new id already.
    let between = adapt(&plain, &file("1.5", r#"{"b":4}"#, "{}"));
    assert_eq!(
        (kept(&plain, &between), lost(&between).len()),
        ("b=4".to_owned(), 0)
    );
    // A mapping for one version treats the other question as a different one, even if it occurs
    // alone.
    let exact = model(
        &["a", "b"],
        r#","from_version":{"1":{"renamed":{"a":"b"}}}"#,
    );
    let alone = adapt(&exact, &file("1", r#"{"b":4}"#, "{}"));
    assert_eq!(
        (kept(&exact, &alone), lost(&alone)),
        (String::new(), vec!["b: 4".to_owned()])
    );
}

#[test]
fn what_is_lost_has_the_id_that_it_has_in_the_file() {
    let model = model(&["a", "new"], r#","renamed":{"old":"new"}"#);
    let copy = adapt(
        &model,
        &file(
            "1",
            r#"{"old":"not_applicable","gone":2}"#,
            r#"{"gone":"so"}"#,
        ),
    );
    assert_eq!(lost(&copy), [r#"old: "not_applicable""#, "gone: 2 “so”"]);
}

#[test]
fn fields_that_nobody_knows_are_in_the_copy_too() {
    let model = model(&["a"], "");
    let text =
        file("1", r#"{"a":1}"#, "{}").replace(r#""notes""#, r#""locale":"fr","ref":7,"notes""#);
    let copy = adapt(&model, &text).assessment;
    assert_eq!(copy.locale.as_deref(), Some("fr"));
    assert_eq!(
        copy.unknown_field("ref")
            .map(ToString::to_string)
            .as_deref(),
        Some("7")
    );
}

#[test]
fn a_copy_still_answers_its_invitation_where_a_section_is_gone() {
    let model = model(&["a"], "");
    let invited = r#""invited":{"sections":["s","gone"],"mail":"a@b.example","link":"AS"},"notes""#;
    let copy = adapt(
        &model,
        &file("1", "{}", "{}").replace(r#""notes""#, invited),
    )
    .assessment;
    let invited = copy.received_invitation(&model).unwrap();
    assert_eq!(
        (invited.sections.len(), invited.mail.as_str()),
        (1, "a@b.example")
    );
}

#[test]
fn faults_in_a_mapping_of_versions_are_reported_with_their_place() {
    let more = r#","renamed":{"x":"a","y":"a","z":"nowhere","n":3},
        "levels":{"a":[0,1,2],"gone":[0,1,2,3,4],"b":[0,1,9,3,"4"],"c":[0,1,2,3,4],"w":7},
        "from_version":{"1":{"renamed":{"old":"c"},"levels":{"c":[0,0,0,0,0],"old":[1,1,1,1,1]}},"0":[]}"#;
    let problems = Model::parse(&version_2(&["a", "b", "c"], more)).unwrap_err();
    insta::assert_snapshot!(problems, @r#"
    renamed.y: "x" and "y" are both called "a" now, and a question has one answer; name one of them
    renamed.z: there is no question "nowhere"; name one that the model has
    renamed.n: a number stands where a text belongs
    levels.a: 3 levels stand here; give five, what each old level from 0 to 4 is now
    levels.gone: there is no question "gone"; name one that the model has
    levels.b[2]: 9 is not a level; use a whole number from 0 to 4
    levels.b[4]: "4" is not a level; use a whole number from 0 to 4
    levels.w: there is no question "w"; name one that the model has
    levels.w: a number stands where a list belongs
    from_version.1.levels.old: what became of the levels of "old" stands here twice, under its new id and its old one; remove one
    from_version.0: a list stands where an object belongs
    "#);
}

#[test]
fn levels_as_a_list_are_a_note_for_authors() {
    let model = model(
        &["a"],
        r#","levels":["absent","tried","used","common","measured"]"#,
    );
    assert_eq!(
        kept(&model, &adapt(&model, &file("1", r#"{"a":3}"#, "{}"))),
        "a=3"
    );
}
