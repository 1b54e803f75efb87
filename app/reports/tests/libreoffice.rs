//! LibreOffice opens the documents, and computes the figures of the core from the formulas of the
//! workbook. `cargo xtask test --full` runs this where LibreOffice is installed.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use assay_locale::Language;
use assay_reports::{ReportContent, write_docx, write_pptx, write_xlsx};
use calamine::{Data, Reader, Xlsx};
use common::{assessment, bank, companies, content, law_office, model, parts, set_targets};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// An empty folder for a test.
fn scratch_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Converts all files of a folder with LibreOffice. Returns the folder of the converted files.
fn convert(folder: &Path, format: &str) -> PathBuf {
    let output = folder.with_extension("converted");
    let profile = folder.with_extension("profile");
    let files = std::fs::read_dir(folder).unwrap();
    let files = files.map(|file| file.unwrap().path());
    let ran = Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.display()
        ))
        .args([
            "--headless",
            "--norestore",
            "--convert-to",
            format,
            "--outdir",
        ])
        .arg(&output)
        .args(files)
        .output()
        .unwrap();
    assert!(
        ran.status.success(),
        "{}",
        String::from_utf8_lossy(&ran.stderr)
    );
    output
}

/// The workbook without the results of its formulas, so that a program has to compute them.
fn without_results(workbook: &[u8]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts(workbook) {
        writer
            .start_file(name.as_str(), SimpleFileOptions::default())
            .unwrap();
        if name.starts_with("xl/worksheets/sheet") {
            let xml = String::from_utf8(bytes).unwrap();
            let mut pieces = xml.split("</f><v>");
            let mut stripped = pieces.next().unwrap().to_owned();
            for piece in pieces {
                let (_, rest) = piece.split_once("</v>").unwrap();
                stripped.push_str("</f>");
                stripped.push_str(rest);
            }
            writer.write_all(stripped.as_bytes()).unwrap();
        } else {
            writer.write_all(&bytes).unwrap();
        }
    }
    writer.finish().unwrap().into_inner()
}

/// The texts and numbers of the cells, by sheet, row and column. Empty texts are left out.
fn cells(workbook: &[u8]) -> Vec<(String, usize, usize, Data)> {
    let mut workbook = Xlsx::new(Cursor::new(workbook)).unwrap();
    let mut cells = Vec::new();
    for (sheet, range) in workbook.worksheets() {
        let start = range.start().unwrap_or_default();
        for (row, column, cell) in range.used_cells() {
            if *cell != Data::String(String::new()) {
                let (row, column) = (row + start.0 as usize, column + start.1 as usize);
                cells.push((sheet.clone(), row, column, cell.clone()));
            }
        }
    }
    cells
}

/// Reports with open answers, with targets, of a small questionnaire, and of example companies.
fn reports() -> Vec<ReportContent> {
    let model = model();
    let mut with_targets = bank(&model, Language::Chinese);
    set_targets(&model, &mut with_targets);
    let mut reports = vec![
        content(&model, &bank(&model, Language::English), Language::English),
        content(&model, &with_targets, Language::Chinese),
        law_office(Language::English),
    ];
    for company in companies(&model).iter().take(9) {
        for language in [Language::English, Language::Chinese] {
            reports.push(content(&model, &assessment(company, language), language));
        }
    }
    reports
}

#[test]
#[ignore = "needs LibreOffice"]
fn a_spreadsheet_computes_the_figures_of_the_core() {
    let folder = scratch_folder("libreoffice-formulas");
    let reports = reports();
    for (at, report) in reports.iter().enumerate() {
        let workbook = without_results(&write_xlsx(report).unwrap());
        std::fs::write(folder.join(format!("{at}.xlsx")), workbook).unwrap();
    }
    let computed = convert(&folder, "xlsx");
    for (at, report) in reports.iter().enumerate() {
        let found = cells(&std::fs::read(computed.join(format!("{at}.xlsx"))).unwrap());
        let expected = cells(&write_xlsx(report).unwrap());
        let mut found = found.iter();
        for cell in &expected {
            let (sheet, row, column, value) = cell;
            let same = found.find(|one| (&one.0, &one.1, &one.2) == (sheet, row, column));
            let same = same.unwrap_or_else(|| panic!("workbook {at} lacks {cell:?}"));
            let is_same = match (value, &same.3) {
                (Data::Float(expected), Data::Float(computed)) => {
                    (expected - computed).abs() <= 1e-9 * expected.abs().max(1.0)
                }
                (expected, computed) => expected.to_string() == computed.to_string(),
            };
            assert!(is_same, "workbook {at}: {cell:?} became {:?}", same.3);
        }
    }
}

#[test]
#[ignore = "needs LibreOffice"]
fn every_document_opens_in_both_languages() {
    let folder = scratch_folder("libreoffice-documents");
    let mut count = 0;
    for (at, report) in reports().iter().enumerate() {
        for (format, bytes) in [
            ("xlsx", write_xlsx(report).unwrap()),
            ("pptx", write_pptx(report).unwrap()),
            ("docx", write_docx(report).unwrap()),
        ] {
            // A name of its own for each PDF.
            let name = format!("{at}-{format}.{format}");
            std::fs::write(folder.join(name), bytes).unwrap();
            count += 1;
        }
    }
    let printed = convert(&folder, "pdf");
    let files: Vec<PathBuf> = std::fs::read_dir(printed)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    assert_eq!(files.len(), count);
    for file in files {
        let bytes = std::fs::read(&file).unwrap();
        assert!(
            bytes.starts_with(b"%PDF") && bytes.len() > 10_000,
            "{}",
            file.display()
        );
    }
}
