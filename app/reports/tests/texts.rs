//! The reports as Markdown and CSV.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use assay_locale::Language;
use assay_reports::{write_answers_csv, write_figures_csv, write_markdown};
use common::{bank, content, law_office, model};

#[test]
fn markdown_in_english() {
    insta::assert_snapshot!(write_markdown(&law_office(Language::English)));
}

#[test]
fn markdown_in_chinese() {
    insta::assert_snapshot!(write_markdown(&law_office(Language::Chinese)));
}

#[test]
fn answers_in_english() {
    insta::assert_snapshot!(write_answers_csv(&law_office(Language::English)));
}

#[test]
fn answers_in_chinese() {
    insta::assert_snapshot!(write_answers_csv(&law_office(Language::Chinese)));
}

#[test]
fn figures_in_english() {
    insta::assert_snapshot!(write_figures_csv(&law_office(Language::English)));
}

#[test]
fn obstacles_are_those_of_the_other_paths_where_one_is_recommended() {
    let model = model();
    let recommended = bank(&model, Language::English);
    let heading = |assessment| content(&model, assessment, Language::English).paths.heading;
    assert_eq!(heading(&recommended), "What blocks the others");
    let mut unanswered = recommended.clone();
    let questions: Vec<_> = unanswered.answers.iter().map(|(id, _)| id).collect();
    for question in questions {
        unanswered.answers.set(question, None);
    }
    assert_eq!(heading(&unanswered), "What blocks the paths");
}

#[test]
fn csv_begins_with_a_byte_order_mark_and_computes_nothing() {
    for language in Language::ALL {
        let csv = write_answers_csv(&law_office(language));
        assert!(csv.starts_with('\u{feff}'));
        assert!(csv.contains("\"'=HYPERLINK("), "{csv}");
        assert!(csv.contains("\"'@SUM(1)\nsecond line\""), "{csv}");
        assert!(!csv.contains(",="), "{csv}");
    }
}
