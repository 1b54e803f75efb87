//! Reads answers from a table and compares them with an assessment.

use assay_core::{Answer, Assessment, Level, Model, QuestionIx, decode_text};
use assay_formats::csv::is_computed;
use std::collections::BTreeMap;

use super::csv_table::read_csv;
use super::fault::{ImportFault, ImportFaultKind};
use super::table::TableRow;
use super::xlsx_table::find_in_sheets;
use crate::excel_limits::cell_text;
use crate::shorten::shorten;

/// Answers read from a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedAnswers {
    /// The answers, in the order of the rows.
    pub answers: Vec<ImportedAnswer>,
}

/// The answer of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedAnswer {
    /// The row as spreadsheets show it.
    pub row: u32,
    /// The question.
    pub question: QuestionIx,
    /// The answer; `None` for an empty cell.
    pub answer: Option<Answer>,
    /// The note; `None` if the table has no column of notes.
    pub note: Option<String>,
}

/// What a table would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerDifference {
    /// The row.
    pub row: u32,
    /// The question.
    pub question: QuestionIx,
    /// The present and the new answer, if they differ.
    pub answer: Option<(Option<Answer>, Option<Answer>)>,
    /// The present and the new note, if they differ.
    pub note: Option<(String, String)>,
}

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
        match table.read_row(model, row) {
            Ok(None) => {}
            Ok(Some(answer)) => match seen.insert(answer.question, row.number) {
                None => answers.push(answer),
                Some(first) => faults.push(repeated(model, &answer, first)),
            },
            Err(fault) => faults.push(fault),
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
    let (at, id, answer, note) = headings.find_map(|(at, row)| {
        let (id, answer) = (column(row, &ID_HEADINGS)?, column(row, ANSWER_HEADINGS)?);
        Some((at, id, answer, column(row, NOTE_HEADINGS)))
    })?;
    Some(Table {
        id,
        answer,
        note,
        has_apostrophes,
        rows: rows.into_iter().skip(at.saturating_add(1)).collect(),
    })
}

fn is_one_of(cell: &str, names: &[&str]) -> bool {
    let cell = cell.trim().to_lowercase();
    names.contains(&cell.as_str())
}

impl Table {
    fn note_text<'t>(&self, cell: &'t str) -> &'t str {
        if self.has_apostrophes {
            restore(cell)
        } else {
            cell
        }
    }

    /// The answer of a row; `None` for a row without an id and without an answer.
    fn read_row(
        &self,
        model: &Model,
        row: &TableRow,
    ) -> Result<Option<ImportedAnswer>, ImportFault> {
        let fault = |kind| Err(ImportFault::at(row.number, kind));
        let (id, answer) = (row.cell(self.id).trim(), row.cell(self.answer).trim());
        if id.is_empty() {
            return match answer {
                "" => Ok(None),
                _ => fault(ImportFaultKind::MissingId),
            };
        }
        let Some(question) = model.find_question(id) else {
            return fault(ImportFaultKind::UnknownQuestion { id: shorten(id) });
        };
        let Some(answer) = parse_answer(answer) else {
            return fault(ImportFaultKind::NotAnAnswer {
                found: shorten(answer),
            });
        };
        let is_allowed = model.question(question).not_applicable;
        if answer == Some(Answer::NotApplicable) && !is_allowed {
            return fault(ImportFaultKind::NotApplicableNotAllowed { id: shorten(id) });
        }
        Ok(Some(ImportedAnswer {
            row: row.number,
            question,
            answer,
            note: self
                .note
                .map(|column| self.note_text(row.cell(column)).to_owned()),
        }))
    }
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

impl ImportedAnswer {
    /// The note if it differs from the present one. A workbook holds a long note cut, which is no
    /// difference.
    fn changed_note(&self, present: &str) -> Option<&str> {
        let new = self.note.as_deref()?;
        (new != present && new != cell_text(present)).then_some(new)
    }
}

fn present_note(assessment: &Assessment, question: QuestionIx) -> &str {
    let note = assessment.notes.get(&question);
    note.map_or("", String::as_str)
}

impl ImportedAnswers {
    /// What the table would change in an assessment, in the order of its rows.
    #[must_use]
    pub fn changes(&self, assessment: &Assessment) -> Vec<AnswerDifference> {
        let differences = self.answers.iter().map(|imported| {
            let present = assessment.answers.get(imported.question);
            let note = present_note(assessment, imported.question);
            let new_note = imported.changed_note(note);
            AnswerDifference {
                row: imported.row,
                question: imported.question,
                answer: (present != imported.answer).then_some((present, imported.answer)),
                note: new_note.map(|new| (note.to_owned(), new.to_owned())),
            }
        });
        differences
            .filter(|one| one.answer.is_some() || one.note.is_some())
            .collect()
    }

    /// Writes the answers and notes into an assessment.
    pub fn apply(&self, assessment: &mut Assessment) {
        for imported in &self.answers {
            assessment.answers.set(imported.question, imported.answer);
            let note = present_note(assessment, imported.question);
            match imported.changed_note(note) {
                None => {}
                Some("") => drop(assessment.notes.remove(&imported.question)),
                Some(note) => {
                    assessment.notes.insert(imported.question, note.to_owned());
                }
            }
        }
    }
}
