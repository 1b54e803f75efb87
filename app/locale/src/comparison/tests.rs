//! Sentences that compare example companies, in both languages.

use std::fmt::Write as _;

use assay_core::compare::{ComparedResult, compare_answers, content_history};
use assay_core::{Answer, Assessment, Depth, Model, Stance, Texts, examples};

use super::{Comparison, short_label};
use crate::{Language, Messages, test_files};

fn model() -> Model {
    let text = include_str!("../../../core/models/standard.json");
    Model::parse(text).unwrap().value
}

fn messages(language: Language) -> (Messages, Texts) {
    (
        test_files::messages(language),
        test_files::wording(&model(), language),
    )
}

/// An example company with a name and a day.
fn company(model: &Model, id: &str, name: &str, day: &str) -> Assessment {
    let all = include_str!("../../../core/models/examples.json");
    let all = examples::parse_examples(model, all).unwrap();
    let found = all.into_iter().find(|company| company.id == id);
    let mut assessment = found.unwrap().assessment;
    assessment.profile.name = name.to_owned();
    assessment.updated = Some(day.to_owned());
    assessment
}

fn description(language: Language) -> String {
    let model = model();
    let (messages, texts) = messages(language);
    let first = company(&model, "insurer", "Acme", "2025-11-03");
    let mut later = company(&model, "insurer", "Acme", "2026-11-03");
    for (question, answer) in [
        ("data.inventory", "4"),
        ("data.domain", "unknown"),
        ("strategy.budget", "4"),
    ] {
        let question = model.find_question(question).unwrap();
        later.answers.set(question, Answer::parse(answer));
    }
    let other = company(&model, "cloud", "Brightwater", "2026-01-03");
    let results = [&first, &other, &later].map(|a| ComparedResult::from_assessment(&model, a));
    let comparison = Comparison::new(&messages, &texts, &model, &results);
    let mut text = String::new();
    writeln!(
        text,
        "{}\n{}",
        comparison.spread_sentence(),
        comparison.widest_section()
    )
    .unwrap();
    for sentence in comparison.cautions() {
        writeln!(text, "{sentence}").unwrap();
    }
    for (at, result) in results.iter().enumerate() {
        let figure = comparison.format_range(result.score.precision, result.score.ai_content.range);
        let path = comparison.recommendation(&result.score);
        let facts = comparison.facts(at).join(" · ");
        writeln!(text, "{}: {facts}; {figure}; {path}", comparison.label(at)).unwrap();
    }
    for sentence in comparison.history(&content_history(&results)) {
        writeln!(text, "{sentence}").unwrap();
    }
    let changes = compare_answers(&model, &results[0], &results[2]).unwrap();
    for sentence in comparison.changes(&changes, 0, 2) {
        writeln!(text, "{sentence}").unwrap();
    }
    for section in &changes.sections {
        let figure = comparison.section_change(section.before, section.after);
        writeln!(text, "- {figure}").unwrap();
        for change in &section.questions {
            let way = change.kind();
            if way != assay_core::compare::ChangeKind::Same {
                let describe = |response| comparison.answer_text(change.question, response);
                let (before, after) = (describe(change.before), describe(change.after));
                writeln!(
                    text,
                    "    {}: {before} → {after}",
                    comparison.change_label(way)
                )
                .unwrap();
            }
        }
    }
    text
}

#[test]
fn a_comparison_of_results_is_described_in_both_languages() {
    insta::assert_snapshot!("english", description(Language::English));
    insta::assert_snapshot!("chinese", description(Language::Chinese));
}

#[test]
fn no_two_results_have_the_same_label() {
    let model = model();
    let (messages, texts) = messages(Language::English);
    let at = |name: &str, day: &str| {
        let mut assessment = Assessment::new(&model, Stance::Provide, Depth::Full);
        assessment.profile.name = name.to_owned();
        assessment.updated = Some(day.to_owned()).filter(|day| !day.is_empty());
        ComparedResult::from_assessment(&model, &assessment)
    };
    let results = [
        at("Acme", "2026-11-03"),
        at(" Acme ", "2026-11-03"),
        at("Acme", "2025-11-03"),
        at("Acme (3 November 2026)", ""),
        at("", ""),
        at("\u{202e}", ""),
        at("Other", "2026-11-03"),
    ];
    let comparison = Comparison::new(&messages, &texts, &model, &results);
    assert_eq!(
        comparison.labels(),
        [
            "Acme (3 November 2026)",
            "Acme (3 November 2026) (2)",
            "Acme (3 November 2025)",
            "Acme (3 November 2026) (3)",
            "Without a name",
            "Without a name (2)",
            "Other",
        ]
    );
}

#[test]
fn a_name_cannot_turn_the_sentence_around_or_break_the_line() {
    assert_eq!(short_label("\u{202e}evil\u{2066}\r\n  name\0"), "evil name");
    assert_eq!(short_label(&"x".repeat(300)).chars().count(), 61);
    assert_eq!(short_label("含AI量 <b>"), "含AI量 <b>");
}
