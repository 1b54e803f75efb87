//! Smallest changes, sensitivities and roadmaps of all cases agree with the independent
//! implementation.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod fixture;

use assay_core::{Evaluation, PathId, SmallestChange};
use fixture::{Case, cases, near};
use serde_json::Value;

const EXACT: f64 = 1e-6;

#[test]
fn smallest_changes() {
    for case in cases() {
        for path in case.expect["paths"].as_array().unwrap() {
            let id = PathId::parse(path["id"].as_str().unwrap()).unwrap();
            let found =
                Evaluation::new(&case.model, case.stance, &case.answers).smallest_change(id);
            check_change(&case, id, &found, &path["smallest_change"]);
        }
    }
}

fn check_change(case: &Case, id: PathId, found: &SmallestChange, expected: &Value) {
    let place = format!("{} {id}: {found:?} {expected}", case.name);
    if expected["steps"].is_null() {
        // A different combination of five or more steps is accepted.
        assert!(
            !found.exact && found.steps.is_none_or(|steps| steps >= 5),
            "{place}"
        );
    } else {
        assert_eq!(
            found.steps.map(u64::from),
            expected["steps"].as_u64(),
            "{place}"
        );
        assert_eq!(Some(found.exact), expected["exact"].as_bool(), "{place}");
    }
    let Some(steps) = found.steps else { return };
    let mut answers = case.answers.clone();
    let mut total = 0;
    for &(question, level) in &found.raise {
        total += u32::from(level.get() - answers.level(question).unwrap().get());
        answers.set(question, Some(assay_core::Answer::Level(level)));
    }
    assert_eq!(total, steps, "{place}");
    let then = Evaluation::new(&case.model, case.stance, &answers)
        .score()
        .recommendation;
    assert_eq!(then.path(), Some(id), "{place}");
}

#[test]
fn sensitivities() {
    for case in cases() {
        let found = Evaluation::new(&case.model, case.stance, &case.answers).sensitivity();
        let expected = case.expect["sensitivity"].as_array().unwrap();
        assert_eq!(found.len(), expected.len(), "{}", case.name);
        for entry in expected {
            let question = case
                .model
                .find_question(entry["question"].as_str().unwrap());
            let found = found
                .iter()
                .find(|found| Some(found.question) == question)
                .unwrap();
            for side in 0..2 {
                let place = format!("{}: {found:?} {entry}", case.name);
                assert!(
                    near(found.ai_content[side], &entry["ai_content"][side], EXACT),
                    "{place}"
                );
                assert!(
                    near(found.margin[side], &entry["margin"][side], EXACT),
                    "{place}"
                );
                let path = found.path[side].map(|path| path.as_str());
                assert_eq!(path, entry["path"][side].as_str(), "{place}");
            }
        }
    }
}

#[test]
fn roadmaps() {
    // Only the small models have their own actions; those of the standard model were added after
    // the cases.
    for case in cases().iter().filter(|case| case.model.id() != "standard") {
        let found = Evaluation::new(&case.model, case.stance, &case.answers).roadmap();
        let expected = case.expect["roadmap"].as_array().unwrap();
        assert_eq!(
            found.waves.len(),
            expected.len(),
            "{}: {found:?}",
            case.name
        );
        for (wave, entry) in found.waves.iter().zip(expected) {
            let place = format!("{}: {found:?} {entry}", case.name);
            assert_eq!(Some(wave.wave.as_str()), entry["wave"].as_str(), "{place}");
            let actions: Vec<_> = wave
                .actions
                .iter()
                .map(|&action| case.model.action(action).id.as_str())
                .collect();
            let wanted: Vec<_> = entry["actions"].as_array().unwrap().iter().collect();
            assert_eq!(
                actions,
                wanted
                    .iter()
                    .map(|a| a.as_str().unwrap())
                    .collect::<Vec<_>>(),
                "{place}"
            );
            assert!(
                near(
                    Some(wave.ai_content_after),
                    &entry["ai_content_after"],
                    EXACT
                ),
                "{place}"
            );
        }
    }
}
