//! Formulas of the workbook and their results.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use std::collections::BTreeMap;

use assay_locale::Language;
use assay_reports::{ReportContent, write_xlsx};
use common::{bank, content, model, parts, text};
use roxmltree::Document;

/// A formula with its result, by cell.
type Formulas = BTreeMap<String, (String, String)>;

fn formulas(report: &ReportContent, sheet: u32) -> Formulas {
    let parts = parts(&write_xlsx(report).unwrap());
    let xml = text(&parts, &format!("xl/worksheets/sheet{sheet}.xml"));
    let document = Document::parse(&xml).unwrap();
    let cells = document
        .descendants()
        .filter(|node| node.tag_name().name() == "c");
    cells
        .filter_map(|cell| {
            let part = |name| {
                cell.children()
                    .find(|n| n.has_tag_name((n.tag_name().namespace().unwrap(), name)))
            };
            let formula = part("f")?.text()?.to_owned();
            let result = part("v").and_then(|value| value.text()).unwrap_or_default();
            Some((
                cell.attribute("r").unwrap().to_owned(),
                (formula, result.to_owned()),
            ))
        })
        .collect()
}

fn report() -> ReportContent {
    let model = model();
    content(&model, &bank(&model, Language::English), Language::English)
}

fn number(formulas: &Formulas, cell: &str) -> f64 {
    formulas[cell].1.parse().unwrap()
}

#[test]
fn scores_are_formulas_over_the_answers_with_the_computed_figures_as_results() {
    let report = report();
    let scores = formulas(&report, 1);
    for (row, section) in (10..).zip(&report.figures.sections) {
        let range = section.range.unwrap();
        assert_eq!(number(&scores, &format!("C{row}")), range.value.unwrap());
        assert_eq!(number(&scores, &format!("D{row}")), range.low);
        assert_eq!(number(&scores, &format!("E{row}")), range.high);
        let known = &scores[&format!("F{row}")].0;
        assert!(known.starts_with("SUMIFS('Answers'!$L$2:$L$"), "{known}");
        // The mean follows from the sums beside it.
        let [known, open, points] =
            ["F", "G", "H"].map(|column| number(&scores, &format!("{column}{row}")));
        assert!((100.0 * points / known - range.value.unwrap()).abs() < 1e-9);
        assert!((100.0 * points / (known + open) - range.low).abs() < 1e-9);
        assert!((100.0 * (points + open) / (known + open) - range.high).abs() < 1e-9);
    }
}

#[test]
fn the_ai_content_follows_from_the_terms_of_the_sections() {
    let report = report();
    let scores = formulas(&report, 1);
    let content = report.figures.ai_content.unwrap();
    let shift = report.figures.aggregation.shift;
    let weights: f64 = report
        .figures
        .sections
        .iter()
        .map(|section| section.weight)
        .sum();
    for (terms, cell, figure) in [
        ("I", "D14", content.low),
        ("J", "C14", content.value.unwrap()),
        ("K", "E14", content.high),
    ] {
        let sum: f64 = (10..14)
            .map(|row| number(&scores, &format!("{terms}{row}")))
            .sum();
        assert!((100.0 * ((sum / weights).exp() - shift) - figure).abs() < 1e-9);
        assert_eq!(number(&scores, cell), figure);
        assert!(scores[cell].0.contains("EXP("), "{}", scores[cell].0);
    }
}

#[test]
fn the_results_of_terms_have_the_bits_of_the_method() {
    let mut report = report();
    for power in [0.0, 0.3, -2.0] {
        report.figures.aggregation.power = power;
        let scores = formulas(&report, 1);
        for (row, section) in (10..).zip(&report.figures.sections) {
            let value = section.range.unwrap().value.unwrap();
            let term = report.figures.aggregation.transform(value / 100.0);
            let expected = section.weight * term;
            assert_eq!(number(&scores, &format!("J{row}")), expected, "{power}");
        }
    }
}

#[test]
fn criteria_and_paths_are_formulas_with_the_computed_figures_as_results() {
    let report = report();
    let (criteria, paths) = (formulas(&report, 3), formulas(&report, 4));
    let mut row = 4;
    for criterion in &report.figures.criteria {
        let result = criteria[&format!("G{row}")].1.parse().ok();
        assert_eq!(
            result,
            criterion.range.and_then(|range| range.value),
            "{}",
            criterion.name
        );
        row += criterion.terms.len() + 1;
    }
    for (row, path) in (4..).zip(&report.figures.paths) {
        assert_eq!(
            paths[&format!("E{row}")].1.parse().ok(),
            path.fit.and_then(|fit| fit.value)
        );
        assert_eq!(number(&paths, &format!("H{row}")), path.coverage);
        assert!((number(&paths, &format!("I{row}")) - path.shortfall).abs() < 1e-12);
        assert_eq!(
            paths[&format!("J{row}")].1,
            report.labels.status(path.status)
        );
    }
}

#[test]
fn a_note_that_looks_like_a_formula_stays_a_text() {
    let report = report();
    let answers = formulas(&report, 2);
    assert!(
        answers
            .values()
            .all(|(formula, _)| !formula.contains("HYPERLINK"))
    );
    let strings = text(
        &parts(&write_xlsx(&report).unwrap()),
        "xl/sharedStrings.xml",
    );
    assert!(strings.contains("=HYPERLINK("), "the text is kept");
}

#[test]
fn the_visibility_of_a_question_follows_its_condition() {
    let report = report();
    let answers = formulas(&report, 2);
    let (position, (other, at_least)) = report
        .figures
        .questions
        .iter()
        .enumerate()
        .find_map(|(position, question)| Some((position, question.condition?)))
        .unwrap();
    let formula = &answers[&format!("K{}", position + 2)].0;
    assert_eq!(
        *formula,
        format!(
            "IF(AND(K{0}=1,ISNUMBER(D{0})),IF(D{0}-1>={at_least},1,0),0)",
            other + 2
        )
    );
}

#[test]
fn a_workbook_has_native_charts_with_text_alternatives() {
    let parts = parts(&write_xlsx(&report()).unwrap());
    let charts = parts
        .keys()
        .filter(|name| name.starts_with("xl/charts/chart"));
    assert_eq!(charts.count(), 3);
    assert!(
        text(&parts, "xl/drawings/drawing1.xml")
            .matches("descr=\"")
            .count()
            == 2
    );
}

/// The text alternatives of the charts of the first sheet.
fn alternatives(parts: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let xml = text(parts, "xl/drawings/drawing1.xml");
    let document = Document::parse(&xml).unwrap();
    let described = document.descendants();
    let described = described.filter_map(|node| node.attribute("descr"));
    described.map(str::to_owned).collect()
}

#[test]
fn a_long_text_alternative_is_cut_to_255_units() {
    let mut report = report();
    report.sections.radar.as_mut().unwrap().alternative = "x".repeat(256);
    report.sections.bars.alternative = "\u{20000}".repeat(128);
    let parts = parts(&write_xlsx(&report).unwrap());
    let expected = ["x".repeat(255), "\u{20000}".repeat(127)];
    assert_eq!(alternatives(&parts), expected);
}

#[test]
fn characters_that_xml_forbids_are_left_out_of_text_alternatives() {
    let mut report = report();
    report.sections.bars.alternative = "a\u{0}\u{1}b\u{fffe}\u{ffff}\u{b}c\nd".to_owned();
    let parts = parts(&write_xlsx(&report).unwrap());
    assert_eq!(alternatives(&parts)[1], "abc\nd");
}

/// The formula that the column of answers has to fulfil, as of the first question.
fn answer_rule(report: &ReportContent) -> String {
    let parts = parts(&write_xlsx(report).unwrap());
    let xml = text(&parts, "xl/worksheets/sheet2.xml");
    let document = Document::parse(&xml).unwrap();
    let mut nodes = document.descendants();
    let rule = nodes.find(|node| node.tag_name().name() == "formula1");
    rule.unwrap().text().unwrap().to_owned()
}

#[test]
fn not_applicable_is_an_answer_only_where_the_question_allows_it() {
    let report = report();
    let answers = formulas(&report, 2);
    let criteria = formulas(&report, 3);
    let questions = &report.figures.questions;
    let allowed = questions.iter().filter(|one| one.allows_not_applicable);
    let allowed = allowed.count();
    assert!(allowed > 0 && allowed < questions.len(), "{allowed}");
    for (row, question) in (2..).zip(questions) {
        let open = &answers[&format!("M{row}")].0;
        let expected = match question.allows_not_applicable {
            true => format!(
                "IF(AND(K{row}=1,NOT(ISNUMBER(D{row})),D{row}<>\"Not applicable\"),J{row},0)"
            ),
            false => format!("IF(AND(K{row}=1,NOT(ISNUMBER(D{row}))),J{row},0)"),
        };
        assert_eq!(*open, expected);
        for (formula, _) in criteria.values() {
            let is_open = formula.contains(&format!("NOT(ISNUMBER('Answers'!D{row}))"));
            if is_open {
                let excepts = formula.contains("Not applicable");
                assert_eq!(excepts, question.allows_not_applicable, "{formula}");
            }
        }
    }
}

#[test]
fn the_rule_of_answers_refers_to_what_each_question_allows() {
    let report = report();
    let rule = answer_rule(&report);
    assert!(rule.contains("AND(D2=\"Not applicable\",V2=1)"), "{rule}");
    let parts = parts(&write_xlsx(&report).unwrap());
    let xml = text(&parts, "xl/worksheets/sheet2.xml");
    let document = Document::parse(&xml).unwrap();
    let cells = document.descendants().filter(|node| {
        let reference = node.attribute("r").unwrap_or_default();
        node.tag_name().name() == "c" && reference.starts_with('V')
    });
    let flags: Vec<bool> = cells
        .map(|cell| cell.first_element_child())
        .map(|value| value.unwrap().text() == Some("1"))
        .collect();
    let questions = report.figures.questions.iter();
    let expected: Vec<bool> = questions.map(|one| one.allows_not_applicable).collect();
    assert_eq!(flags, expected);
}

#[test]
fn both_apostrophes_of_an_unknown_answer_are_allowed() {
    let rule = answer_rule(&report());
    assert!(
        rule.starts_with("OR(D2=\"Don\u{2019}t know\",D2=\"Don't know\","),
        "{rule}"
    );
    assert!(rule.len() <= 255, "{rule}");
}
