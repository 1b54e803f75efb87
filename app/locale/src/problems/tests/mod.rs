//! Every kind of problem, said in both languages.

mod samples;

use assay_core::{Problem, ProblemKind};

use super::problem;
use crate::Words;
use samples::samples;

#[test]
fn every_kind_of_problem_is_a_sentence_in_english() {
    let words = Words::parse(include_str!("../../../texts/en.json")).unwrap();
    insta::assert_snapshot!("english", said(&words));
}

#[test]
fn every_kind_of_problem_is_a_sentence_in_chinese() {
    let words = Words::parse(include_str!("../../../texts/zh-CN.json")).unwrap();
    insta::assert_snapshot!("chinese", said(&words));
}

#[test]
fn no_kind_falls_back_to_the_core_s_own_english() {
    let words = Words::parse("{}").unwrap();
    for (name, kind) in samples() {
        let place = String::new();
        let said = problem(&words, &Problem { place, kind });
        assert!(said.starts_with("problem."), "{name}: {said}");
    }
}

#[test]
fn the_place_stands_in_front() {
    let expected = [
        "questions[7].weight: The weight -1 is negative; use 0 or more.",
        "questions[7].weight：权重 -1 是负数，请改为 0 或更大的数。",
    ];
    let texts = [
        include_str!("../../../texts/en.json"),
        include_str!("../../../texts/zh-CN.json"),
    ];
    for (json, expected) in texts.into_iter().zip(expected) {
        let words = Words::parse(json).unwrap();
        let place = "questions[7].weight".to_owned();
        let kind = ProblemKind::NegativeWeight { weight: -1.0 };
        assert_eq!(problem(&words, &Problem { place, kind }), expected);
    }
}

#[test]
fn a_list_in_place_of_a_level_is_named_in_the_reader_s_language() {
    let words = Words::parse(include_str!("../../../texts/zh-CN.json")).unwrap();
    for found in ["a list", "an object"] {
        let found = found.to_owned();
        let place = String::new();
        let kind = ProblemKind::NotALevel { found };
        let said = problem(&words, &Problem { place, kind });
        assert!(said.contains("列表") || said.contains("对象"), "{said}");
    }
}

fn said(words: &Words) -> String {
    let mut lines = Vec::new();
    for (name, kind) in samples() {
        let place = String::new();
        lines.push(name.to_owned());
        lines.push(format!("  {}", problem(words, &Problem { place, kind })));
    }
    lines.join("\n")
}
