//! Models of the maximum size.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::fmt::Write as _;

use assay_core::{
    Action, Answer, AnswerSheet, Answers, Assessment, Depth, Draft, Model, Problem, ProblemKind,
    QuestionIx, Scorer, Stance, limits,
};

const N: usize = limits::MAX_QUESTIONS;

/// Creates a model of many questions, each with an optional condition.
fn model(condition: impl Fn(usize) -> Option<usize>, actions: &str) -> Result<Model, Vec<Problem>> {
    let mut questions = String::new();
    let mut terms = String::new();
    for n in 0..N {
        let comma = if n == 0 { "" } else { "," };
        let visible_if = condition(n).map_or_else(String::new, |on| {
            format!(r#","visible_if":{{"question":"q{on}","at_least":1}}"#)
        });
        write!(
            questions,
            r#"{comma}{{"id":"q{n}","section":"s","topic":"t","weight":1,"quick":true{visible_if}}}"#
        )
        .unwrap();
        write!(terms, r#"{comma}"q{n}":1"#).unwrap();
    }
    let paths = r#"{"maas":{"x":{"weight":1}},"industry":{"x":{"weight":1}},"open_source":{"x":{"weight":1}},"agent":{"x":{"weight":1}}}"#;
    let text = format!(
        r#"{{"format":"assay.model/1","id":"large","version":"1","sections":[{{"id":"s","weight":1}}],
        "aggregation":{{"power":0,"shift":0.01}},"questions":[{questions}],"criteria":{{"x":{{{terms}}}}},
        "paths":{{"provide":{paths},"adopt":{paths}}},"actions":[{actions}]}}"#
    );
    match Model::parse(&text) {
        Ok(checked) => Ok(checked.value),
        Err(problems) => Err(problems.0),
    }
}

fn all_at(model: &Model, word: &str) -> Answers {
    let mut answers = Answers::empty(model);
    for ix in model.question_ixs() {
        answers.set(ix, Answer::parse(word));
    }
    answers
}

#[test]
fn a_chain_of_conditions_through_all_questions_is_followed() {
    let model = model(|n| n.checked_sub(1), "").unwrap();
    let answers = all_at(&model, "3");
    let score = Scorer::new(&model, Stance::Adopt).score(&answers);
    assert_eq!(score.answered.known, N);
    let mut sheet = AnswerSheet::new(&model, Stance::Adopt, Depth::Full, answers);
    let change = sheet.set_answer(&model, QuestionIx::new(0), Answer::parse("0"));
    assert_eq!(change.disappeared.len(), N - 1);
    assert_eq!(sheet.progress().asked, 1);
    let change = sheet.set_answer(&model, QuestionIx::new(0), Answer::parse("4"));
    assert_eq!(change.appeared.len(), N - 1);
    assert_eq!(sheet.progress().answered, N);
}

#[test]
fn a_circle_through_all_questions_is_one_problem() {
    let problems = model(|n| Some((n + 1) % N), "").unwrap_err();
    assert_eq!(problems.len(), 1);
    assert!(
        matches!(&problems[0].kind, ProblemKind::ConditionLoop { questions } if questions.len() == N)
    );
}

#[test]
fn thousands_of_circles_are_all_found() {
    // Pairs that depend on each other, and a long chain that depends on all of them in turn.
    let problems = model(|n| Some(n ^ 1), "").unwrap_err();
    assert_eq!(problems.len(), N / 2);
    let mut actions = String::new();
    for n in 0..2_000 {
        let comma = if n == 0 { "" } else { "," };
        let after = match n {
            0..1_000 => format!(r#""a{}""#, n + 1),
            _ => format!(
                r#""a{}","a{}""#,
                n ^ 1,
                if n + 2 < 2_000 { n + 2 } else { n }
            ),
        };
        write!(
            actions,
            r#"{comma}{{"id":"a{n}","raises":{{"q0":[0,1]}},"effort":"S","after":[{after}]}}"#
        )
        .unwrap();
    }
    assert!(model(|_| None, &actions).is_err());
}

#[test]
fn many_changes_leave_the_sheet_as_if_it_were_made_anew() {
    let model = model(|_| None, "").unwrap();
    let mut draft = Draft::new(
        &model,
        Assessment::new(&model, Stance::Provide, Depth::Full),
    );
    for round in 0..100_000_usize {
        let question = QuestionIx::new(round % N);
        let answer = Answer::parse(if round % 2 == 0 { "1" } else { "unknown" });
        let changed = draft.set_answer(&model, question, answer);
        assert_eq!(changed.change.appeared, []);
    }
    assert_eq!(draft.sheet().progress().answered, N);
    let answers = draft.sheet().answers().clone();
    let anew = AnswerSheet::new(&model, Stance::Provide, Depth::Full, answers);
    assert_eq!(draft.sheet(), &anew);
}

#[test]
fn actions_of_a_large_model_are_read() {
    let action = r#"{"id":"one","raises":{"q0":[0,4]},"effort":"L"}"#;
    let model = model(|_| None, action).unwrap();
    let [Action { effort, after, .. }] = model.actions() else {
        panic!("one action");
    };
    assert_eq!((effort.cost(), after.len()), (8, 0));
}
