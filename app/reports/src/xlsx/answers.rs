//! The sheet of answers: the input of all other sheets.

use assay_core::Answer;
use rust_xlsxwriter::{DataValidation, Formula, Worksheet};

use super::WorkbookWriter;
use super::formula::{
    Column, Row, Value, absolute_column_range, cell, fit_row, on_sheet, quote, write_formula,
    write_header, write_text, write_texts,
};
use super::state::State;
use crate::Error;
use crate::answers::answer_cell;
use crate::content::QuestionFigures;
use crate::excel_limits::short_text;

const ID: Column = 0;
const SECTION: Column = 1;
const QUESTION: Column = 2;
pub(super) const ANSWER: Column = 3;
const MEANING: Column = 4;
const NOTE: Column = 5;
/// Link or file name, date and person of the evidence.
const EVIDENCE: [Column; 3] = [6, 7, 8];
const WEIGHT: Column = 9;
pub(super) const ASKED: Column = 10;
pub(super) const KNOWN: Column = 11;
pub(super) const OPEN: Column = 12;
pub(super) const POINTS: Column = 13;
const FIRST_LEVEL: Column = 14;
const LAST_LEVEL: Column = 18;
/// Number of the section, by which sums select their rows; hidden.
pub(super) const SECTION_NUMBER: Column = 19;
/// The tag in files; hidden.
pub(super) const TAG: Column = 20;
/// Whether "not applicable" is allowed, 1 or 0; hidden.
const ALLOWS_NOT_APPLICABLE: Column = 21;

/// The first row with a question.
const FIRST: Row = 1;

/// The row of a question.
pub(super) fn question_row(position: usize) -> Row {
    FIRST.saturating_add(Row::try_from(position).unwrap_or(Row::MAX))
}

impl WorkbookWriter<'_> {
    /// A column of the sheet of answers over all questions.
    pub(super) fn answers_range(&self, column: Column) -> String {
        let last = question_row(self.figures.questions.len().saturating_sub(1));
        let range = absolute_column_range(FIRST, last, column);
        on_sheet(&self.names.answers, &range)
    }

    /// A cell of the sheet of answers.
    pub(super) fn answers_cell(&self, question: usize, column: Column) -> String {
        on_sheet(&self.names.answers, &cell(question_row(question), column))
    }

    pub(super) fn answers(&self, sheet: &mut Worksheet) -> Result<(), Error> {
        sheet.set_name(&self.names.answers)?;
        sheet.set_formula_result_default("");
        self.answers_header(sheet)?;
        for (position, question) in self.figures.questions.iter().enumerate() {
            self.question(sheet, position, question)?;
        }
        self.answer_rule(sheet)?;
        let widths = [
            (ID, 16),
            (SECTION, 14),
            (QUESTION, 48),
            (ANSWER, 12),
            (MEANING, 40),
            (NOTE, 28),
            (EVIDENCE[0], 30),
            (EVIDENCE[1], 12),
            (EVIDENCE[2], 16),
            (WEIGHT, 8),
            (ASKED, 8),
            (KNOWN, 8),
            (OPEN, 8),
            (POINTS, 8),
        ];
        for (column, width) in widths {
            sheet.set_column_width(column, width)?;
        }
        for column in FIRST_LEVEL..=LAST_LEVEL {
            sheet.set_column_width(column, 30)?;
        }
        for column in [SECTION_NUMBER, TAG, ALLOWS_NOT_APPLICABLE] {
            sheet.set_column_hidden(column)?;
        }
        sheet.set_freeze_panes(FIRST, ANSWER)?;
        sheet.set_landscape();
        sheet.set_print_fit_to_pages(1, 0);
        let last_printed = match self.figures.has_evidence() {
            true => EVIDENCE[2],
            false => NOTE,
        };
        let last = question_row(self.figures.questions.len());
        sheet.set_print_area(0, 0, last, last_printed)?;
        sheet.set_repeat_rows(0, 0)?;
        Ok(())
    }

    fn answers_header(&self, sheet: &mut Worksheet) -> Result<(), Error> {
        let columns = &self.labels.columns;
        let [source, date, person] = &columns.evidence;
        let names = [
            &columns.id,
            &columns.section,
            &columns.question,
            &columns.answer,
            &columns.meaning,
            &columns.note,
            source,
            date,
            person,
            &columns.weight,
            &columns.asked,
            &columns.known,
            &columns.open,
            &columns.points,
        ];
        let names = names.into_iter().chain(&columns.levels);
        write_header(sheet, 0, names, &self.styles.header)?;
        Ok(())
    }

    fn question(
        &self,
        sheet: &mut Worksheet,
        position: usize,
        question: &QuestionFigures,
    ) -> Result<(), Error> {
        let (row, styles) = (question_row(position), &self.styles);
        let section = self.figures.sections.get(question.section);
        let title = section.map_or("", |section| section.title.as_str());
        let texts = [&*question.id, title, &*question.text];
        write_texts(sheet, row, texts, &styles.text)?;
        self.answer(sheet, row, question.answer)?;
        write_text(sheet, (row, NOTE), &question.note, &styles.text)?;
        let evidence = question.evidence_cells();
        for (column, text) in EVIDENCE.into_iter().zip(&evidence) {
            write_text(sheet, (row, column), text, &styles.text)?;
        }
        sheet.write_number_with_format(row, WEIGHT, question.weight, &styles.number)?;
        for (column, text) in (FIRST_LEVEL..).zip(&question.levels) {
            write_text(sheet, (row, column), text, &styles.text)?;
        }
        let number = u32::try_from(question.section).unwrap_or(u32::MAX);
        sheet.write_number(row, SECTION_NUMBER, number)?;
        if let Some(tag) = question.tag {
            sheet.write_string(row, TAG, tag.as_str())?;
        }
        let allows = u8::from(question.allows_not_applicable);
        sheet.write_number(row, ALLOWS_NOT_APPLICABLE, allows)?;
        let texts = [
            (question.text.as_str(), 48),
            (question.meaning().unwrap_or_default(), 40),
            (question.note.as_str(), 28),
            (evidence[0].as_str(), 30),
            (evidence[2].as_str(), 16),
        ];
        fit_row(sheet, row, &texts, 10)?;
        self.question_formulas(sheet, row, question)
    }

    /// The cell of an answer: a number from 1 to 5, a word, or an empty text.
    fn answer(&self, sheet: &mut Worksheet, row: Row, answer: Option<Answer>) -> Result<(), Error> {
        let input = &self.styles.input;
        if let Some(level) = answer.and_then(Answer::level) {
            let shown = level.get().saturating_add(1);
            sheet.write_number_with_format(row, ANSWER, shown, input)?;
        } else {
            let word = answer_cell(self.labels, answer);
            write_text(sheet, (row, ANSWER), &word, input)?;
        }
        Ok(())
    }

    fn question_formulas(
        &self,
        sheet: &mut Worksheet,
        row: Row,
        question: &QuestionFigures,
    ) -> Result<(), Error> {
        let at = |column| cell(row, column);
        let (answer, asked, weight) = (at(ANSWER), at(ASKED), at(WEIGHT));
        let levels = format!("{}:{}", at(FIRST_LEVEL), at(LAST_LEVEL));
        let meaning =
            format!("=IF(ISNUMBER({answer}),IFERROR(INDEX({levels},1,{answer}),\"\"),\"\")");
        let result = question.meaning().map(str::to_owned);
        let result = result.map_or(Value::Empty, Value::Text);
        write_formula(sheet, (row, MEANING), &meaning, result, &self.styles.text)?;
        let is_asked = f64::from(u8::from(question.is_visible));
        let known = format!("=IF(AND({asked}=1,ISNUMBER({answer})),{weight},0)");
        let open = self.open_formula(question, &asked, &answer, &weight);
        let points = format!("=IF({}>0,{weight}*({answer}-1)/4,0)", at(KNOWN));
        let state = State::of(question);
        let figures = [
            (ASKED, asked_formula(question.condition), is_asked),
            (KNOWN, known, state.known(question.weight)),
            (OPEN, open, state.open(question.weight)),
            (POINTS, points, state.points(question.weight)),
        ];
        for (column, formula, result) in figures {
            write_formula(sheet, (row, column), &formula, result, &self.styles.number)?;
        }
        Ok(())
    }

    /// The weight if the answer is open, else 0. Where "not applicable" is not allowed, it is open.
    pub(super) fn open_formula(
        &self,
        question: &QuestionFigures,
        asked: &str,
        answer: &str,
        weight: &str,
    ) -> String {
        let exception = if question.allows_not_applicable {
            format!(",{answer}<>{}", quote(&self.labels.not_applicable))
        } else {
            String::new()
        };
        format!("=IF(AND({asked}=1,NOT(ISNUMBER({answer})){exception}),{weight},0)")
    }

    /// Allows only answers in the column of answers, as an import reads them.
    fn answer_rule(&self, sheet: &mut Worksheet) -> Result<(), Error> {
        let labels = self.labels;
        let (first, allows) = (cell(FIRST, ANSWER), cell(FIRST, ALLOWS_NOT_APPLICABLE));
        let is_word = |word: &str| format!("{first}={}", quote(word));
        let mut unknown = is_word(&labels.unknown);
        // Keyboards have the straight apostrophe.
        let typed = labels.unknown.replace('\u{2019}', "'");
        if typed != labels.unknown {
            unknown = format!("{unknown},{}", is_word(&typed));
        }
        let not_applicable = is_word(&labels.not_applicable);
        let rule = format!(
            "=OR({unknown},AND({not_applicable},{allows}=1),AND(ISNUMBER({first}),IFERROR({first}=INT({first}),FALSE),IFERROR({first}>=1,FALSE),IFERROR({first}<=5,FALSE)))"
        );
        let mut validation = DataValidation::new().allow_custom(Formula::new(rule));
        validation = validation.set_input_message(short_text(&labels.answer_help))?;
        validation = validation.set_error_message(short_text(&labels.answer_fault))?;
        let last = question_row(self.figures.questions.len().saturating_sub(1));
        sheet.add_data_validation(FIRST, ANSWER, last, ANSWER, &validation)?;
        Ok(())
    }
}

/// 1 if the question is asked, else 0: always, or if another one has at least a level.
fn asked_formula(condition: Option<(usize, u8)>) -> String {
    let Some((other, at_least)) = condition else {
        return "=1".to_owned();
    };
    let other = question_row(other);
    let (asked, level) = (cell(other, ASKED), cell(other, ANSWER));
    format!("=IF(AND({asked}=1,ISNUMBER({level})),IF({level}-1>={at_least},1,0),0)")
}
