//! The sheet of targets and the targets beside the scores, as far as there are some.

use rust_xlsxwriter::{FormatAlign, Worksheet};

use super::formula::{fit_row, write_header, write_text, write_texts};
use super::{WorkbookWriter, scores};
use crate::Error;
use crate::content::TargetsContent;

/// Widths of the columns.
const WIDTHS: [u16; 5] = [46, 10, 22, 20, 40];

impl WorkbookWriter<'_> {
    /// The targets, if sections have some.
    pub(super) fn section_targets(&self) -> Option<&TargetsContent> {
        let targets = self.content.targets.as_ref()?;
        targets
            .sections
            .iter()
            .any(Option::is_some)
            .then_some(targets)
    }

    /// The targets of the sections, from which the charts take them.
    pub(super) fn target_column(&self, sheet: &mut Worksheet) -> Result<(), Error> {
        let Some(targets) = self.section_targets() else {
            return Ok(());
        };
        let heading = &targets.columns[0];
        write_text(
            sheet,
            (scores::HEADER, scores::TARGET),
            heading,
            &self.styles.header,
        )?;
        for (row, index) in (scores::FIRST..).zip(0..self.figures.sections.len()) {
            if let Some(percent) = targets.section_percent(index) {
                sheet.write_number_with_format(
                    row,
                    scores::TARGET,
                    percent,
                    &self.styles.percent,
                )?;
            }
        }
        sheet.set_column_width(scores::TARGET, 12)?;
        Ok(())
    }

    pub(super) fn targets(
        &self,
        sheet: &mut Worksheet,
        targets: &TargetsContent,
    ) -> Result<(), Error> {
        sheet.set_name(&self.names.targets)?;
        write_text(sheet, (0, 0), &self.labels.fixed, &self.styles.note)?;
        write_header(sheet, 2, &targets.table.columns, &self.styles.header)?;
        let beside_text = self.styles.text.clone().set_align(FormatAlign::Left);
        for (row, cells) in (3..).zip(&targets.table.rows) {
            write_texts(
                sheet,
                row,
                cells.iter().map(String::as_str),
                &self.styles.text,
            )?;
            if let Some(Ok(percent)) = cells.get(1).map(|target| target.parse::<f64>()) {
                sheet.write_number_with_format(row, 1, percent, &beside_text)?;
            }
            let widths = cells.iter().map(String::as_str).zip(WIDTHS);
            fit_row(sheet, row, &widths.collect::<Vec<_>>(), 10)?;
        }
        for (column, width) in (0..).zip(WIDTHS) {
            sheet.set_column_width(column, f64::from(width))?;
        }
        sheet.set_freeze_panes(3, 0)?;
        sheet.set_landscape();
        sheet.set_print_fit_to_pages(1, 0);
        Ok(())
    }
}
