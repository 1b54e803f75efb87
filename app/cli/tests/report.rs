//! Reports for people, in both languages.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use common::{assessment_of, companies, run};
use serde_json::{Value, json};

fn named(company: &Value) -> Value {
    let mut file = assessment_of(company);
    file["updated"] = json!("2026-11-23T09:00:00Z");
    file
}

/// A company with a third of its answers open.
fn partly_open() -> Value {
    let mut file = named(&companies()[3]);
    let answers = file["answers"].as_object_mut().unwrap();
    let keys: Vec<String> = answers.keys().step_by(3).cloned().collect();
    for key in keys {
        answers.remove(&key);
    }
    file
}

fn report(file: &Value, options: &[&str]) -> String {
    let ran = run(
        &[&["score", "--text", "-"], options].concat(),
        file.to_string(),
    );
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    ran.out
}

#[test]
fn a_whole_assessment_in_english() {
    insta::assert_snapshot!(report(&named(&companies()[1]), &["--full"]));
}

#[test]
fn a_whole_assessment_in_chinese() {
    insta::assert_snapshot!(report(
        &named(&companies()[1]),
        &["--full", "--lang", "zh-CN"]
    ));
}

#[test]
fn open_answers_in_english() {
    insta::assert_snapshot!(report(&partly_open(), &[]));
}

#[test]
fn open_answers_in_chinese() {
    insta::assert_snapshot!(report(&partly_open(), &["--lang", "zh-CN"]));
}

#[test]
fn nothing_answered_is_said_too() {
    let mut file = partly_open();
    file["answers"] = json!({});
    insta::assert_snapshot!(report(&file, &["--draws", "100"]));
}

#[test]
fn the_language_of_the_assessment_is_that_of_its_report() {
    let mut file = named(&companies()[0]);
    file["locale"] = json!("zh-CN");
    assert!(report(&file, &["--draws", "0"]).contains("含AI量"));
}

#[test]
fn no_line_is_wider_than_a_terminal() {
    use unicode_width::UnicodeWidthStr;
    for company in companies() {
        for language in ["en", "zh-CN"] {
            let text = report(
                &named(&company),
                &["--full", "--draws", "200", "--lang", language],
            );
            for line in text.lines() {
                assert!(line.width() <= 80, "{line}");
            }
        }
    }
}

#[test]
fn without_draws_no_list_of_questions_is_promised() {
    let mut file = partly_open();
    file["answers"] = json!({});
    let text = report(&file, &["--draws", "0", "--full"]);
    assert!(!text.contains("answer these questions"), "{text}");
    // Without answers there is nothing to change or recommend.
    assert!(!text.contains("What would change"), "{text}");
}

#[test]
fn a_questionnaire_without_actions_tells_of_none() {
    let case = common::core_path("tests/fixtures/edge-cases.json");
    let cases: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(case).unwrap()).unwrap();
    let case = cases
        .iter()
        .find(|case| case["name"] == "arithmetic")
        .unwrap();
    let model = common::write_scratch_file("no-actions.json", case["model"].to_string());
    let text = report(&case["assessment"], &["--model", model.to_str().unwrap()]);
    assert!(!text.contains("to do next"), "{text}");
    // With an exponent of 1 the mean is not geometric.
    assert!(
        text.contains("power mean") && !text.contains("geometric"),
        "{text}"
    );
}

#[test]
fn a_look_at_the_other_side_says_so() {
    let file = named(&companies()[1]);
    let text = report(&file, &["--stance", "adopt", "--draws", "0"]);
    assert!(
        text.contains("What if you only used models yourselves?"),
        "{text}"
    );
    let text = report(&file, &["--stance", "provide", "--draws", "0"]);
    assert!(!text.contains("What if"), "{text}");
}

#[test]
fn targets_are_stated_with_what_becomes_of_them() {
    let mut file = named(&companies()[1]);
    assert!(!report(&file, &[]).contains("Targets"));
    file["targets"] = json!({
        "sections": { "data": { "score": 95, "date": "2027-06-30" } },
        "questions": { "data.domain": { "level": 0 } },
    });
    let text = report(&file, &["--draws", "0"]);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("Targets"), "{text}");
    assert!(text.contains("Data 95 until 30 June 2027"), "{text}");
    assert!(text.contains("- Data 95 until 30 June 2027 ("), "{text}");
    assert!(text.contains("Level 1 (reached)"), "{text}");
}
