//! Links: made, opened, sealed and refused.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use common::{assessment, core_path, run, text, write_scratch_file};
use serde_json::{Value, json};

#[test]
fn a_link_holds_what_was_put_in_and_nothing_else() {
    let mut file = assessment(
        "provide",
        &json!({"data.domain": 3, "data.labels": "unknown"}),
    );
    file["notes"] = json!({"data.domain": "see the register"});
    file["updated"] = json!("2026-11-23T09:00:00Z");
    let path = write_scratch_file("linked.json", file.to_string());
    let open = |options: &[&str], input: &str| -> Value {
        let arguments = [&["link", text(&path)], options].concat();
        let link = run(&arguments, input);
        assert_eq!((link.status, link.err.as_str()), (0, ""));
        let whole = format!("https://example.org/assay/#/r/{}", link.out.trim());
        let opened = run(&["open", &whole], input);
        assert_eq!((opened.status, opened.err.as_str()), (0, ""));
        serde_json::from_str(&opened.out).unwrap()
    };
    let plain = open(&[], "");
    assert_eq!(plain["answers"], file["answers"]);
    assert_eq!(
        (&plain["profile"]["name"], &plain["notes"]),
        (&json!("Acme"), &Value::Null)
    );
    assert_eq!(
        open(&["--without-name"], "")["profile"]["name"],
        Value::Null
    );
    assert_eq!(open(&["--notes"], "")["notes"], file["notes"]);
    let passphrase = "open sesame before the lentils boil\n";
    assert_eq!(open(&["--passphrase-stdin"], passphrase), plain);
    for weak in ["a\n", "open sesame\n"] {
        let refused = run(&["link", "--passphrase-stdin", text(&path)], weak);
        assert_eq!((refused.status, refused.out.as_str()), (1, ""));
        assert!(refused.err.contains("too easy to guess"), "{}", refused.err);
    }
    let scores = open(&["--scores-only"], "");
    assert_eq!(
        (&scores["format"], &scores["answers"]),
        (&json!("assay.scores/1"), &Value::Null)
    );
    let again = run(&["score", "-"], plain.to_string());
    assert_eq!(again.status, 0, "what was opened can be scored");
}

#[test]
fn a_link_that_does_not_open_says_which_kind_it_is() {
    let cases: Value = serde_json::from_str(
        &std::fs::read_to_string(core_path("tests/fixtures/links-v1.json")).unwrap(),
    )
    .unwrap();
    for case in cases["vectors"].as_array().unwrap() {
        let input = case["passphrase"].as_str().unwrap_or_default();
        let ran = run(&["open", case["payload"].as_str().unwrap()], input);
        // Only the standard model is available here.
        let opens = case["model"] == "standard"
            && ["assessment", "scores", "steps", "invitation"]
                .iter()
                .any(|kind| case["opens"].get(kind).is_some());
        assert_eq!(ran.status == 0, opens, "{}: {}", case["name"], ran.err);
        assert_eq!(ran.out.is_empty(), ran.status == 1);
    }
    for payload in ["", "-", "--x", "AQ", "ünïcode", &"A".repeat(70_000)] {
        let ran = run(&["open", "--", payload], "");
        assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{payload}");
    }
}

#[test]
fn a_sealed_link_of_another_maker_opens_with_its_passphrase_only() {
    let cases: Value = serde_json::from_str(
        &std::fs::read_to_string(core_path("tests/fixtures/links-v1.json")).unwrap(),
    )
    .unwrap();
    let model = write_scratch_file("tiny.json", cases["models"]["tiny"].to_string());
    let sealed = cases["vectors"]
        .as_array()
        .unwrap()
        .iter()
        .find(|case| case.get("passphrase").is_some())
        .unwrap();
    let payload = sealed["payload"].as_str().unwrap();
    let open = |payload: &str, passphrase: &str| {
        run(&["open", "--model", text(&model), payload], passphrase)
    };
    let opened = open(payload, sealed["passphrase"].as_str().unwrap());
    assert_eq!(opened.out, open(sealed["inside"].as_str().unwrap(), "").out);
    assert_eq!(opened.status, 0, "{}", opened.err);
    let wrong = open(payload, "something else\n");
    assert_eq!((wrong.status, wrong.out.as_str()), (1, ""));
    assert!(wrong.err.contains("passphrase"), "{}", wrong.err);
    assert_eq!(open(payload, "").status, 1);
}
