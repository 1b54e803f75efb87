//! The sheet of criteria: each with the questions that it averages.

use rust_xlsxwriter::Worksheet;

use super::WorkbookWriter;
use super::answers;
use super::formula::{
    Column, Row, cell, column_range, fit_row, on_sheet, write_formula, write_header, write_text,
    write_texts,
};
use super::scores::mean_formulas;
use super::state::{State, Sums};
use crate::Error;
use crate::content::CriterionFigures;

const NAME: Column = 0;
const QUESTION: Column = 1;
const WEIGHT: Column = 2;
const KNOWN: Column = 3;
const OPEN: Column = 4;
const POINTS: Column = 5;
pub(super) const VALUE: Column = 6;
pub(super) const LOW: Column = 7;
pub(super) const HIGH: Column = 8;

const HEADER: Row = 2;

/// The rows of criteria on their sheet.
pub(super) struct Positions {
    criteria: Vec<Row>,
}

impl WorkbookWriter<'_> {
    pub(super) fn positions(&self) -> Positions {
        let mut next = HEADER + 1;
        let mut criteria = Vec::new();
        for criterion in &self.figures.criteria {
            criteria.push(next);
            let terms = Row::try_from(criterion.terms.len()).unwrap_or(Row::MAX);
            next = next.saturating_add(terms).saturating_add(1);
        }
        Positions { criteria }
    }

    /// A figure of a criterion.
    pub(super) fn criterion_cell(
        &self,
        positions: &Positions,
        criterion: usize,
        column: Column,
    ) -> String {
        let row = positions.criteria.get(criterion).copied().unwrap_or(HEADER);
        on_sheet(&self.names.criteria, &cell(row, column))
    }

    pub(super) fn criteria(
        &self,
        sheet: &mut Worksheet,
        positions: &Positions,
    ) -> Result<(), Error> {
        sheet.set_name(&self.names.criteria)?;
        sheet.set_formula_result_default("");
        write_text(sheet, (0, 0), &self.labels.live, &self.styles.note)?;
        let columns = &self.labels.columns;
        let names = [
            &columns.criterion,
            &columns.question,
            &columns.weight,
            &columns.known,
            &columns.open,
            &columns.points,
            &columns.value,
            &columns.low,
            &columns.high,
        ];
        write_header(sheet, HEADER, names, &self.styles.header)?;
        for (criterion, row) in self.figures.criteria.iter().zip(&positions.criteria) {
            self.criterion(sheet, *row, criterion)?;
        }
        let widths = [(NAME, 34.0), (QUESTION, 60.0)];
        for (column, width) in widths {
            sheet.set_column_width(column, width)?;
        }
        for column in WEIGHT..=HIGH {
            sheet.set_column_width(column, 11)?;
        }
        sheet.set_freeze_panes(HEADER + 1, 0)?;
        sheet.set_landscape();
        sheet.set_print_fit_to_pages(1, 0);
        Ok(())
    }

    fn criterion(
        &self,
        sheet: &mut Worksheet,
        row: Row,
        criterion: &CriterionFigures,
    ) -> Result<(), Error> {
        let styles = &self.styles;
        let mut sums = Sums::default();
        for (place, &(question, weight)) in (row.saturating_add(1)..).zip(&criterion.terms) {
            let Some(figures) = self.figures.questions.get(question) else {
                continue;
            };
            let state = State::of(figures);
            sums.add(state, weight);
            write_texts(sheet, place, ["", &*figures.text], &styles.text)?;
            fit_row(sheet, place, &[(&figures.text, 60)], 10)?;
            sheet.write_number_with_format(place, WEIGHT, weight, &styles.number)?;
            let asked = self.answers_cell(question, answers::ASKED);
            let answer = self.answers_cell(question, answers::ANSWER);
            let own = cell(place, WEIGHT);
            let known = format!("=IF(AND({asked}=1,ISNUMBER({answer})),{own},0)");
            let points = format!("=IF({}>0,{own}*({answer}-1)/4,0)", cell(place, KNOWN));
            let formulas = [
                (KNOWN, known, state.known(weight)),
                (
                    OPEN,
                    self.open_formula(figures, &asked, &answer, &own),
                    state.open(weight),
                ),
                (POINTS, points, state.points(weight)),
            ];
            for (column, formula, result) in formulas {
                write_formula(sheet, (place, column), &formula, result, &styles.number)?;
            }
        }
        write_texts(sheet, row, [&*criterion.name, "", ""], &styles.strong)?;
        let count = Row::try_from(criterion.terms.len()).unwrap_or(Row::MAX);
        self.criterion_sums(sheet, row, count, sums, criterion)
    }

    fn criterion_sums(
        &self,
        sheet: &mut Worksheet,
        row: Row,
        count: Row,
        sums: Sums,
        criterion: &CriterionFigures,
    ) -> Result<(), Error> {
        let styles = &self.styles;
        let columns = [
            (KNOWN, sums.known),
            (OPEN, sums.open),
            (POINTS, sums.points),
        ];
        for (column, result) in columns {
            let below = column_range(row.saturating_add(1), row.saturating_add(count), column);
            let formula = if count == 0 {
                "=0".to_owned()
            } else {
                format!("=SUM({below})")
            };
            write_formula(sheet, (row, column), &formula, result, &styles.strong)?;
        }
        let cells = [KNOWN, OPEN, POINTS].map(|column| cell(row, column));
        let formulas = mean_formulas(&cells, criterion.range);
        for (column, (formula, result)) in [VALUE, LOW, HIGH].into_iter().zip(formulas) {
            write_formula(
                sheet,
                (row, column),
                &formula,
                result,
                &styles.strong_percent,
            )?;
        }
        Ok(())
    }
}
