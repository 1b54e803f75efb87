//! The sheet of scores: certificate, sections, AI content, and their charts.

use assay_core::Range;
use rust_xlsxwriter::Worksheet;

use super::WorkbookWriter;
use super::answers;
use super::formula::{Column, Row, cell, column_range, write_formula, write_header, write_text};
use super::state::{State, Sums};
use crate::Error;
use crate::content::SectionFigures;

const NAME: Column = 0;
const WEIGHT: Column = 1;
pub(super) const VALUE: Column = 2;
const LOW: Column = 3;
const HIGH: Column = 4;
const KNOWN: Column = 5;
const OPEN: Column = 6;
const POINTS: Column = 7;
const TERM_LOW: Column = 8;
const TERM: Column = 9;
const TERM_HIGH: Column = 10;
/// Number of the section; hidden.
const NUMBER: Column = 11;
/// The target of the section; empty unless sections have targets.
pub(super) const TARGET: Column = 12;

pub(super) const HEADER: Row = 8;
pub(super) const FIRST: Row = HEADER + 1;

impl WorkbookWriter<'_> {
    pub(super) fn last_section(&self) -> Row {
        let count = Row::try_from(self.figures.sections.len()).unwrap_or(Row::MAX);
        FIRST.saturating_add(count).saturating_sub(1)
    }

    pub(super) fn scores(&self, sheet: &mut Worksheet) -> Result<(), Error> {
        sheet.set_name(&self.names.scores)?;
        sheet.set_formula_result_default("");
        self.certificate(sheet)?;
        let columns = &self.labels.columns;
        let names = [
            &columns.section,
            &columns.weight,
            &columns.value,
            &columns.low,
            &columns.high,
            &columns.known,
            &columns.open,
            &columns.points,
        ];
        let names = names.into_iter().chain(&columns.terms);
        write_header(sheet, HEADER, names, &self.styles.header)?;
        for (row, (index, section)) in (FIRST..).zip(self.figures.sections.iter().enumerate()) {
            self.section(sheet, row, index, section)?;
        }
        let after = self.last_section().saturating_add(1);
        self.ai_content(sheet, after)?;
        self.tags(sheet, after.saturating_add(1))?;
        self.score_charts(sheet, after.saturating_add(4))?;
        sheet.set_column_width(NAME, 30)?;
        for column in WEIGHT..=TERM_HIGH {
            sheet.set_column_width(column, 12)?;
        }
        sheet.set_column_hidden(NUMBER)?;
        self.target_column(sheet)?;
        sheet.set_landscape();
        sheet.set_print_fit_to_pages(1, 0);
        Ok(())
    }

    fn certificate(&self, sheet: &mut Worksheet) -> Result<(), Error> {
        let certificate = &self.content.certificate;
        let styles = &self.styles;
        write_text(sheet, (0, 0), &self.content.company, &styles.title)?;
        let lines = [
            format!("{}. {}", certificate.heading, certificate.origin),
            format!("{}  {}", certificate.model, certificate.day)
                .trim_end()
                .to_owned(),
            self.content.recommendation.heading.clone(),
            certificate.confidence.clone(),
            self.labels.live.clone(),
        ];
        for (row, line) in (1..).zip(&lines) {
            write_text(sheet, (row, 0), line, &styles.note)?;
        }
        Ok(())
    }

    fn section(
        &self,
        sheet: &mut Worksheet,
        row: Row,
        index: usize,
        section: &SectionFigures,
    ) -> Result<(), Error> {
        let styles = &self.styles;
        write_text(sheet, (row, NAME), &section.title, &styles.text)?;
        sheet.write_number_with_format(row, WEIGHT, section.weight, &styles.number)?;
        let number = u32::try_from(index).unwrap_or(u32::MAX);
        sheet.write_number(row, NUMBER, number)?;
        let mut sums = Sums::default();
        for question in self
            .figures
            .questions
            .iter()
            .filter(|one| one.section == index)
        {
            sums.add(State::of(question), question.weight);
        }
        let selector = self.answers_range(answers::SECTION_NUMBER);
        self.sums(sheet, row, &selector, &cell(row, NUMBER), sums)?;
        self.means(sheet, row, section.range)?;
        self.terms(sheet, row, section)
    }

    /// Known, open and reached weight, summed over the answers that a column selects.
    fn sums(
        &self,
        sheet: &mut Worksheet,
        row: Row,
        selector: &str,
        selected: &str,
        sums: Sums,
    ) -> Result<(), Error> {
        let columns = [
            (KNOWN, answers::KNOWN, sums.known),
            (OPEN, answers::OPEN, sums.open),
            (POINTS, answers::POINTS, sums.points),
        ];
        for (column, of, result) in columns {
            let range = self.answers_range(of);
            let formula = format!("=SUMIFS({range},{selector},{selected})");
            write_formula(sheet, (row, column), &formula, result, &self.styles.number)?;
        }
        Ok(())
    }

    /// Value, lowest and highest of a weighted mean whose sums are in the same row.
    fn means(&self, sheet: &mut Worksheet, row: Row, range: Option<Range>) -> Result<(), Error> {
        let sums = [KNOWN, OPEN, POINTS].map(|column| cell(row, column));
        let columns = [VALUE, LOW, HIGH];
        for (column, (formula, result)) in columns.into_iter().zip(mean_formulas(&sums, range)) {
            write_formula(sheet, (row, column), &formula, result, &self.styles.percent)?;
        }
        Ok(())
    }

    /// The terms of the power mean.
    fn terms(
        &self,
        sheet: &mut Worksheet,
        row: Row,
        section: &SectionFigures,
    ) -> Result<(), Error> {
        let aggregation = self.figures.aggregation;
        let (power, shift) = (aggregation.power, aggregation.shift);
        let weight = cell(row, WEIGHT);
        let range = section.range;
        let columns = [
            (TERM_LOW, LOW, range.map(|range| range.low)),
            (TERM, VALUE, range.and_then(|range| range.value)),
            (TERM_HIGH, HIGH, range.map(|range| range.high)),
        ];
        for (column, of, percent) in columns {
            let of = cell(row, of);
            let term = if power == 0.0 {
                format!("LN({of}/100+{shift})")
            } else {
                format!("({of}/100+{shift})^{power}")
            };
            let result = percent.map_or(0.0, |percent| {
                section.weight * aggregation.transform(percent / 100.0)
            });
            let formula = format!("=IF(ISNUMBER({of}),{weight}*{term},0)");
            write_formula(sheet, (row, column), &formula, result, &self.styles.number)?;
        }
        Ok(())
    }

    fn ai_content(&self, sheet: &mut Worksheet, row: Row) -> Result<(), Error> {
        let range = self.figures.ai_content;
        let styles = &self.styles;
        let measure = &self.content.certificate.measure;
        write_text(sheet, (row, NAME), measure, &styles.strong)?;
        let column = |column| column_range(FIRST, self.last_section(), column);
        let (weights, low, value) = (column(WEIGHT), column(LOW), column(VALUE));
        let total = format!("SUMPRODUCT(ISNUMBER({low})*{weights})");
        // A section that counts without a value leaves the AI content without one.
        let missing = format!("SUMPRODUCT(ISNUMBER({low})*NOT(ISNUMBER({value})))>0");
        let mean = |terms: Column| self.power_mean(&format!("SUM({})/{total}", column(terms)));
        let formulas = [
            (
                VALUE,
                format!("=IF({total}=0,\"\",IF({missing},\"\",{}))", mean(TERM)),
                range.and_then(|range| range.value),
            ),
            (
                LOW,
                format!("=IF({total}=0,\"\",{})", mean(TERM_LOW)),
                range.map(|range| range.low),
            ),
            (
                HIGH,
                format!("=IF({total}=0,\"\",{})", mean(TERM_HIGH)),
                range.map(|range| range.high),
            ),
        ];
        for (column, formula, result) in formulas {
            let cell = (row, column);
            write_formula(sheet, cell, &formula, result, &styles.strong_percent)?;
        }
        Ok(())
    }

    /// The shifted power mean in percent from the mean of its terms.
    fn power_mean(&self, mean: &str) -> String {
        let aggregation = self.figures.aggregation;
        let (power, shift) = (aggregation.power, aggregation.shift);
        let inverse = if power == 0.0 {
            format!("EXP({mean})")
        } else {
            format!("({mean})^(1/{power})")
        };
        format!("100*MAX(0,MIN(1,{inverse}-{shift}))")
    }

    fn tags(&self, sheet: &mut Worksheet, first: Row) -> Result<(), Error> {
        let tags = assay_core::Tag::ALL.into_iter().zip(&self.labels.tags);
        for (row, ((tag, name), range)) in (first..).zip(tags.zip(self.figures.tags)) {
            write_text(sheet, (row, NAME), name, &self.styles.text)?;
            let mut sums = Sums::default();
            for question in self
                .figures
                .questions
                .iter()
                .filter(|one| one.tag == Some(tag))
            {
                sums.add(State::of(question), question.weight);
            }
            let selector = self.answers_range(answers::TAG);
            self.sums(
                sheet,
                row,
                &selector,
                &format!("\"{}\"", tag.as_str()),
                sums,
            )?;
            self.means(sheet, row, range)?;
        }
        Ok(())
    }

    /// A column of the sections, for charts.
    pub(super) fn sections_range(&self, column: Column) -> (String, Row, Column, Row, Column) {
        (
            self.names.scores.clone(),
            FIRST,
            column,
            self.last_section(),
            column,
        )
    }
}

/// Formulas and results of value, lowest and highest in percent, from the cells of known, open and
/// reached weight.
pub(super) fn mean_formulas(
    [known, open, points]: &[String; 3],
    range: Option<Range>,
) -> [(String, Option<f64>); 3] {
    let counts = format!("{known}+{open}>0");
    [
        (
            format!("=IF({known}>0,100*{points}/{known},\"\")"),
            range.and_then(|range| range.value),
        ),
        (
            format!("=IF({counts},100*{points}/({known}+{open}),\"\")"),
            range.map(|range| range.low),
        ),
        (
            format!("=IF({counts},100*({points}+{open})/({known}+{open}),\"\")"),
            range.map(|range| range.high),
        ),
    ]
}
