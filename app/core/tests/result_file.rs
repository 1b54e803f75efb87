//! The result file contains every figure of the cases under the names of the contract.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod fixture;

use assay_core::{Answers, DEFAULT_DRAWS, Evaluation, Extent, Stance};
use fixture::{Case, cases, standard};
use serde_json::Value;

const EXACT: f64 = 1e-6;

/// Simulated fields with their tolerances.
const DRAWN: [(&str, f64); 6] = [
    ("plausible", 2.0),
    ("rank_acceptability", 0.02),
    ("blocked_share", 0.02),
    ("central_weights", 0.02),
    ("confidence", 0.02),
    ("bits", 0.04),
];

fn file(case: &Case, draws: usize, extent: Extent) -> Value {
    let result = Evaluation::new(&case.model, case.stance, &case.answers).result(draws, extent);
    serde_json::from_str(&result.to_json()).unwrap()
}

#[test]
fn holds_every_figure_of_the_cases() {
    for case in cases() {
        let found = file(&case, DEFAULT_DRAWS, Extent::Full);
        let expected = case.expect.as_object().unwrap();
        for (field, wanted) in expected {
            // The order of questions to ask next differs if their bits hardly do, and the actions
            // of the standard model were added after the cases.
            if matches!(field.as_str(), "ask_next" | "sensitivity" | "roadmap") {
                assert!(found[field].is_array(), "{field}");
                continue;
            }
            compare(
                &format!("{} {field}", case.name),
                field,
                &found[field],
                wanted,
            );
        }
    }
}

/// All expected fields must be present; more are allowed.
fn compare(place: &str, field: &str, found: &Value, wanted: &Value) {
    match wanted {
        _ if field == "smallest_change" => {
            assert_eq!(found["exact"], wanted["exact"], "{place}");
            assert!(found["raise"].is_object(), "{place}");
        }
        // Omitted in the cases if a path hardly ever ranks first.
        Value::Null if field == "central_weights" => {}
        Value::Object(entries) => {
            for (key, wanted) in entries {
                let field = if field == "central_weights" {
                    field
                } else {
                    key
                };
                compare(&format!("{place}.{key}"), field, &found[key], wanted);
            }
        }
        Value::Array(elements) => {
            assert_eq!(
                found.as_array().map(Vec::len),
                Some(elements.len()),
                "{place}"
            );
            for (at, wanted) in elements.iter().enumerate() {
                compare(&format!("{place}[{at}]"), field, &found[at], wanted);
            }
        }
        Value::Number(number) => {
            let drawn = DRAWN.iter().find(|(name, _)| *name == field);
            let tolerance = drawn.map_or(EXACT, |(_, tolerance)| *tolerance);
            let near = |n: f64| (n - number.as_f64().unwrap()).abs() <= tolerance;
            assert!(
                found.as_f64().is_some_and(near),
                "{place}: {found} {wanted}"
            );
        }
        _ => assert_eq!(found, wanted, "{place}"),
    }
}

#[test]
fn without_draws_what_rests_on_them_is_null() {
    for case in cases() {
        let found = file(&case, 0, Extent::Full);
        assert!(found["ask_next"].is_null());
        assert!(found["recommendation"]["confidence"].is_null());
        assert!(found["recommendation"]["words"].is_null());
        for path in found["paths"].as_array().unwrap() {
            for field in ["rank_acceptability", "blocked_share", "central_weights"] {
                assert!(path.get(field).is_some_and(Value::is_null), "{}", case.name);
            }
        }
        let open = found["answered"]["open"] != 0;
        let wanted = if open {
            &Value::Null
        } else {
            &case.expect["ai_content"]["plausible"]
        };
        compare(
            &case.name,
            "plausible",
            &found["ai_content"]["plausible"],
            wanted,
        );
    }
}

#[test]
fn plans_are_only_in_a_full_result() {
    for case in cases() {
        let found = file(&case, 10, Extent::Plain);
        for field in ["ask_next", "sensitivity", "roadmap"] {
            assert!(found.get(field).is_none(), "{field}");
        }
        for path in found["paths"].as_array().unwrap() {
            assert!(path.get("smallest_change").is_none() && path.get("lift").is_none());
        }
    }
}

#[test]
fn asks_at_most_ten_questions() {
    let model = standard();
    let nothing = Answers::empty(&model);
    let found = Evaluation::new(&model, Stance::Provide, &nothing).result(100, Extent::Full);
    assert_eq!(found.ask_next.unwrap().unwrap().len(), 10);
}

#[test]
fn one_line_has_the_same_content_as_many() {
    let model = standard();
    let nothing = Answers::empty(&model);
    let found = Evaluation::new(&model, Stance::Adopt, &nothing).result(100, Extent::Full);
    let line = found.to_line();
    assert!(!line.contains('\n'));
    let value = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    assert_eq!(value(&line), value(&found.to_json()));
}

#[cfg(feature = "schema")]
#[test]
fn the_schema_names_every_field() {
    let schema = schemars::schema_for!(assay_core::ResultFile<'static>);
    let schema = serde_json::to_value(&schema).unwrap();
    let case = &cases()[0];
    let found = file(case, 10, Extent::Full);
    for field in found.as_object().unwrap().keys() {
        assert!(schema["properties"].get(field).is_some(), "{field}");
    }
}
