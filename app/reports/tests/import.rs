//! Answers read back from tables.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use assay_core::Answer;
use assay_locale::{Language, Messages};
use assay_reports::answers::{ImportFaultKind, describe_import_fault, read_answers};
use assay_reports::{write_answers_csv, write_xlsx};
use common::{bank, content, model};
use proptest::prelude::*;

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
            // A control character, which neither format holds in a workbook, is the only loss.
            let lost = changes.iter().filter(|one| {
                one.note
                    .as_ref()
                    .is_none_or(|(old, _)| !old.contains('\u{1}'))
            });
            assert_eq!(lost.count(), 0, "{changes:?}");
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
    assert!(
        matches!(kinds[0], (2, ImportFaultKind::NotAnAnswer { .. })),
        "{kinds:?}"
    );
    assert!(
        matches!(kinds[1], (3, ImportFaultKind::MissingId)),
        "{kinds:?}"
    );
    assert!(
        matches!(kinds[2], (4, ImportFaultKind::UnknownQuestion { .. })),
        "{kinds:?}"
    );
    assert!(
        matches!(
            kinds[3],
            (6, ImportFaultKind::RepeatedQuestion { first: 5, .. })
        ),
        "{kinds:?}"
    );
    assert!(
        matches!(
            kinds[4],
            (7, ImportFaultKind::NotApplicableNotAllowed { .. })
        ),
        "{kinds:?}"
    );
    assert_eq!(kinds.len(), 5);
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

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "(id,answer\n)?([a-z.\",;\t\n0-9\u{4e00}]{0,80})") {
        let model = model();
        if let Err(faults) = read_answers(&model, text.as_bytes()) {
            prop_assert!(!faults.is_empty());
        }
    }

    #[test]
    fn a_damaged_workbook_is_read_or_refused(at in 0_usize..20_000, byte: u8, end in 0_usize..20_000) {
        let mut bytes = include_bytes!("../../../fuzz/seeds/answers/book.xlsx").to_vec();
        if let Some(slot) = bytes.get_mut(at) {
            *slot = byte;
        }
        bytes.truncate(bytes.len() - end.min(bytes.len()) % 64);
        if let Err(faults) = read_answers(&model(), &bytes) {
            prop_assert!(!faults.is_empty());
        }
    }
}
