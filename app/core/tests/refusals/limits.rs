//! Limits of files and numbers.

use super::*;

#[test]
fn nesting_beyond_the_limit_is_refused() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(Json::parse(&nested(json::MAX_DEPTH)).is_ok());
    for depth in [json::MAX_DEPTH + 1, 100_000] {
        let problems = Json::parse(&nested(depth)).unwrap_err();
        assert!(matches!(problems.0[0].kind, ProblemKind::TooDeep { .. }));
    }
}

#[test]
fn files_beyond_the_limit_are_refused() {
    let file = |size: usize| format!("\"{}\"", "x".repeat(size - 2));
    assert!(Json::parse(&file(json::MAX_FILE_SIZE)).is_ok());
    let problems = Json::parse(&file(json::MAX_FILE_SIZE + 1)).unwrap_err();
    assert!(matches!(problems.0[0].kind, ProblemKind::TooLarge { .. }));
}

#[test]
fn bounds_of_numbers_are_included() {
    let power = |p: &str| refusal(&standard_with("\"power\": 0", &format!("\"power\": {p}")));
    for sound in ["4", "-4", "0.01", "-0.01", "0", "-0.0", "1.0"] {
        assert_eq!(power(sound), "accepted", "{sound}");
    }
    for wrong in ["4.1", "-4.1", "0.009", "-0.009", "1e300", "1e-300"] {
        assert!(power(wrong).starts_with("aggregation.power: "), "{wrong}");
    }
    assert_snapshot!(power("1e999"), @"not JSON at line 14, column 32: reading stops here");
    let shift = |s: &str| {
        refusal(&standard_with(
            "\"shift\": 0.01",
            &format!("\"shift\": {s}"),
        ))
    };
    for sound in ["0.0001", "1"] {
        assert_eq!(shift(sound), "accepted", "{sound}");
    }
    for wrong in ["0.00009", "1.01", "0", "-1"] {
        assert!(shift(wrong).starts_with("aggregation.shift: "), "{wrong}");
    }
}

#[test]
fn enormous_and_minute_weights_still_add_up() {
    for factor in ["e307", "e-307"] {
        let text = standard_with(r#""weight": 0.3"#, &format!(r#""weight": 3{factor}"#))
            .replace(r#""weight": 0.25"#, &format!(r#""weight": 2.5{factor}"#))
            .replace(r#""weight": 0.2}"#, &format!(r#""weight": 2{factor}}}"#));
        let model = Model::parse(&text).unwrap().value;
        for case in common::companies() {
            let stance = case.assessment.profile.stance;
            let found =
                assay_core::Evaluation::new(&model, stance, &case.assessment.answers).score();
            let plain =
                assay_core::Evaluation::new(&case.model, stance, &case.assessment.answers).score();
            let (found, plain) = (found.ai_content.value(), plain.ai_content.value());
            assert!((found.unwrap() - plain.unwrap()).abs() < 1e-9);
        }
    }
}

#[test]
fn too_many_questions_are_refused_without_looking_at_them() {
    let questions = "{},".repeat(assay_core::limits::MAX_QUESTIONS) + "{}";
    let text = format!(r#"{{"questions": [{questions}]}}"#);
    let problems = Model::parse(&text).unwrap_err();
    let said = |kind: &ProblemKind| problems.0.iter().any(|problem| problem.kind == *kind);
    assert!(said(&ProblemKind::TooMany {
        of: assay_core::EntryKind::Question,
        count: 5_001,
        limit: 5_000
    }));
}

#[test]
fn problems_beyond_ten_thousand_are_counted() {
    let keys: Vec<String> = (0..30_000).map(|n| format!("\"q{n}\": 7")).collect();
    let text = format!(
        r#"{{"format": "assay.assessment/1", "profile": {{"stance": "adopt"}}, "answers": {{{}}}}}"#,
        keys.join(",")
    );
    let problems = Assessment::parse(&standard(), &text).unwrap_err();
    assert_eq!(problems.0.len(), 10_001);
    assert_snapshot!(problems.0.last().unwrap(), @"and 50000 more problems");
}
