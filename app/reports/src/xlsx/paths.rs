//! The sheet of paths: fit, coverage, shortfall and status of each, with its criteria.

use assay_core::PathStatus;
use assay_core::near::{self, TOLERANCE};
use assay_core::score::MIN_COVERAGE;
use rust_xlsxwriter::Worksheet;

use super::WorkbookWriter;
use super::criteria::{self, Positions};
use super::formula::{
    Column, Row, Value, cell, column_range, quote, write_formula, write_header, write_text,
    write_texts,
};
use crate::Error;
use crate::content::{PathFigures, PathTerm};

const NAME: Column = 0;
const CRITERION: Column = 1;
const WEIGHT: Column = 2;
const THRESHOLD: Column = 3;
pub(super) const FIT: Column = 4;
const LOW: Column = 5;
const HIGH: Column = 6;
const COVERAGE: Column = 7;
const SHORTFALL: Column = 8;
const STATUS: Column = 9;
const RANK: Column = 10;
/// Whether a threshold has no value; hidden.
const UNVERIFIED: Column = 11;
/// The weight if the criterion counts; hidden.
const COUNTS: Column = 12;
/// The weight if the criterion has a value; hidden.
const KNOWN: Column = 13;

const HEADER: Row = 2;
/// The first of the four rows that sum the paths up.
pub(super) const FIRST: Row = HEADER + 1;
const DETAILS: Row = FIRST + 23;

impl WorkbookWriter<'_> {
    pub(super) fn paths(&self, sheet: &mut Worksheet, positions: &Positions) -> Result<(), Error> {
        sheet.set_name(&self.names.paths)?;
        sheet.set_formula_result_default("");
        let live = format!(
            "{} {}: {}",
            self.labels.live, self.labels.columns.rank, self.labels.fixed
        );
        write_text(sheet, (0, 0), &live, &self.styles.note)?;
        self.paths_header(sheet, HEADER)?;
        self.paths_header(sheet, DETAILS - 1)?;
        let mut row = DETAILS;
        for (summary, path) in (FIRST..).zip(&self.figures.paths) {
            self.path_summary(sheet, summary, row, path)?;
            self.path(sheet, row, path, positions)?;
            let terms = Row::try_from(path.terms.len()).unwrap_or(Row::MAX);
            row = row.saturating_add(terms).saturating_add(1);
        }
        self.path_chart(sheet, FIRST + 5)?;
        sheet.set_column_width(NAME, 28)?;
        sheet.set_column_width(CRITERION, 36)?;
        for column in WEIGHT..=RANK {
            sheet.set_column_width(column, 12)?;
        }
        for column in [UNVERIFIED, COUNTS, KNOWN] {
            sheet.set_column_hidden(column)?;
        }
        sheet.set_landscape();
        sheet.set_print_fit_to_pages(1, 0);
        Ok(())
    }

    fn paths_header(&self, sheet: &mut Worksheet, row: Row) -> Result<(), Error> {
        let columns = &self.labels.columns;
        let names = [
            &columns.path,
            &columns.criterion,
            &columns.weight,
            &columns.threshold,
            &columns.fit,
            &columns.low,
            &columns.high,
            &columns.coverage,
            &columns.shortfall,
            &columns.status,
            &columns.rank,
        ];
        write_header(sheet, row, names, &self.styles.header)?;
        Ok(())
    }

    /// The figures of a path, taken from its details.
    fn path_summary(
        &self,
        sheet: &mut Worksheet,
        row: Row,
        details: Row,
        path: &PathFigures,
    ) -> Result<(), Error> {
        let styles = &self.styles;
        write_texts(sheet, row, [&*path.name, "", "", ""], &styles.text)?;
        let fit = path.fit;
        let figures = [
            (FIT, fit.and_then(|fit| fit.value).into(), &styles.percent),
            (LOW, fit.map(|fit| fit.low).into(), &styles.percent),
            (HIGH, fit.map(|fit| fit.high).into(), &styles.percent),
            (COVERAGE, path.coverage.into(), &styles.share),
            (SHORTFALL, path.shortfall.into(), &styles.number),
            (
                STATUS,
                Value::Text(self.labels.status(path.status).to_owned()),
                &styles.text,
            ),
        ];
        for (column, result, format) in figures {
            let formula = format!("={}", cell(details, column));
            write_formula(sheet, (row, column), &formula, result, format)?;
        }
        sheet.write_number_with_format(row, RANK, path.rank, &styles.number)?;
        Ok(())
    }

    fn path(
        &self,
        sheet: &mut Worksheet,
        row: Row,
        path: &PathFigures,
        positions: &Positions,
    ) -> Result<(), Error> {
        for (place, term) in (row.saturating_add(1)..).zip(&path.terms) {
            self.path_term(sheet, place, term, positions)?;
        }
        let styles = &self.styles;
        write_texts(sheet, row, [&*path.name, "", "", ""], &styles.strong)?;
        for (column, formula, result) in self.path_formulas(row, path) {
            let format = match column {
                COVERAGE => &styles.share,
                STATUS | SHORTFALL => &styles.strong,
                _ => &styles.strong_percent,
            };
            write_formula(sheet, (row, column), &formula, result, format)?;
        }
        sheet.write_number_with_format(row, RANK, path.rank, &styles.strong)?;
        Ok(())
    }

    /// The figures of a path from the rows of its criteria, which follow.
    fn path_formulas(&self, row: Row, path: &PathFigures) -> [(Column, String, Value); 6] {
        let terms = Row::try_from(path.terms.len()).unwrap_or(Row::MAX);
        let below = |column| column_range(row.saturating_add(1), row.saturating_add(terms), column);
        let mean = |of: Column, weights: Column| {
            let (weights, of) = (below(weights), below(of));
            format!("=IF(SUM({weights})>0,SUMPRODUCT({weights},{of})/SUM({weights}),\"\")")
        };
        let (known, counts) = (below(KNOWN), below(COUNTS));
        let fit = path.fit;
        [
            (FIT, mean(FIT, KNOWN), fit.and_then(|fit| fit.value).into()),
            (LOW, mean(LOW, COUNTS), fit.map(|fit| fit.low).into()),
            (HIGH, mean(HIGH, COUNTS), fit.map(|fit| fit.high).into()),
            (
                COVERAGE,
                format!("=IF(SUM({counts})>0,SUM({known})/SUM({counts}),0)"),
                path.coverage.into(),
            ),
            (
                SHORTFALL,
                format!("=SUM({})", below(SHORTFALL)),
                path.shortfall.into(),
            ),
            (
                STATUS,
                self.status_formula(row, &below(SHORTFALL), &below(UNVERIFIED)),
                Value::Text(self.labels.status(path.status).to_owned()),
            ),
        ]
    }

    fn status_formula(&self, row: Row, shortfalls: &str, unverified: &str) -> String {
        let coverage = cell(row, COVERAGE);
        let name = |status| quote(self.labels.status(status));
        format!(
            "=IF({coverage}<{MIN_COVERAGE}-{TOLERANCE:E},{},IF(COUNTIF({shortfalls},\">0\")>0,{},IF(SUM({unverified})>0,{},{})))",
            name(PathStatus::Unknown),
            name(PathStatus::Blocked),
            name(PathStatus::Unverified),
            name(PathStatus::Open),
        )
    }

    fn path_term(
        &self,
        sheet: &mut Worksheet,
        row: Row,
        term: &PathTerm,
        positions: &Positions,
    ) -> Result<(), Error> {
        let styles = &self.styles;
        let criterion = self.figures.criteria.get(term.criterion);
        let name = criterion.map_or("", |criterion| criterion.name.as_str());
        write_texts(sheet, row, ["", name], &styles.text)?;
        sheet.write_number_with_format(row, WEIGHT, term.weight, &styles.number)?;
        match term.threshold {
            Some(threshold) => {
                sheet.write_number_with_format(
                    row,
                    THRESHOLD,
                    threshold * 100.0,
                    &styles.percent,
                )?;
            }
            None => {
                sheet.write_blank(row, THRESHOLD, &styles.percent)?;
            }
        }
        let range = criterion.and_then(|criterion| criterion.range);
        let value = range.and_then(|range| range.value);
        let figures = [
            (FIT, criteria::VALUE, value),
            (LOW, criteria::LOW, range.map(|range| range.low)),
            (HIGH, criteria::HIGH, range.map(|range| range.high)),
        ];
        for (column, of, result) in figures {
            let formula = format!("={}", self.criterion_cell(positions, term.criterion, of));
            write_formula(sheet, (row, column), &formula, result, &styles.percent)?;
        }
        self.path_term_flags(sheet, row, term, value, range.is_some())
    }

    fn path_term_flags(
        &self,
        sheet: &mut Worksheet,
        row: Row,
        term: &PathTerm,
        value: Option<f64>,
        counts: bool,
    ) -> Result<(), Error> {
        let at = |column| cell(row, column);
        let (fit, low, needed, weight) = (at(FIT), at(LOW), at(THRESHOLD), at(WEIGHT));
        let unverified = term.threshold.is_some() && counts && value.is_none();
        let weight_if = |condition: bool| if condition { term.weight } else { 0.0 };
        let short = format!("{needed}/100-{fit}/100");
        let short = format!(
            "=IF(AND(ISNUMBER({needed}),ISNUMBER({fit})),IF({short}>{TOLERANCE:E},{short},0),0)"
        );
        let formulas = [
            (SHORTFALL, short, shortfall(term.threshold, value)),
            (
                UNVERIFIED,
                format!("=IF(AND(ISNUMBER({needed}),ISNUMBER({low}),NOT(ISNUMBER({fit}))),1,0)"),
                f64::from(u8::from(unverified)),
            ),
            (
                COUNTS,
                format!("=IF(ISNUMBER({low}),{weight},0)"),
                weight_if(counts),
            ),
            (
                KNOWN,
                format!("=IF(ISNUMBER({fit}),{weight},0)"),
                weight_if(value.is_some()),
            ),
        ];
        for (column, formula, result) in formulas {
            write_formula(sheet, (row, column), &formula, result, &self.styles.number)?;
        }
        Ok(())
    }

    /// A column of the four paths, for the chart.
    pub(super) fn paths_range(&self, column: Column) -> (String, Row, Column, Row, Column) {
        (self.names.paths.clone(), FIRST, column, FIRST + 3, column)
    }
}

/// The difference to a threshold that a value in percent misses, else 0.
fn shortfall(threshold: Option<f64>, percent: Option<f64>) -> f64 {
    match (threshold, percent.map(|percent| percent / 100.0)) {
        (Some(needed), Some(value)) if near::less_than(value, needed) => needed - value,
        _ => 0.0,
    }
}
