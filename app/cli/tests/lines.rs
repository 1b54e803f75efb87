//! `--lines`: order, invalid lines, stalling or broken streams, constant memory.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::Stdio;

use common::{assay, assessment, assessment_of, companies, run};
use serde_json::{Value, json};

fn line(reference: u64) -> String {
    let mut file = assessment("adopt", &json!({"data.domain": reference % 5}));
    file["ref"] = json!(reference);
    file.to_string()
}

#[test]
fn results_come_in_the_order_of_the_lines() {
    let mut input = String::new();
    for reference in 0..20_000 {
        // Invalid lines among valid ones.
        let good = reference % 97 != 0;
        let text = if good {
            line(reference)
        } else {
            "{".to_owned()
        };
        let _ = writeln!(input, "{text}");
    }
    let ran = run(&["score", "--lines", "--draws", "3"], input);
    assert_eq!(ran.status, 1);
    for (number, text) in ran.out.lines().enumerate() {
        let value: Value = serde_json::from_str(text).unwrap();
        if number % 97 == 0 {
            assert_eq!(value["line"], number + 1);
        } else {
            assert_eq!(value["ref"], number);
        }
    }
    assert_eq!(ran.out.lines().count(), 20_000);
}

#[test]
fn a_line_of_any_version_gives_the_same_beside_lines_of_other_versions() {
    let of = |version: Value| {
        let mut file = assessment("adopt", &json!({"data.multimodal": 3}));
        file["model"] = version;
        file
    };
    let first = of(json!({"id": "standard", "version": "1"}));
    let mut faulty = first.clone();
    faulty["answers"] = json!({"nothing": 1});
    let mut unnamed = first.clone();
    unnamed.as_object_mut().unwrap().remove("model");
    let lines = [
        first.clone(),
        unnamed,
        first.clone(),
        of(json!({"id": "standard", "version": "2"})),
        faulty.clone(),
        first.clone(),
        of(json!({"id": "another", "version": "1"})),
        first.clone(),
        faulty,
        json!({}),
        first,
    ];
    // Without the number of the line, which differs.
    let without_place = |line: &str| {
        let mut value: Value = serde_json::from_str(line).unwrap();
        value.as_object_mut().unwrap().remove("line");
        if let Some(error) = value["error"].as_str() {
            value["error"] = json!(error.replace(char::is_numeric, ""));
        }
        value
    };
    let score = |input: String| -> Vec<Value> {
        let ran = run(&["score", "--lines", "--draws", "0"], input);
        ran.out.lines().map(without_place).collect()
    };
    let alone = lines.iter().flat_map(|line| score(line.to_string()));
    let text: Vec<String> = lines.iter().map(Value::to_string).collect();
    let together = score(text.join("\n"));
    assert_eq!(together.len(), lines.len());
    for (together, alone) in together.iter().zip(alone) {
        assert_eq!(*together, alone);
    }
}

#[test]
fn a_bad_line_is_told_in_its_place_and_the_rest_goes_on() {
    let bad = r#"{"format":"assay.assessment/1","profile":{"stance":"adopt"},"answers":{"x":1},"ref":"b"}"#;
    let input = format!("{}\r\n\n   \n{bad}\nnot json\n{}", line(1), line(2));
    let ran = run(&["score", "--lines", "--draws", "0"], input);
    assert_eq!(ran.status, 1);
    let out: Vec<Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(out.len(), 4);
    assert_eq!((&out[0]["ref"], &out[3]["ref"]), (&json!(1), &json!(2)));
    assert_eq!((&out[1]["line"], &out[1]["ref"]), (&json!(4), &json!("b")));
    assert!(out[1]["error"].as_str().unwrap().contains("answers.x"));
    assert_eq!(out[2]["line"], 5);
    assert!(ran.err.contains("2 of 4 lines"), "{}", ran.err);
}

#[test]
fn hostile_lines_are_refused_one_by_one() {
    let mut input = Vec::new();
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let huge = "x".repeat(5 << 20);
    for bad in [
        "\u{0}",
        &deep,
        &huge,
        "null",
        "[]",
        "{}",
        "\"",
        "{\"answers\":1e999}",
    ] {
        input.extend(bad.as_bytes());
        input.push(b'\n');
    }
    input.extend(b"\xff\xfe\n");
    input.extend(line(7).as_bytes());
    let ran = run(&["score", "--lines", "--draws", "0"], input);
    let out: Vec<Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let lines: Vec<&Value> = out.iter().map(|value| &value["line"]).take(9).collect();
    assert_eq!(lines, (1..=9).collect::<Vec<i32>>());
    assert_eq!((ran.status, &out[9]["ref"]), (1, &json!(7)));
}

#[test]
fn a_line_with_a_repeated_key_keeps_its_reference() {
    let bad = r#"{"format":"assay.assessment/1","profile":{"stance":"adopt"},"answers":{},"answers":{},"ref":"mine"}"#;
    let ran = run(&["score", "--lines", "--draws", "0"], bad);
    let out: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((&out["line"], &out["ref"]), (&json!(1), &json!("mine")));
    assert!(ran.err.contains("1 of 1 lines is not"), "{}", ran.err);
}

#[test]
fn a_line_that_is_too_long_is_told_with_its_length() {
    let huge = format!("{}\n{}", "x".repeat(5 << 20), line(1));
    let ran = run(&["score", "--lines", "--draws", "0"], huge);
    let first = ran.out.lines().next().unwrap();
    assert!(first.contains("The line holds 5242880 bytes"), "{first}");
}

#[test]
fn messages_are_in_the_language_asked_for() {
    let ran = run(&["score", "--lines", "--lang", "zh-CN"], "{}");
    assert!(
        ran.err.contains("标准输入：1 行中有 1 行不是评估"),
        "{}",
        ran.err
    );
    let ran = run(&["check", "--lang", "zh-CN", "nowhere.json"], "");
    assert!(
        ran.err.contains("nowhere.json：没有这个文件"),
        "{}",
        ran.err
    );
}

#[test]
fn the_stance_asked_for_overrules_that_of_the_line() {
    let ran = run(
        &["score", "--lines", "--draws", "0", "--stance", "provide"],
        line(1),
    );
    let result: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        (&result["stance"], &result["draws"]),
        (&json!("provide"), &json!(0))
    );
}

#[test]
fn each_line_is_answered_before_the_next_is_needed() {
    let mut child = assay()
        .args(["score", "--lines", "--draws", "1"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut to = child.stdin.take().unwrap();
    let mut from = BufReader::new(child.stdout.take().unwrap());
    for reference in 0..3 {
        writeln!(to, "{}", line(reference)).unwrap();
        let mut answer = String::new();
        from.read_line(&mut answer).unwrap();
        assert_eq!(
            serde_json::from_str::<Value>(&answer).unwrap()["ref"],
            reference
        );
    }
    drop(to);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let mut child = assay()
        .args(["score", "--lines", "--draws", "0"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut to = child.stdin.take().unwrap();
    let many = format!("{}\n", line(1)).repeat(1_000);
    while to.write_all(many.as_bytes()).is_ok() {}
    drop(to);
    let mut err = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut err)
        .unwrap();
    assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""));
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
    const ROUNDS: usize = 50;
    let text = format!("{}\n", assessment_of(&companies()[0])).repeat(1_000);
    let mut child = assay()
        .args(["score", "--lines", "--draws", "0"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut to = child.stdin.take().unwrap();
    let from = BufReader::new(child.stdout.take().unwrap());
    let process = child.id();
    let counter = std::thread::spawn(move || from.lines().count());
    let mut most = 0;
    for _ in 0..ROUNDS {
        to.write_all(text.as_bytes()).unwrap();
        most = peak(process);
    }
    drop(to);
    assert_eq!(counter.join().unwrap(), ROUNDS * 1_000);
    assert!(child.wait().unwrap().success());
    // The input is at least 50 MB.
    assert!(most < 32 << 10, "{most} kB");
}
