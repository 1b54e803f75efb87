//! Targets in results.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use common::{assessment_of, companies, run};
use serde_json::{Value, json};

/// An assessment with a target that the roadmap has to reach, one that is reached, and one of a
/// question that the questionnaire does not have.
fn with_targets() -> Value {
    let mut file = assessment_of(&companies()[1]);
    file["targets"] = json!({
        "sections": { "data": { "score": 95, "date": "2027-06-30" } },
        "questions": { "data.domain": { "level": 0 }, "gone": { "level": 3 } },
    });
    file
}

fn score(arguments: &[&str], file: &Value) -> Value {
    let ran = run(
        &[&["score", "--draws", "0"], arguments].concat(),
        format!("{file}\n"),
    );
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn a_result_states_the_targets_with_what_is_missing() {
    let result = score(&["-"], &with_targets());
    let data = &result["targets"]["sections"]["data"];
    let present = result["sections"]["data"]["value"].as_f64().unwrap();
    assert_eq!(
        (&data["score"], &data["date"]),
        (&json!(95.0), &json!("2027-06-30"))
    );
    assert!(
        (data["gap"].as_f64().unwrap() - (95.0 - present)).abs() < 1e-9,
        "{data}"
    );
    assert_eq!(
        result["targets"]["questions"],
        json!({ "data.domain": { "level": 0, "date": null, "gap": 0.0 } })
    );
    assert_eq!(data.get("outlook"), None, "without a roadmap");
}

#[test]
fn the_roadmap_of_a_result_aims_at_the_targets() {
    let file = with_targets();
    let result = score(&["--full", "-"], &file);
    let waves = result["roadmap"].as_array().unwrap();
    let marked: Vec<&Value> = waves
        .iter()
        .flat_map(|wave| wave["towards_targets"].as_array().unwrap())
        .collect();
    assert!(!marked.is_empty(), "{waves:?}");
    for wave in waves {
        let actions = wave["actions"].as_array().unwrap();
        let towards = wave["towards_targets"].as_array().unwrap();
        assert!(towards.iter().all(|one| actions.contains(one)), "{wave}");
    }
    let outlook = &result["targets"]["sections"]["data"]["outlook"];
    let (before, after) = (
        result["targets"]["sections"]["data"]["gap"]
            .as_f64()
            .unwrap(),
        outlook["gap_after"].as_f64().unwrap(),
    );
    assert!(after < before, "{outlook}");
    assert_eq!(outlook["reached_in"].is_null(), after > 0.0, "{outlook}");
    assert_eq!(
        result["targets"]["questions"]["data.domain"]["outlook"],
        json!({ "reached_in": null, "gap_after": 0.0 })
    );
}

#[test]
fn lines_have_the_same_targets_as_files() {
    let file = with_targets();
    for arguments in [vec![], vec!["--full"]] {
        let of_line = score(&[arguments.as_slice(), &["--lines"]].concat(), &file);
        assert_eq!(
            of_line,
            score(&[arguments.as_slice(), &["-"]].concat(), &file)
        );
    }
}

#[test]
fn without_targets_a_result_has_no_field_for_them() {
    let result = score(&["--full", "-"], &assessment_of(&companies()[1]));
    assert_eq!(result.get("targets"), None);
    assert_eq!(result["roadmap"][0].get("towards_targets"), None);
    assert!(result["roadmap"][0]["actions"].is_array());
}

#[test]
fn a_line_keeps_its_result_where_a_target_is_faulty() {
    let mut file = with_targets();
    file["targets"]["sections"]["data"]["score"] = json!(400);
    let result = score(&["--lines"], &file);
    assert_eq!(result["targets"]["sections"], json!({}));
    assert_eq!(result["targets"]["questions"]["data.domain"]["level"], 0);
}
