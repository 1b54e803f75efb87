//! The sheets of texts: roadmap, method and trace.

use rust_xlsxwriter::Worksheet;

use super::WorkbookWriter;
use super::formula::{Row, fit_row, write_header, write_text, write_texts};
use crate::Error;
use crate::content::WaveContent;

impl WorkbookWriter<'_> {
    pub(super) fn roadmap(&self, sheet: &mut Worksheet) -> Result<(), Error> {
        sheet.set_name(&self.names.roadmap)?;
        let (plan, columns) = (&self.content.plan, &self.labels.columns);
        write_text(sheet, (0, 0), &plan.sentence, &self.styles.note)?;
        write_text(sheet, (1, 0), &self.labels.fixed, &self.styles.note)?;
        let names = [
            &columns.wave,
            &columns.action,
            &columns.effort,
            &columns.why,
            &columns.done,
            &self.content.certificate.measure,
        ];
        write_header(sheet, 3, names, &self.styles.header)?;
        let mut row: Row = 4;
        for wave in &plan.waves {
            row = self.wave(sheet, row, wave)?;
        }
        for question in &plan.questions {
            write_texts(sheet, row, ["", question], &self.styles.text)?;
            row = row.saturating_add(1);
        }
        for (column, width) in [(0, 10), (1, 46), (2, 10), (3, 46), (4, 46), (5, 12)] {
            sheet.set_column_width(column, width)?;
        }
        sheet.set_freeze_panes(4, 0)?;
        sheet.set_landscape();
        sheet.set_print_fit_to_pages(1, 0);
        Ok(())
    }

    /// Writes the actions of a wave, the last one with the AI content after it, and returns the next
    /// row.
    fn wave(&self, sheet: &mut Worksheet, first: Row, wave: &WaveContent) -> Result<Row, Error> {
        let styles = &self.styles;
        let mut row = first;
        for action in &wave.actions {
            let texts = [
                &wave.name,
                &action.title,
                &action.effort,
                &action.why,
                &action.done,
            ];
            write_texts(sheet, row, texts.map(String::as_str), &styles.text)?;
            let wrapped = [&action.title, &action.why, &action.done];
            fit_row(sheet, row, &wrapped.map(|text| (text.as_str(), 46)), 10)?;
            row = row.saturating_add(1);
        }
        if row > first {
            let last = row.saturating_sub(1);
            sheet.write_number_with_format(last, 5, wave.ai_content_after, &styles.percent)?;
        }
        Ok(row)
    }

    pub(super) fn method(&self, sheet: &mut Worksheet) -> Result<(), Error> {
        sheet.set_name(&self.names.method)?;
        let content = self.content;
        write_text(sheet, (0, 0), &content.method.heading, &self.styles.title)?;
        let found = content.recommendation.sentences.iter();
        let lines = [&content.finding.sentence]
            .into_iter()
            .chain(&content.finding.details)
            .chain(found)
            .chain(&content.recommendation.confidence)
            .chain(&content.method.sentences)
            .chain(&content.method.formulas)
            .chain([&content.method.trace, &self.labels.fixed]);
        for (row, line) in (2..).zip(lines) {
            write_text(sheet, (row, 0), line, &self.styles.plain)?;
            fit_row(sheet, row, &[(line, 120)], 10)?;
        }
        sheet.set_column_width(0, 120)?;
        sheet.set_landscape();
        sheet.set_print_fit_to_pages(1, 0);
        Ok(())
    }
}
