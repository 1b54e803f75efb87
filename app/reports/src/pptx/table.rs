//! Tables of a slide.

use assay_locale::Language;

use super::shape::{Area, Paragraph, emu};
use crate::brand::BrandColours;
use crate::content::{ReportContent, Table};
use crate::drawing::hex;
use crate::fit::{line_count, line_height};

/// Inner margins of a cell in inches, left and right together, and top and bottom together.
const MARGINS: (f64, f64) = (0.2, 0.12);

/// The table at the largest font size from `most` down to `least` at which it fits the area.
/// If it does not fit at `least`, its last row counts the rows that are left out.
pub(super) fn table_xml(
    content: &ReportContent,
    table: &Table,
    area: Area,
    (most, least): (u32, u32),
) -> String {
    let widths = column_widths(table, area.width);
    let heights = |size: u32| -> Vec<f64> {
        let rows = std::iter::once(&table.columns).chain(&table.rows);
        rows.map(|cells| row_height(cells, &widths, size)).collect()
    };
    let fits = |size: &u32| heights(*size).iter().sum::<f64>() <= area.height;
    let fitting = (least..=most).rev().find(fits);
    let style = CellStyle {
        colours: content.brand.colours,
        language: content.language,
        size: fitting.unwrap_or(least),
    };
    let heights = heights(style.size);
    let total = table.rows.len();
    let more = |left_out: usize| content.labels.more(left_out);
    let more_height = row_height(&[more(total)], &[area.width], style.size);
    let shown = match fitting {
        Some(_) => total,
        None => fitting_rows(&heights, area.height - more_height),
    };
    let mut rows: String = std::iter::once(&table.columns)
        .chain(table.rows.iter().take(shown))
        .zip(&heights)
        .enumerate()
        .map(|(index, (cells, height))| style.row_xml(table, cells, *height, index == 0))
        .collect();
    if shown < total {
        let text = more(total - shown);
        rows.push_str(&style.merged_row_xml(&text, more_height, widths.len()));
    }
    let column = |width: &f64| format!("<a:gridCol w=\"{}\"/>", emu(*width));
    let columns: String = widths.iter().map(column).collect();
    format!("<a:tbl><a:tblPr firstRow=\"1\"/><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>")
}

/// Widths of the columns in inches.
fn column_widths(table: &Table, width: f64) -> Vec<f64> {
    let total: u32 = table.widths.iter().sum();
    let share = |part: &u32| width * f64::from(*part) / f64::from(total.max(1));
    table.widths.iter().map(share).collect()
}

/// The number of rows below the headings that fit a height in inches; `heights` begins with that of
/// the headings.
fn fitting_rows(heights: &[f64], height: f64) -> usize {
    let mut left = height;
    let fits = heights.iter().take_while(|height| {
        left -= **height;
        left >= 0.0
    });
    fits.count().saturating_sub(1)
}

fn row_height(cells: &[String], widths: &[f64], size: u32) -> f64 {
    let size = f64::from(size);
    let heights = cells.iter().zip(widths).map(|(cell, width)| {
        let width = (width - MARGINS.0) * 72.0;
        let lines = line_count(cell, width.max(size), size).max(1);
        lines as f64 * line_height(cell)
    });
    heights.fold(1.0, f64::max) * size / 72.0 + MARGINS.1
}

/// How the cells of a table look.
struct CellStyle {
    colours: BrandColours,
    language: Language,
    /// Font size in points.
    size: u32,
}

impl CellStyle {
    fn row_xml(&self, table: &Table, cells: &[String], height: f64, is_header: bool) -> String {
        let cells: String = cells
            .iter()
            .zip(&table.numeric)
            .map(|(cell, numeric)| {
                self.cell_xml(&self.paragraph(cell, *numeric, is_header), "", is_header)
            })
            .collect();
        format!("<a:tr h=\"{}\">{cells}</a:tr>", emu(height))
    }

    /// A row with one text over all columns.
    fn merged_row_xml(&self, text: &str, height: f64, columns: usize) -> String {
        let mut paragraph = self.paragraph(text, false, false);
        paragraph.colour = self.colours.muted;
        let first = self.cell_xml(&paragraph, &format!(" gridSpan=\"{columns}\""), false);
        let merged = self.cell_xml(&self.paragraph("", false, false), " hMerge=\"1\"", false);
        let merged = merged.repeat(columns.saturating_sub(1));
        format!("<a:tr h=\"{}\">{first}{merged}</a:tr>", emu(height))
    }

    fn paragraph(&self, text: &str, is_numeric: bool, is_header: bool) -> Paragraph {
        let colour = if is_header {
            self.colours.act_ink
        } else {
            self.colours.ink
        };
        let mut paragraph = Paragraph::new(text, colour).after(0.0);
        paragraph.bold = is_header;
        if is_numeric {
            paragraph.align = "r";
        }
        paragraph
    }

    fn cell_xml(&self, paragraph: &Paragraph, attributes: &str, is_header: bool) -> String {
        let fill = if is_header {
            format!(
                "<a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill>",
                hex(self.colours.act)
            )
        } else {
            "<a:noFill/>".to_owned()
        };
        let none = |side: &str| format!("<a:{side} w=\"0\"><a:noFill/></a:{side}>");
        let rule = format!(
            "<a:lnB w=\"6350\"><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill></a:lnB>",
            hex(self.colours.rule)
        );
        format!(
            "<a:tc{attributes}><a:txBody><a:bodyPr/><a:lstStyle/>{}</a:txBody><a:tcPr marL=\"91440\" marR=\"91440\" marT=\"54864\" marB=\"54864\" anchor=\"t\">{}{}{}{rule}{fill}</a:tcPr></a:tc>",
            paragraph.to_xml(self.size, self.language),
            none("lnL"),
            none("lnR"),
            none("lnT")
        )
    }
}
