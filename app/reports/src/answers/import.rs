//! Reads answers from a table.

use assay_core::{Answer, Level, Model, QuestionIx, decode_text};
use assay_formats::csv::is_computed;
use std::collections::BTreeMap;

use super::changes::{ImportedAnswer, ImportedAnswers};
use super::csv_table::read_csv;
use super::evidence_columns::EvidenceColumns;
use super::fault::{ImportFault, ImportFaultKind};
use super::table::TableRow;
use super::xlsx_table::find_in_sheets;
use crate::shorten::shorten;

/// Headings of the columns as reports write them, in every language, and as files name them.
const ID_HEADINGS: [&str; 1] = ["id"];
const ANSWER_HEADINGS: &[&str] = &[
    "answer, 1 to 5",
    "answer",
    "答案（1 至 5）",
    "答案",
    "antwort, 1 bis 5",
    "antwort",
    "回答（1～5）",
    "回答",
];
const NOTE_HEADINGS: &[&str] = &["note", "notes", "备注", "notiz", "メモ"];
/// Words for answers that are no level.
const UNKNOWN_WORDS: &[&str] = &[
    "unknown",
    "don’t know",
    "don't know",
    "不清楚",
    "weiß nicht",
    "わからない",
];
const NOT_APPLICABLE_WORDS: &[&str] = &[
    "not_applicable",
    "not applicable",
    "不适用",
    "trifft nicht zu",
    "該当しない",
];

/// The headings are among the first rows.
const MAX_HEADING_ROW: usize = 20;

/// Reads the answers of a CSV file or a workbook that a report wrote.
///
/// Questions that the table does not list keep their answers; an empty cell means that the question
/// is open. Levels are 1 to 5, as on the pages.
///
/// # Errors
/// Every fault of the table, with its row.
pub fn read_answers(model: &Model, bytes: &[u8]) -> Result<ImportedAnswers, Vec<ImportFault>> {
    let table = find_table(bytes).map_err(|fault| vec![fault])?;
    let mut seen: BTreeMap<QuestionIx, u32> = BTreeMap::new();
    let (mut answers, mut faults) = (Vec::new(), Vec::new());
    for row in &table.rows {
        let Some(answer) = table.read_row(model, row, &mut faults) else {
            continue;
        };
        match seen.insert(answer.question, row.number) {
            None => answers.push(answer),
            Some(first) => faults.push(repeated(model, &answer, first)),
        }
    }
    if faults.is_empty() {
        Ok(ImportedAnswers { answers })
    } else {
        Err(faults)
    }
}

fn repeated(model: &Model, answer: &ImportedAnswer, first: u32) -> ImportFault {
    let id = model.question(answer.question).id.clone();
    ImportFault::at(answer.row, ImportFaultKind::RepeatedQuestion { id, first })
}

/// Rows below their headings.
struct Table {
    id: usize,
    answer: usize,
    note: Option<usize>,
    evidence: EvidenceColumns,
    /// Whether apostrophes keep spreadsheets from computing its texts.
    has_apostrophes: bool,
    rows: Vec<TableRow>,
}

fn find_table(bytes: &[u8]) -> Result<Table, ImportFault> {
    let table = if bytes.starts_with(b"PK") {
        find_in_sheets(bytes, |rows| find_headings(rows, false))?
    } else {
        let text =
            decode_text(bytes).map_err(|_| ImportFault::whole(ImportFaultKind::NotAWorkbook))?;
        find_headings(read_csv(&text)?, true)
    };
    table.ok_or(ImportFault::whole(ImportFaultKind::NoColumns))
}

fn find_headings(rows: Vec<TableRow>, has_apostrophes: bool) -> Option<Table> {
    let column =
        |row: &TableRow, names: &[&str]| row.cells.iter().position(|cell| is_one_of(cell, names));
    let mut headings = rows.iter().take(MAX_HEADING_ROW).enumerate();
    let (at, id, answer, note, evidence) = headings.find_map(|(at, row)| {
        let (id, answer) = (column(row, &ID_HEADINGS)?, column(row, ANSWER_HEADINGS)?);
        let evidence = EvidenceColumns::find(|names| column(row, names));
        Some((at, id, answer, column(row, NOTE_HEADINGS), evidence))
    })?;
    Some(Table {
        id,
        answer,
        note,
        evidence,
        has_apostrophes,
        rows: rows.into_iter().skip(at.saturating_add(1)).collect(),
    })
}

fn is_one_of(cell: &str, names: &[&str]) -> bool {
    let cell = cell.trim().to_lowercase();
    names.contains(&cell.as_str())
}

impl Table {
    /// The text of a cell that a person wrote.
    fn restored_text<'t>(&self, cell: &'t str) -> &'t str {
        if self.has_apostrophes {
            restore(cell)
        } else {
            cell
        }
    }

    /// Whether a row has neither an id nor anything that would be read.
    fn is_blank(&self, row: &TableRow) -> bool {
        let columns = [Some(self.id), Some(self.answer), self.note];
        let mut columns = columns.into_iter().chain(self.evidence.columns()).flatten();
        columns.all(|column| row.cell(column).trim().is_empty())
    }

    /// The answer of a row; `None` for a blank row, and for a faulty one, whose faults are added to
    /// `faults`.
    fn read_row(
        &self,
        model: &Model,
        row: &TableRow,
        faults: &mut Vec<ImportFault>,
    ) -> Option<ImportedAnswer> {
        if self.is_blank(row) {
            return None;
        }
        let (id, answer) = (row.cell(self.id).trim(), row.cell(self.answer).trim());
        let mut report = |kind| faults.push(ImportFault::at(row.number, kind));
        let evidence = self
            .evidence
            .read(row, |cell| self.restored_text(cell), &mut report);
        let entry = read_entry(model, id, answer).map_err(report).ok()?;
        let note = self.note.map(|column| self.restored_text(row.cell(column)));
        Some(ImportedAnswer {
            row: row.number,
            question: entry.0,
            answer: entry.1,
            note: note.map(str::to_owned),
            evidence,
        })
    }
}

/// The question with an id, and its answer.
fn read_entry(
    model: &Model,
    id: &str,
    answer: &str,
) -> Result<(QuestionIx, Option<Answer>), ImportFaultKind> {
    if id.is_empty() {
        return Err(ImportFaultKind::MissingId);
    }
    let question = model.find_question(id);
    let question = question.ok_or_else(|| ImportFaultKind::UnknownQuestion { id: shorten(id) })?;
    let answer = parse_answer(answer).ok_or_else(|| ImportFaultKind::NotAnAnswer {
        found: shorten(answer),
    })?;
    if answer == Some(Answer::NotApplicable) && !model.question(question).not_applicable {
        return Err(ImportFaultKind::NotApplicableNotAllowed { id: shorten(id) });
    }
    Ok((question, answer))
}

/// An answer, or nothing for an empty text; `None` if it is neither.
fn parse_answer(text: &str) -> Option<Option<Answer>> {
    if text.is_empty() {
        return Some(None);
    }
    if is_one_of(text, UNKNOWN_WORDS) {
        return Some(Some(Answer::Unknown));
    }
    if is_one_of(text, NOT_APPLICABLE_WORDS) {
        return Some(Some(Answer::NotApplicable));
    }
    let shown = text.strip_suffix(".0").unwrap_or(text);
    let level: u8 = shown.parse().ok()?;
    Some(Some(Answer::Level(Level::new(level.checked_sub(1)?)?)))
}

/// The text without the apostrophe that keeps a spreadsheet from computing it.
fn restore(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_computed(rest) => rest,
        _ => text,
    }
}
