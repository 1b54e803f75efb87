//! Exit status, streams and messages of every command.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use common::{assessment, core_path, run, text, write_scratch_file};
use serde_json::{Value, json};

#[test]
fn wrong_input_says_why_and_where_and_prints_nothing() {
    let broken = core_path("tests/fixtures/broken-assessment.json");
    for command in ["score", "check", "link"] {
        let ran = run(&[command, text(&broken)], "");
        assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{command}");
        assert!(ran.err.contains("answers[\"data.labels\"]"), "{}", ran.err);
        assert!(
            ran.err.lines().all(|line| line.starts_with("assay: ")),
            "{}",
            ran.err
        );
    }
    let missing = run(&["score", "no-such-file.json"], "");
    assert_eq!((missing.status, missing.out.as_str()), (1, ""));
    assert!(missing.err.contains("no-such-file.json"), "{}", missing.err);
}

#[test]
fn wrong_usage_has_a_status_of_its_own() {
    for arguments in [
        &["score"][..],
        &["score", "--draws", "many", "a.json"],
        &["score", "--stance", "both", "a.json"],
        &["score", "--lang", "fr", "a.json"],
        &["score", "--text", "--lines"],
        &["schema", "answers"],
        &["nothing"],
        &[],
        &["link", "--passphrase-stdin", "-"],
        &["link", "--notes", "--scores-only", "a.json"],
    ] {
        let ran = run(arguments, "");
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{arguments:?}");
    }
}

#[test]
fn another_model_is_refused_with_both_names() {
    let mut file = assessment("adopt", &json!({}));
    file["model"] = json!({"id": "ours", "version": "7"});
    let ran = run(&["score", "-"], file.to_string());
    assert_eq!(ran.status, 1);
    for name in ["ours", "7", "standard", "2"] {
        assert!(ran.err.contains(name), "{}", ran.err);
    }
}

#[test]
fn an_assessment_of_another_version_is_copied_and_says_what_it_loses() {
    let mut file = assessment("adopt", &json!({"data.domain": 3, "data.gone": 2}));
    file["model"] = json!({"id": "standard", "version": "0"});
    file["locale"] = json!("fr");
    let ran = run(&["adapt", "-"], file.to_string());
    assert_eq!(ran.status, 0, "{}", ran.err);
    let copy: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(copy["model"], json!({"id": "standard", "version": "2"}));
    assert_eq!(copy["answers"], json!({"data.domain": 3}));
    assert_eq!(copy["locale"], "fr");
    assert!(ran.err.contains("“data.gone”: level 2"), "{}", ran.err);
    assert_eq!(run(&["score", "-"], ran.out).status, 0);
    let chinese = run(&["adapt", "--lang", "zh-CN", "-"], file.to_string());
    assert!(chinese.err.contains("“data.gone”：2 级"), "{}", chinese.err);
    file["answers"]["data.domain"] = json!(9);
    let refused = run(&["adapt", "-"], file.to_string());
    assert_eq!((refused.status, refused.out.as_str()), (1, ""));
}

#[test]
fn an_assessment_is_taken_by_the_version_that_it_names() {
    for version in ["1", "2"] {
        let mut file = assessment("adopt", &json!({"data.domain": 3, "strategy.risk": 1}));
        file["model"] = json!({"id": "standard", "version": version});
        for command in ["score", "check", "link"] {
            let ran = run(&[command, "-"], file.to_string());
            assert_eq!(ran.status, 0, "{command}: {}", ran.err);
        }
        let scored: Value =
            serde_json::from_str(&run(&["score", "-"], file.to_string()).out).unwrap();
        assert_eq!(scored["model"]["version"], version);
        let link = run(&["link", "-"], file.to_string()).out;
        let opened = run(&["open", "--", link.trim()], "").out;
        let opened: Value = serde_json::from_str(&opened).unwrap();
        assert_eq!(opened["model"]["version"], version);
    }
}

#[test]
fn lines_of_both_versions_are_scored_in_their_order() {
    let line = |version: &str| {
        let mut file = assessment("adopt", &json!({"data.domain": 3}));
        file["model"] = json!({"id": "standard", "version": version});
        file.to_string()
    };
    let versions = ["2", "1", "1", "2"];
    let lines: Vec<String> = versions.into_iter().map(line).collect();
    let ran = run(&["score", "--lines", "--draws", "0"], lines.join("\n"));
    assert_eq!(ran.status, 0, "{}", ran.err);
    let found: Vec<Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let found: Vec<&Value> = found
        .iter()
        .map(|result| &result["model"]["version"])
        .collect();
    assert_eq!(found, versions);
    let unknown = run(&["score", "--lines"], line("9"));
    assert_eq!(unknown.status, 1);
    assert!(unknown.out.contains("“standard”"), "{}", unknown.out);
}

#[test]
fn an_assessment_of_version_1_is_copied_for_the_present_one() {
    let mut file = assessment(
        "adopt",
        &json!({"strategy.risk": 1, "compute.continuity": 4, "data.domain": 3}),
    );
    file["model"] = json!({"id": "standard", "version": "1"});
    let ran = run(&["adapt", "-"], file.to_string());
    assert_eq!(ran.status, 0, "{}", ran.err);
    let copy: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(copy["model"], json!({"id": "standard", "version": "2"}));
    assert_eq!(
        copy["answers"],
        json!({"data.domain": 3, "compute.continuity": 3, "strategy.risk": 0})
    );
    assert!(
        ran.err.contains("2 answers get another level"),
        "{}",
        ran.err
    );
}

#[test]
fn a_sound_file_is_called_so_and_an_odd_model_gets_warnings() {
    let standard = run(&["check", text(&core_path("models/standard.json"))], "");
    assert_eq!((standard.status, standard.err.as_str()), (0, ""));
    assert!(standard.out.contains("sound"), "{}", standard.out);
    let odd = run(
        &["check", text(&core_path("tests/fixtures/odd-model.json"))],
        "",
    );
    assert_eq!(odd.status, 0, "{}", odd.err);
    assert!(odd.err.contains("warning: "), "{}", odd.err);
    let broken = run(
        &[
            "check",
            text(&core_path("tests/fixtures/broken-model.json")),
        ],
        "",
    );
    assert_eq!((broken.status, broken.out.as_str()), (1, ""));
    assert!(broken.err.lines().count() > 10, "{}", broken.err);
    let given = run(
        &["check", "-"],
        assessment("adopt", &json!({"data.domain": 2})).to_string(),
    );
    assert_eq!(given.status, 0, "{}", given.err);
}

#[test]
fn a_model_of_ones_own_is_scored_with_its_own_words() {
    let weights = json!({"c": {"weight": 1}});
    let paths =
        json!({"maas": weights, "industry": weights, "open_source": weights, "agent": weights});
    let mut model = json!({
        "format": "assay.model/1", "id": "ours", "version": "1",
        "sections": [{"id": "all", "weight": 1}], "aggregation": {"power": 1, "shift": 0.01},
        "questions": [{"id": "a", "section": "all", "weight": 1}],
        "criteria": {"c": {"a": 1}}, "paths": {"provide": paths, "adopt": paths},
        "texts": {"en": "ours.en.json"},
    });
    let texts = json!({"title": "Ours", "sections": {"all": {"title": "Everything here"}}});
    write_scratch_file("ours.en.json", texts.to_string());
    let ours = write_scratch_file("ours.json", model.to_string());
    let answers = assessment("adopt", &json!({"a": 3})).to_string();
    let ran = run(
        &["score", "--model", text(&ours), "--draws", "0", "-"],
        &answers,
    );
    let result: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(result["ai_content"]["value"], 75.0);
    assert_eq!(result["model"], json!({"id": "ours", "version": "1"}));
    let report = run(&["score", "--text", "--model", text(&ours), "-"], &answers);
    assert!(report.out.contains("Everything here"), "{}", report.out);
    model["texts"]["en"] = json!("lost.en.json");
    let lost = write_scratch_file("lost.json", model.to_string());
    let ran = run(&["check", text(&lost)], "");
    assert_eq!(ran.status, 0, "the words alone are missing");
    assert!(ran.err.contains("lost.en.json"), "{}", ran.err);
    model["texts"]["en"] = json!("../ours.en.json");
    let astray = write_scratch_file("astray.json", model.to_string());
    let ran = run(
        &["score", "--text", "--model", text(&astray), "-"],
        &answers,
    );
    assert_eq!(
        (ran.status, ran.out.as_str()),
        (1, ""),
        "texts from elsewhere"
    );
}

#[test]
fn schemas_and_completions_are_printed() {
    for format in ["model", "assessment", "result"] {
        let ran = run(&["schema", format], "");
        let schema: Value = serde_json::from_str(&ran.out).unwrap();
        assert!(schema["properties"]["format"].is_object(), "{schema}");
    }
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(run(&["completions", shell], "").out.contains("assay"));
    }
}

#[test]
fn nothing_in_a_file_steers_the_terminal() {
    let mut file = assessment("adopt", &json!({"data.\u{1b}[31m": 1}));
    let ran = run(&["score", "-"], file.to_string());
    assert!(!ran.err.contains('\u{1b}'), "{:?}", ran.err);
    file["answers"] = json!({});
    file["profile"]["name"] = json!("A\u{1b}]0;x\u{7}\u{202e}B");
    let ran = run(&["score", "--text", "-"], file.to_string());
    assert!(
        !ran.out.contains(['\u{1b}', '\u{7}', '\u{202e}']),
        "{:?}",
        ran.out
    );
}

#[test]
fn files_that_are_large_or_not_text_are_refused() {
    for (name, bytes) in [
        ("large.json", vec![b' '; (4 << 20) + 1]),
        ("latin1.json", b"\"\xe9\"".to_vec()),
        ("empty.json", Vec::new()),
        ("deep.json", b"[".repeat(1_000_000)),
    ] {
        let path = write_scratch_file(name, bytes);
        for arguments in [&["score"][..], &["check"], &["link"], &["score", "--model"]] {
            let mut arguments = arguments.to_vec();
            arguments.push(text(&path));
            if arguments.contains(&"--model") {
                arguments.push("-");
            }
            let ran = run(&arguments, "");
            assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{arguments:?}");
            assert!(ran.err.contains(name), "{}", ran.err);
        }
    }
}
