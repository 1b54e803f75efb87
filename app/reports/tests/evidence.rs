//! Evidence in reports, and back from tables.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use assay_core::{Day, Evidence, EvidenceSource, Person};
use assay_locale::{Language, Messages};
use assay_reports::answers::{describe_import_fault, read_answers};
use assay_reports::{write_answers_csv, write_docx, write_markdown, write_pptx, write_xlsx};
use common::{bank, content, evidence, law_office, model, parts, text};
use proptest::prelude::*;

#[test]
fn evidence_goes_into_every_table_and_back() {
    let model = model();
    let question = model.find_question("data.domain").unwrap();
    for language in Language::ALL {
        let without = bank(&model, language);
        let mut with = without.clone();
        let full = evidence("=https://example.org/?a=1,\"b\"", "2026-11-20", "李娜");
        with.set_evidence(question, Some(&full));
        let report = content(&model, &with, language);
        let tables = [
            write_answers_csv(&report).into_bytes(),
            write_xlsx(&report).unwrap(),
        ];
        for table in tables {
            let imported = read_answers(&model, &table).unwrap();
            assert_eq!(imported.changes(&with), []);
            let mut back = without.clone();
            imported.apply(&mut back);
            assert_eq!(back.evidence(question), Some(full.clone()));
        }
        assert!(write_markdown(&report).contains("李娜"));
    }
}

#[test]
fn a_table_without_a_column_of_evidence_keeps_that_part() {
    let model = model();
    let question = model.find_question("data.domain").unwrap();
    let mut assessment = bank(&model, Language::English);
    assessment.set_evidence(question, Some(&evidence("a.pdf", "2026-11-20", "Bo")));
    let tables = [
        (
            "evidence\ndata.domain,2,b.pdf",
            Some("b.pdf · 2026-11-20 · Bo"),
        ),
        (
            "evidence date,evidence from\ndata.domain,2,46349,",
            Some("b.pdf · 2026-11-23"),
        ),
        ("Evidence,Evidence date\ndata.domain,2,,", None),
    ];
    for (table, expected) in tables {
        let table = format!("id,answer,{table}\n");
        let imported = read_answers(&model, table.as_bytes()).unwrap();
        imported.apply(&mut assessment);
        let line = assessment.evidence(question).map(|it| it.to_line());
        assert_eq!(line.as_deref(), expected);
    }
}

#[test]
fn every_fault_of_a_row_is_reported_with_its_row_in_every_language() {
    let model = model();
    let long = "x".repeat(2001);
    let person = "李".repeat(201);
    let table = format!(
        "id,answer,evidence,evidence date,evidence from\ndata.domain,9,{long},23/11/2026,{person}\ndata.labels,1,,2026-02-30,\n"
    );
    let faults = read_answers(&model, table.as_bytes()).unwrap_err();
    for language in Language::ALL {
        let messages = Messages::embedded(language);
        let lines: Vec<String> = faults
            .iter()
            .map(|fault| describe_import_fault(&messages, fault))
            .collect();
        let found = ["2001", "201", "23/11/2026", "9", "2026-02-30"];
        assert_eq!(lines.len(), found.len(), "{lines:?}");
        for ((line, found), row) in lines.iter().zip(found).zip(["2", "2", "2", "2", "3"]) {
            assert!(line.contains(found) && line.contains(row), "{line}");
        }
    }
}

#[test]
fn written_reports_state_evidence_below_notes_and_a_presentation_has_none() {
    let report = law_office(Language::English);
    let markdown = write_markdown(&report);
    assert!(markdown.contains("Note, evidence"), "{markdown}");
    assert!(
        markdown.contains("Evidence: =review.xlsx · 2026-11-20 · Li"),
        "{markdown}"
    );
    let document = parts(&write_docx(&report).unwrap());
    assert!(text(&document, "word/document.xml").contains("=review.xlsx"));
    for (name, bytes) in parts(&write_pptx(&report).unwrap()) {
        assert!(
            !String::from_utf8_lossy(&bytes).contains("=review.xlsx"),
            "{name}"
        );
    }
    let csv = write_answers_csv(&report);
    assert!(csv.contains(",'=review.xlsx,2026-11-20,Li\r\n"), "{csv}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_evidence_comes_back_as_it_was(
        source in "['=+@\\-]{0,3}\\PC{0,30}(_x0041_)?", day in prop::option::of(0..20_000_u32),
        person in "['=+@\\-]{0,3}[\\PC\t\n\",;]{0,20}",
    ) {
        let (source, person) = (EvidenceSource::new(&source), Person::new(&person));
        let Some(evidence) = Evidence::new(source, day.and_then(Day::new), person) else {
            return Ok(());
        };
        let model = model();
        let question = model.find_question("data.domain").unwrap();
        let without = bank(&model, Language::English);
        let mut with = without.clone();
        with.set_evidence(question, Some(&evidence));
        let report = content(&model, &with, Language::English);
        for table in [write_answers_csv(&report).into_bytes(), write_xlsx(&report).unwrap()] {
            let imported = read_answers(&model, &table).unwrap();
            prop_assert_eq!(imported.changes(&with), []);
            let mut back = without.clone();
            imported.apply(&mut back);
            prop_assert_eq!(back.evidence(question), Some(evidence.clone()));
        }
    }
}
