//! The formulas with the numbers of an example company.

use std::fmt::Write as _;

use assay_core::{Answer, Answers, Evaluation, Level, Model, Stance, Texts};

use super::Company;
use crate::report::{MeanDerivation, Report};
use crate::{Language, Messages};

fn derivations(company: &Company) -> String {
    let report = company.report();
    let (stance, answers) = (
        company.assessment.profile.stance,
        &company.assessment.answers,
    );
    let certainty = Evaluation::new(&company.model, stance, answers).certainty(1_000);
    let lines = [
        report.content_formula(),
        report.content_bounds(),
        report.mean_formula(),
        report.plausible_derivation(&certainty),
        Some(report.confidence_derivation(&certainty)),
        report.content_derivation(),
        Some(report.level_derivation()),
        report.worth_derivation(),
    ];
    let mut text = String::new();
    for line in lines.into_iter().flatten() {
        writeln!(text, "{line}").unwrap();
    }
    let sums = [
        report.section_means(stance, answers),
        report.conviction_means(stance, answers),
        report.path_means(stance),
        report.criterion_means(stance, answers),
    ];
    for MeanDerivation { formula, terms } in sums.into_iter().flatten() {
        writeln!(text, "{formula}").unwrap();
        for term in terms {
            let line = [term.name, term.weight, term.value, term.threshold].join(" | ");
            writeln!(text, "    {}", line.trim_end_matches(" | ")).unwrap();
        }
    }
    text
}

#[test]
fn every_formula_contains_the_numbers_of_the_company() {
    insta::assert_snapshot!(
        "formulas_english",
        derivations(&Company::of("insurer", Language::English))
    );
    insta::assert_snapshot!(
        "formulas_chinese",
        derivations(&Company::of("insurer", Language::Chinese))
    );
}

/// A model of two sections with one question each and this aggregation.
fn formula(power: &str) -> String {
    let path = r#"{"c": {"weight": 1}}"#;
    let paths = format!(
        r#"{{"maas": {path}, "industry": {path}, "open_source": {path}, "agent": {path}}}"#
    );
    let model = format!(
        r#"{{"format": "assay.model/1", "id": "two", "version": "1",
        "sections": [{{"id": "a", "weight": 1}}, {{"id": "b", "weight": 2}}],
        "aggregation": {{"power": {power}, "shift": 0.05}},
        "questions": [{{"id": "x", "section": "a", "weight": 1}}, {{"id": "y", "section": "b", "weight": 3}}],
        "criteria": {{"c": {{"x": 1}}}},
        "paths": {{"provide": {paths}, "adopt": {paths}}}}}"#
    );
    let model = Model::parse(&model).unwrap().value;
    let texts = r#"{"title": "", "sections": {}, "topics": {}, "questions": {}, "criteria": {}, "paths": {}, "actions": {}}"#;
    let texts = Texts::parse(&model, texts).unwrap().value;
    let messages = Messages::parse(include_str!("../../../texts/en.json")).unwrap();
    let mut answers = Answers::empty(&model);
    for (id, level) in [("x", 1), ("y", 3)] {
        let answer = Answer::Level(Level::new(level).unwrap());
        answers.set(model.find_question(id).unwrap(), Some(answer));
    }
    let score = Evaluation::new(&model, Stance::Adopt, &answers).score();
    Report::new(&messages, &texts, &model, &score)
        .content_formula()
        .unwrap()
}

#[test]
fn the_formula_follows_the_exponent_of_the_model() {
    assert_eq!(
        formula("0"),
        "AI content = exp(0.3333·ln(0.25 + 0.05) + 0.6667·ln(0.75 + 0.05)) − 0.05 = 52.7 %"
    );
    assert_eq!(
        formula("1"),
        "AI content = 0.3333·0.25 + 0.6667·0.75 = 58.3 %"
    );
    assert_eq!(
        formula("-2"),
        "AI content = (0.3333·(0.25 + 0.05)^(−2) + 0.6667·(0.75 + 0.05)^(−2))^(1/(−2)) − 0.05 = 40.9 %"
    );
}
