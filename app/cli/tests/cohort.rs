//! `assay cohort`: counts without names, exact sums, bad input, constant memory.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::Stdio;

use common::{assay, assessment_of, companies, run, write_scratch_file};
use serde_json::{Value, json};

/// An example company under another name, in one of three industries.
fn company(number: usize) -> Value {
    let all = companies();
    let mut file = assessment_of(&all[number % all.len()]);
    file["profile"]["name"] = json!(format!("Secret {number}"));
    let industry = match number % 20 {
        0 => "Rare",
        even if even % 2 == 0 => "Pumps",
        _ => "Banks",
    };
    file["profile"]["industry"] = json!(industry);
    file["profile"]["size"] = json!("50-249");
    file
}

fn lines(numbers: impl Iterator<Item = usize>) -> String {
    numbers.fold(String::new(), |mut text, number| {
        let _ = writeln!(text, "{}", company(number));
        text
    })
}

fn cohort(arguments: &[&str], input: &str) -> String {
    let ran = run(&[&["cohort"], arguments].concat(), input);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{arguments:?}");
    ran.out
}

#[test]
fn a_cohort_counts_companies_and_names_nobody() {
    let out = cohort(&["--lines"], &lines(0..100));
    assert_eq!(out.lines().count(), 1);
    let file: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(file["format"], "assay.cohort/1");
    assert_eq!(file["companies"], 100);
    assert_eq!(file["model"]["id"], "standard");
    let industries = file["industries"]["groups"].as_object().unwrap();
    // Five companies of "Rare" are fewer than ten, so the next smallest industry hides them.
    assert_eq!(industries.keys().collect::<Vec<_>>(), ["Banks"]);
    assert_eq!(file["sizes"]["groups"]["50-249"]["companies"], 100);
    assert!(!out.contains("Secret") && !out.contains("Rare"), "{out}");
    let stances = &file["stances"];
    let sum = |key: &str| {
        stances["provide"][key].as_u64().unwrap() + stances["adopt"][key].as_u64().unwrap()
    };
    assert_eq!(sum("companies"), 100);
}

#[test]
fn one_stance_is_counted_alone_and_a_small_one_refuses_the_whole() {
    let is_provider = |number: &usize| company(*number)["profile"]["stance"] == "provide";
    let providers: Vec<usize> = (0..).filter(is_provider).take(3).collect();
    let adopters = (0..).filter(|number| !is_provider(number)).take(20);
    let text = lines(adopters.chain(providers));
    let ran = run(&["cohort", "--lines"], &text);
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("--stance"), "{}", ran.err);
    let alone = cohort(&["--lines", "--stance", "adopt"], &text);
    let file: Value = serde_json::from_str(&alone).unwrap();
    assert_eq!(file["companies"], 20);
    assert_eq!(file["stances"]["provide"]["companies"], 0);
}

#[test]
fn a_step_without_a_partial_cohort_prints_nothing() {
    assert_eq!(cohort(&["--add", "--lines", "--partial"], ""), "");
    let ran = run(&["cohort", "--add", "--lines"], "");
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
}

#[test]
fn parts_add_up_to_the_bytes_of_one_run_in_any_order_and_split() {
    let whole = cohort(&["--lines", "--threads", "1"], &lines(0..90));
    assert_eq!(
        cohort(&["--lines", "--threads", "3"], &lines((0..90).rev())),
        whole
    );
    let part = |name: &str, numbers: std::ops::Range<usize>| {
        let text = cohort(&["--lines", "--partial"], &lines(numbers));
        let path = write_scratch_file(name, &text);
        (path.to_str().unwrap().to_owned(), text)
    };
    let parts = [
        part("a.cohort", 0..4),
        part("b.cohort", 4..4),
        part("c.cohort", 4..51),
        part("d.cohort", 51..90),
    ];
    let [a, b, c, d] = parts.each_ref().map(|(path, _)| path.as_str());
    assert_eq!(cohort(&["--add", a, b, c, d], ""), whole);
    assert_eq!(cohort(&["--add", d, b, c, a], ""), whole);
    let some = write_scratch_file("some.cohort", cohort(&["--add", "--partial", c, a], ""));
    assert_eq!(cohort(&["--add", d, some.to_str().unwrap(), b], ""), whole);
    let stream: String = parts.iter().rev().map(|(_, text)| text.as_str()).collect();
    assert_eq!(cohort(&["--add", "--lines"], &stream), whole);
}

#[test]
fn published_cohorts_add_up_where_no_group_is_left_out() {
    let file = |name: &str, from: usize| {
        let numbers = (from..from + 40).filter(|number| number % 20 != 0);
        let path = write_scratch_file(name, cohort(&["--lines"], &lines(numbers)));
        path.to_str().unwrap().to_owned()
    };
    let all = lines((0..80).filter(|number| number % 20 != 0));
    let (first, second) = (file("first.cohort", 0), file("second.cohort", 40));
    assert_eq!(
        cohort(&["--add", &second, &first], ""),
        cohort(&["--lines"], &all)
    );
}

#[test]
fn files_lines_and_results_give_the_same_cohort() {
    let paths: Vec<String> = (0..36)
        .map(|number| {
            let mut file = company(number);
            file["profile"] = json!({"stance": file["profile"]["stance"]});
            let path = write_scratch_file(&format!("company{number}.json"), file.to_string());
            path.to_str().unwrap().to_owned()
        })
        .collect();
    let files: Vec<&str> = paths.iter().map(String::as_str).collect();
    let from_files = cohort(&files, "");
    let text: String = paths
        .iter()
        .map(|path| std::fs::read_to_string(path).unwrap() + "\n")
        .collect();
    assert_eq!(cohort(&["--lines"], &text), from_files);
    let results = run(&["score", "--lines", "--draws", "0"], &text).out;
    assert_eq!(cohort(&["--lines"], &results), from_files);
}

#[test]
fn fewer_than_ten_companies_are_refused_in_both_languages() {
    let ran = run(&["cohort", "--lines"], lines(0..9));
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert!(
        ran.err.contains("9 companies") && ran.err.contains("--partial"),
        "{}",
        ran.err
    );
    let ran = run(&["cohort", "--lines", "--lang", "zh-CN"], lines(0..9));
    assert!(ran.err.contains("只有 9 家企业"), "{}", ran.err);
}

#[test]
fn a_bad_line_is_reported_and_the_rest_is_counted() {
    let input = format!(
        "{}{{\n\n{}\n{}",
        lines(0..18),
        r#"{"format":"assay.result/1"}"#,
        lines(18..36)
    );
    let ran = run(&["cohort", "--lines"], &input);
    assert_eq!(ran.status, 1);
    let file: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(file["companies"], 36);
    assert!(ran.err.contains("standard input: line 19: "), "{}", ran.err);
    assert!(
        ran.err.contains("line 21: ") && ran.err.contains("2 of 38 lines"),
        "{}",
        ran.err
    );
}

#[test]
fn a_bad_file_refuses_all_and_every_problem_is_told() {
    let bad = write_scratch_file("bad.json", "{");
    let other = write_scratch_file(
        "other.json",
        r#"{"format":"assay.assessment/1","profile":{"stance":"adopt"},"answers":{"x":1}}"#,
    );
    let ran = run(
        &["cohort", bad.to_str().unwrap(), other.to_str().unwrap()],
        "",
    );
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert!(
        ran.err.contains("bad.json") && ran.err.contains("other.json: answers.x"),
        "{}",
        ran.err
    );
}

#[test]
fn a_bad_cohort_refuses_the_sum() {
    let good = cohort(&["--lines"], &lines(0..36));
    for (bad, why) in [
        ("{}", "“format” is missing"),
        ("[", "line 2"),
        (
            &good.replacen("\"version\":\"", "\"version\":\"7.", 1),
            "version 7.",
        ),
        (
            &good.replacen("\"companies\":36", "\"companies\":37", 1),
            "do not fit",
        ),
        (&lines(0..1), "assay.cohort/1"),
    ] {
        let ran = run(&["cohort", "--add", "--lines"], format!("{good}{bad}"));
        assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{bad}");
        assert!(
            ran.err.contains("line 2: ") && ran.err.contains(why),
            "{}",
            ran.err
        );
    }
    let ran = run(&["cohort", "--add", "--lines"], "\n");
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("no cohort"), "{}", ran.err);
    for wrong in [
        &["cohort"][..],
        &["cohort", "--add", "--model", "m.json", "x"],
        &["cohort", "--threads", "2", "x"],
    ] {
        assert_eq!(run(wrong, "").status, 2, "{wrong:?}");
    }
}

#[test]
fn a_cohort_is_checked() {
    let file = write_scratch_file("checked.cohort", cohort(&["--lines"], &lines(0..36)));
    let ran = run(&["check", file.to_str().unwrap()], "");
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains("companies: 36"), "{}", ran.out);
    let bad = std::fs::read_to_string(&file)
        .unwrap()
        .replacen(":36", ":35", 1);
    let ran = run(&["check", "-"], bad);
    assert_eq!(ran.status, 1);
    assert!(
        ran.err.contains("companies: the counts do not fit"),
        "{}",
        ran.err
    );
}

/// Peak resident memory of a process, in kB.
#[cfg(target_os = "linux")]
fn peak(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM:"))
        .unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn many_lines_take_no_more_memory_than_few() {
    let text = lines(0..1_000);
    let mut child = assay()
        .args(["cohort", "--lines"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut to = child.stdin.take().unwrap();
    let mut most = 0;
    for _ in 0..50 {
        to.write_all(text.as_bytes()).unwrap();
        most = peak(child.id());
    }
    drop(to);
    let out = child.wait_with_output().unwrap();
    let file: Value = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!(file["companies"], 50_000);
    // The input is at least 50 MB.
    assert!(most < 32 << 10, "{most} kB");
}
