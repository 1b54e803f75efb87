//! Answers read back from tables.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::sync::LazyLock;

use assay_core::{Answer, Model};
use assay_locale::{Language, Messages};
use assay_reports::answers::{ImportFault, ImportFaultKind, describe_import_fault, read_answers};
use assay_reports::{write_answers_csv, write_xlsx};
use common::{bank, content, model, parts};
use proptest::prelude::*;
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

#[test]
fn an_unchanged_table_changes_nothing() {
    let model = model();
    for language in Language::ALL {
        let assessment = bank(&model, language);
        let report = content(&model, &assessment, language);
        let tables = [
            write_answers_csv(&report).into_bytes(),
            write_xlsx(&report).unwrap(),
        ];
        for table in tables {
            let imported = read_answers(&model, &table).unwrap();
            assert!(imported.answers.len() >= 30, "{}", imported.answers.len());
            let changes = imported.changes(&assessment);
            assert!(changes.is_empty(), "{changes:?}");
        }
    }
}

#[test]
fn edited_answers_and_notes_are_listed_and_applied() {
    let model = model();
    let mut assessment = bank(&model, Language::English);
    let table = "note;id;Answer\nnew;data.domain;2\n'=1+1;data.labels;unknown\n;data.access;\n";
    let imported = read_answers(&model, table.as_bytes()).unwrap();
    let changes = imported.changes(&assessment);
    let shown: Vec<_> = changes
        .iter()
        .map(|one| (one.row, model.question(one.question).id.as_str()))
        .collect();
    assert_eq!(shown[0], (2, "data.domain"));
    assert_eq!(changes[0].answer.unwrap().1, Answer::parse("1"));
    imported.apply(&mut assessment);
    let of = |id: &str| {
        let question = model.find_question(id).unwrap();
        (
            assessment.answers.get(question),
            assessment.notes.get(&question).map(String::as_str),
        )
    };
    assert_eq!(of("data.domain"), (Answer::parse("1"), Some("new")));
    assert_eq!(of("data.labels"), (Some(Answer::Unknown), Some("=1+1")));
    assert_eq!(of("data.access"), (None, None));
    assert!(imported.changes(&assessment).is_empty());
}

#[test]
fn a_note_or_evidence_without_an_id_is_a_fault_and_an_empty_row_is_none() {
    let table = "id,answer,note,evidence\n,,why,\n,,,a.pdf\n, ,,\ndata.domain,3,,\n";
    let faults = read_answers(&model(), table.as_bytes()).unwrap_err();
    let missing = |row| ImportFault {
        row,
        kind: ImportFaultKind::MissingId,
    };
    assert_eq!(faults, [missing(2), missing(3)]);
}

#[test]
fn every_fault_is_reported_with_its_row_in_every_language() {
    let model = model();
    let optional = model
        .questions()
        .iter()
        .find(|question| !question.not_applicable)
        .unwrap();
    let table = format!(
        "id,answer\ndata.domain,6\n,3\nno.such,1\ndata.labels,2\ndata.labels,3\n{},not applicable\n\n",
        optional.id
    );
    let faults = read_answers(&model, table.as_bytes()).unwrap_err();
    let kinds: Vec<_> = faults
        .iter()
        .map(|fault| (fault.row, &fault.kind))
        .collect();
    let as_expected = matches!(
        kinds[..],
        [
            (2, ImportFaultKind::NotAnAnswer { .. }),
            (3, ImportFaultKind::MissingId),
            (4, ImportFaultKind::UnknownQuestion { .. }),
            (6, ImportFaultKind::RepeatedQuestion { first: 5, .. }),
            (7, ImportFaultKind::NotApplicableNotAllowed { .. }),
        ]
    );
    assert!(as_expected, "{kinds:?}");
    for language in Language::ALL {
        let messages = Messages::embedded(language);
        for fault in &faults {
            let text = describe_import_fault(&messages, fault);
            assert!(text.contains(&fault.row.to_string()), "{text}");
        }
    }
}

#[test]
fn a_table_without_the_columns_is_refused() {
    let model = model();
    for table in ["", "a,b\n1,2", "id,level\ndata.domain,3"] {
        let faults = read_answers(&model, table.as_bytes()).unwrap_err();
        assert_eq!(faults[0].kind, ImportFaultKind::NoColumns);
    }
    let faults = read_answers(&model, b"\xff\xfe\x00").unwrap_err();
    assert_eq!(faults[0].kind, ImportFaultKind::NotAWorkbook);
}

/// A workbook that `fill` writes into.
fn workbook(fill: impl FnOnce(&mut Workbook) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(&mut workbook).unwrap();
    workbook.save_to_buffer().unwrap()
}

fn write_headings(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.write_string(0, 0, "id")?;
    sheet.write_string(0, 1, "answer")?;
    Ok(())
}

#[test]
fn references_to_one_long_text_cannot_fill_the_memory() {
    let bytes = workbook(|workbook| {
        let text = "x".repeat(30_000);
        let sheet = workbook.add_worksheet();
        (0..3_000).try_for_each(|row| sheet.write_string(row, 0, &text).map(drop))
    });
    assert!(bytes.len() < 100_000, "{}", bytes.len());
    let faults = read_answers(&model(), &bytes).unwrap_err();
    assert_eq!(faults[0].kind, ImportFaultKind::TooLarge);
}

#[test]
fn cells_in_a_far_column_cannot_fill_the_memory() {
    let bytes = workbook(|workbook| {
        let sheet = workbook.add_worksheet();
        (0..12_000).try_for_each(|row| sheet.write_number(row, 255, 1).map(drop))
    });
    assert!(bytes.len() < 200_000, "{}", bytes.len());
    let faults = read_answers(&model(), &bytes).unwrap_err();
    assert_eq!(faults[0].kind, ImportFaultKind::TooLarge);
}

#[test]
fn sheets_after_the_first_with_headings_are_not_read() {
    let bytes = workbook(|workbook| {
        write_headings(workbook.add_worksheet())?;
        let sheet = workbook.add_worksheet();
        (0..20_001).try_for_each(|row| sheet.write_number(row, 0, 1).map(drop))
    });
    assert_eq!(read_answers(&model(), &bytes).unwrap().answers, []);
}

#[test]
fn every_cell_of_row_20_000_is_read_and_no_further_row() {
    let write = |rows: u32| {
        workbook(|workbook| {
            let sheet = workbook.add_worksheet();
            write_headings(sheet)?;
            for row in 1..rows {
                sheet.write_number(row, 2, 1)?;
            }
            sheet.write_string(rows - 1, 0, "data.domain")?;
            sheet.write_number(rows - 1, 1, 3)?;
            Ok(())
        })
    };
    let imported = read_answers(&model(), &write(20_000)).unwrap();
    assert_eq!(imported.answers[0].row, 20_000);
    let faults = read_answers(&model(), &write(20_001)).unwrap_err();
    assert_eq!(faults[0].kind, ImportFaultKind::TooManyRows);
}

#[test]
fn a_note_that_the_workbook_cut_stays_whole() {
    let model = model();
    let mut assessment = bank(&model, Language::English);
    let questions = assessment.answers.iter().map(|(question, _)| question);
    let questions: Vec<_> = questions.collect();
    let notes = [
        "x".repeat(40_000),
        format!("x{}", "\u{20000}".repeat(20_000)),
    ];
    for (question, note) in questions.iter().zip(&notes) {
        assessment.notes.insert(*question, note.clone());
    }
    let report = content(&model, &assessment, Language::English);
    let mut imported = read_answers(&model, &write_xlsx(&report).unwrap()).unwrap();
    assert_eq!(imported.changes(&assessment), []);
    let before = assessment.clone();
    imported.apply(&mut assessment);
    assert_eq!(assessment.notes, before.notes);
    let edited = imported
        .answers
        .iter_mut()
        .find(|one| one.question == questions[0]);
    let edited = edited.and_then(|one| one.note.as_mut()).unwrap();
    assert_eq!(edited.len(), 32_767);
    edited.pop();
    assert_eq!(imported.changes(&assessment).len(), 1);
}

/// The workbook with its sheet of answers replaced, without the checksums of the original.
fn with_answers(sheet: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in BOOK.iter() {
        zip.start_file(name.as_str(), options).unwrap();
        let bytes = if name == ANSWERS { sheet } else { bytes };
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const ANSWERS: &str = "xl/worksheets/sheet2.xml";

static BOOK: LazyLock<BTreeMap<String, Vec<u8>>> =
    LazyLock::new(|| parts(include_bytes!("../../../fuzz/seeds/answers/book.xlsx")));

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let file = include_str!("../../../docs/examples/law-office.json");
    Model::parse(file).unwrap().value
});

#[test]
fn a_workbook_with_its_own_sheet_of_answers_is_read() {
    let imported = read_answers(&MODEL, &with_answers(&BOOK[ANSWERS])).unwrap();
    assert_eq!(imported.answers.len(), MODEL.questions().len());
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "(id,answer\n)?([a-z.\",;\t\n0-9\u{4e00}]{0,80})") {
        let model = model();
        if let Err(faults) = read_answers(&model, text.as_bytes()) {
            prop_assert!(!faults.is_empty());
        }
    }

    #[test]
    fn a_damaged_sheet_is_read_or_refused(at: prop::sample::Index, byte: u8, end: prop::sample::Index) {
        let mut sheet = BOOK[ANSWERS].clone();
        *at.get_mut(&mut sheet) = byte;
        sheet.truncate(sheet.len() - end.index(64));
        if let Err(faults) = read_answers(&MODEL, &with_answers(&sheet)) {
            prop_assert!(!faults.is_empty());
        }
    }
}
