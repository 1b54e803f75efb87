//! Benchmarks of the figures of a result, for the standard model and for the largest models.
//!
//! `cargo bench -p assay-core`

#![allow(clippy::unwrap_used, missing_docs, reason = "a benchmark may fail")]

use std::hint::black_box;

use assay_core::link::{LinkOptions, decode, encode};
use assay_core::result::{Extent, ResultCalculator};
use assay_core::team::{MAX_MEMBERS, Member, merge_members};
use assay_core::{
    Answer, AnswerSheet, Answers, Assessment, DEFAULT_DRAWS, Depth, Evaluation, Level, Model,
    PathId, Stance,
};
use criterion::{Criterion, criterion_group, criterion_main};

const SIDE: Stance = Stance::Provide;

fn standard() -> Model {
    let text = include_str!("../models/standard.json");
    Model::parse(text).unwrap().value
}

/// Returns levels 0 to 4 in turn, with `open` questions left open.
fn answers(model: &Model, open: usize) -> Answers {
    let mut answers = Answers::empty(model);
    for (number, question) in model.question_ixs().enumerate().skip(open) {
        answers.set(question, Level::new((number % 5) as u8).map(Answer::Level));
    }
    answers
}

/// Creates a model with criteria of five questions each.
fn large(questions: usize) -> Model {
    let ids = (0..questions).map(|n| {
        format!(
            r#"{{"id":"q{n:04}","section":"s{}","topic":"t","weight":1,"quick":true}}"#,
            n % 4
        )
    });
    let criteria = (0..questions.div_ceil(5)).map(|c| {
        let terms = (5 * c..questions.min(5 * c + 5)).map(|n| format!(r#""q{n:04}":1"#));
        format!(r#""c{c:03}":{{{}}}"#, terms.collect::<Vec<_>>().join(","))
    });
    let terms = (0..questions.div_ceil(5)).map(|c| format!(r#""c{c:03}":{{"weight":1}}"#));
    let path = format!("{{{}}}", terms.collect::<Vec<_>>().join(","));
    let side =
        format!(r#"{{"maas":{path},"industry":{path},"open_source":{path},"agent":{path}}}"#);
    let text = format!(
        r#"{{"format":"assay.model/1","id":"large","version":"1",
        "sections":[{{"id":"s0","weight":1}},{{"id":"s1","weight":1}},{{"id":"s2","weight":1}},{{"id":"s3","weight":1}}],
        "aggregation":{{"power":0,"shift":0.01}},"questions":[{}],"criteria":{{{}}},
        "paths":{{"provide":{side},"adopt":{side}}}}}"#,
        ids.collect::<Vec<_>>().join(","),
        criteria.collect::<Vec<_>>().join(",")
    );
    Model::parse(&text).unwrap().value
}

fn results(c: &mut Criterion) {
    let model = standard();
    let open = answers(&model, 25);
    let full = answers(&model, 0);
    let calculator = ResultCalculator::new(&model);
    c.bench_function("score, 25 open", |b| {
        b.iter(|| Evaluation::new(&model, SIDE, &open).score())
    });
    c.bench_function("result, 10,000 draws, 25 open", |b| {
        b.iter(|| calculator.result(SIDE, &open, DEFAULT_DRAWS, Extent::Plain));
    });
    c.bench_function("result on one line, 100 draws, 25 open", |b| {
        b.iter(|| calculator.result(SIDE, &open, 100, Extent::Plain).to_line());
    });
    c.bench_function("result on one line, no draws", |b| {
        b.iter(|| calculator.result(SIDE, &full, 0, Extent::Plain).to_line());
    });
}

fn plans(c: &mut Criterion) {
    let model = standard();
    let full = answers(&model, 0);
    let changes = |answers: &Answers| {
        PathId::ALL.map(|path| Evaluation::new(&model, SIDE, answers).smallest_change(path))
    };
    c.bench_function("smallest changes of four paths", |b| {
        b.iter(|| changes(&full))
    });
    c.bench_function("sensitivity", |b| {
        b.iter(|| Evaluation::new(&model, SIDE, &full).sensitivity())
    });
    c.bench_function("roadmap", |b| {
        b.iter(|| Evaluation::new(&model, SIDE, &full).roadmap())
    });
    c.bench_function("changes, sensitivity and roadmap together", |b| {
        b.iter(|| {
            black_box(changes(&full));
            black_box(Evaluation::new(&model, SIDE, &full).sensitivity());
            Evaluation::new(&model, SIDE, &full).roadmap()
        });
    });
}

fn sizes(c: &mut Criterion) {
    for questions in [50, 500, 5_000] {
        let model = large(questions);
        let mut sheet = AnswerSheet::new(&model, SIDE, Depth::Full, Answers::empty(&model));
        let question = model.question_ixs().next().unwrap();
        let mut level = 0;
        c.bench_function(&format!("one answer changed among {questions}"), |b| {
            b.iter(|| {
                level = (level + 1) % 5;
                sheet.set_answer(&model, question, Level::new(level).map(Answer::Level))
            });
        });
        let half = answers(&model, questions / 2);
        c.bench_function(&format!("100 draws, half of {questions} open"), |b| {
            b.iter(|| Evaluation::new(&model, SIDE, &half).certainty(100));
        });
    }
}

/// From links to all figures of the team page.
fn teams(c: &mut Criterion) {
    let model = standard();
    let links: Vec<String> = (0..MAX_MEMBERS)
        .map(|n| {
            let mut assessment = Assessment::new(&model, SIDE, Depth::Full);
            for (place, question) in model.question_ixs().enumerate() {
                let level = Level::new(((n * 7 + place * 3) % 5) as u8);
                assessment.answers.set(question, level.map(Answer::Level));
            }
            encode(&model, &assessment, LinkOptions::default()).unwrap()
        })
        .collect();
    let open = |link: &String| Member::from_link(decode(&[&model], link).unwrap()).unwrap();
    let members: Vec<Member> = links.iter().map(open).collect();
    c.bench_function("500 links opened", |b| {
        b.iter(|| links.iter().map(open).collect::<Vec<_>>());
    });
    c.bench_function("500 people brought together", |b| {
        b.iter(|| merge_members(&model, SIDE, &members).unwrap());
    });
}

criterion_group!(benches, results, plans, sizes, teams);
criterion_main!(benches);
