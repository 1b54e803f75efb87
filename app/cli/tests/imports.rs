//! Answers read back from tables.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use common::{assessment_of, companies, run, scratch_folder};

/// The file of Acme's assessment in a folder of its own.
fn acme(name: &str) -> String {
    let file = scratch_folder(name).join("acme.json");
    std::fs::write(&file, assessment_of(&companies()[0]).to_string()).unwrap();
    file.into_os_string().into_string().unwrap()
}

#[test]
fn a_table_that_a_report_wrote_changes_nothing() {
    let acme = acme("import-unchanged");
    for format in ["csv", "xlsx"] {
        let table = acme.replace(".json", &format!(".{format}"));
        let ran = run(
            &[
                "report", "--draws", "100", "--format", format, "--output", &table, &acme,
            ],
            "",
        );
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        let ran = run(&["import", "--preview", "--into", &acme, &table], "");
        let streams = (ran.status, ran.out.as_str(), ran.err.as_str());
        assert_eq!(streams, (0, "", ""), "{format}");
    }
}

const TABLE: &str = "id,answer\ndata.domain,unknown\n";

#[test]
fn a_preview_lists_the_changes_with_their_rows() {
    let acme = acme("import-preview");
    let ran = run(&["import", "--preview", "--into", &acme, "-"], TABLE);
    assert_eq!(ran.status, 0);
    assert!(ran.out.starts_with("Row 2: data.domain: "), "{}", ran.out);
    let end = " \u{2192} Don\u{2019}t know\n";
    assert!(ran.out.ends_with(end), "{}", ran.out);
}

#[test]
fn the_assessment_is_printed_with_the_answers_of_the_table() {
    let acme = acme("import-answers");
    let ran = run(&["import", "--into", &acme, "-"], TABLE);
    let file: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(file["answers"]["data.domain"], "unknown");
    assert_eq!(file["profile"]["name"], "Acme");
}

#[test]
fn a_table_with_a_fault_is_refused_in_the_language_of_the_option() {
    let acme = acme("import-fault");
    let arguments = ["import", "--lang", "zh-CN", "--into", &acme, "-"];
    let ran = run(&arguments, "id,answer\ndata.domain,7\n");
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("第 2 行"), "{}", ran.err);
}

#[test]
fn evidence_is_previewed_and_printed_with_the_assessment() {
    let acme = acme("import-evidence");
    let table = "id,answer,evidence,evidence date\ndata.domain,4,register.xlsx,2026/11/5\n";
    let ran = run(&["import", "--preview", "--into", &acme, "-"], table);
    let line = "Row 2: data.domain: evidence: register.xlsx · 2026-11-05\n";
    assert!(ran.out.ends_with(line), "{}", ran.out);
    let ran = run(&["import", "--into", &acme, "-"], table);
    let file: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let expected = serde_json::json!({ "source": "register.xlsx", "date": "2026-11-05" });
    assert_eq!(file["evidence"]["data.domain"], expected);
}
