//! Every kind of problem, described in both languages.

mod names;
mod samples;

use assay_core::json::Position;
use assay_core::{LevelFault, Problem, ProblemKind};

use super::describe_problem;
use crate::Messages;
use samples::samples;

#[test]
fn every_kind_of_problem_is_a_sentence_in_english() {
    let messages = Messages::parse(include_str!("../../../texts/en.json")).unwrap();
    insta::assert_snapshot!("english", described(&messages));
}

#[test]
fn every_kind_of_problem_is_a_sentence_in_chinese() {
    let messages = Messages::parse(include_str!("../../../texts/zh-CN.json")).unwrap();
    insta::assert_snapshot!("chinese", described(&messages));
}

#[test]
fn no_kind_falls_back_to_the_core_s_own_english() {
    let messages = Messages::parse("{}").unwrap();
    for (name, kind) in samples() {
        let described = describe_problem(&messages, &whole(kind));
        assert!(described.starts_with("problem."), "{name}: {described}");
    }
}

#[test]
fn the_place_precedes_the_sentence() {
    let expected = [
        "questions[7].weight: The weight -1 is negative; use 0 or more.",
        "questions[7].weight：权重 -1 是负数，请改为 0 或更大的数。",
    ];
    let texts = [
        include_str!("../../../texts/en.json"),
        include_str!("../../../texts/zh-CN.json"),
    ];
    for (json, expected) in texts.into_iter().zip(expected) {
        let messages = Messages::parse(json).unwrap();
        let place = "questions[7].weight".to_owned();
        let kind = ProblemKind::NegativeWeight { weight: -1.0 };
        let problem = Problem {
            place,
            position: None,
            kind,
        };
        assert_eq!(super::describe_problem(&messages, &problem), expected);
    }
}

#[test]
fn line_and_column_follow_the_place() {
    let expected = [
        "answers.a (line 4, column 12): 5 stands here, but levels in files are 0 to 4",
        "answers.a（第 4 行第 12 列）：这里是 5，而文件里的等级是 0 到 4",
    ];
    let texts = [
        include_str!("../../../texts/en.json"),
        include_str!("../../../texts/zh-CN.json"),
    ];
    for (json, expected) in texts.into_iter().zip(expected) {
        let messages = Messages::parse(json).unwrap();
        let (found, fault) = ("5".to_owned(), LevelFault::OutOfRange);
        let problem = Problem {
            place: "answers.a".to_owned(),
            position: Some(Position {
                line: 4,
                column: 12,
            }),
            kind: ProblemKind::NotAnAnswer { found, fault },
        };
        let described = super::describe_problem(&messages, &problem);
        assert!(described.starts_with(expected), "{described}");
    }
}

#[test]
fn a_list_in_place_of_a_level_is_named_in_the_reader_s_language() {
    let messages = Messages::parse(include_str!("../../../texts/zh-CN.json")).unwrap();
    for found in ["a list", "an object"] {
        let (found, fault) = (found.to_owned(), LevelFault::Other);
        let described =
            describe_problem(&messages, &whole(ProblemKind::NotALevel { found, fault }));
        assert!(
            described.contains("列表") || described.contains("对象"),
            "{described}"
        );
    }
}

/// A problem of the file as a whole.
fn whole(kind: ProblemKind) -> Problem {
    Problem {
        place: String::new(),
        position: None,
        kind,
    }
}

fn described(messages: &Messages) -> String {
    let mut lines = Vec::new();
    for (name, kind) in samples() {
        lines.push(name.to_owned());
        lines.push(format!("  {}", describe_problem(messages, &whole(kind))));
    }
    lines.join("\n")
}
