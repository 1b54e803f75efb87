//! Tables of a slide.

use assay_locale::Language;

use super::shape::{Area, Paragraph, emu};
use crate::brand::BrandColours;
use crate::content::Table;
use crate::drawing::hex;
use crate::fit::{line_count, line_height};

/// Inner margins of a cell in inches, left and right together, and top and bottom together.
const MARGINS: (f64, f64) = (0.2, 0.12);

/// The table at the largest font size from `most` down to `least` at which it fits the area; rows
/// that do not fit at `least` are left out.
pub(super) fn table_xml(
    table: &Table,
    area: Area,
    colours: BrandColours,
    language: Language,
    (most, least): (u32, u32),
) -> String {
    let total: u32 = table.widths.iter().sum();
    let widths: Vec<f64> = table
        .widths
        .iter()
        .map(|width| area.width * f64::from(*width) / f64::from(total.max(1)))
        .collect();
    let heights = |size: u32| -> Vec<f64> {
        let rows = std::iter::once(&table.columns).chain(&table.rows);
        rows.map(|cells| row_height(cells, &widths, size)).collect()
    };
    let fits = |size: &u32| heights(*size).iter().sum::<f64>() <= area.height;
    let size = (least..=most).rev().find(fits).unwrap_or(least);
    let columns: String = widths
        .iter()
        .map(|width| format!("<a:gridCol w=\"{}\"/>", emu(*width)))
        .collect();
    let mut left = area.height;
    let rows = std::iter::once(&table.columns).chain(&table.rows);
    let rows: String = rows
        .zip(heights(size))
        .enumerate()
        .take_while(|(_, (_, height))| {
            left -= height;
            left > -0.01
        })
        .map(|(index, (cells, height))| {
            let cells: String = cells
                .iter()
                .zip(&table.numeric)
                .map(|(cell, numeric)| {
                    cell_xml(cell, *numeric, index == 0, colours, size, language)
                })
                .collect();
            format!("<a:tr h=\"{}\">{cells}</a:tr>", emu(height))
        })
        .collect();
    format!("<a:tbl><a:tblPr firstRow=\"1\"/><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>")
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

fn cell_xml(
    text: &str,
    numeric: bool,
    is_header: bool,
    colours: BrandColours,
    size: u32,
    language: Language,
) -> String {
    let colour = if is_header {
        colours.act_ink
    } else {
        colours.ink
    };
    let mut paragraph = Paragraph::new(text, colour).after(0.0);
    paragraph.bold = is_header;
    if numeric {
        paragraph.align = "r";
    }
    let fill = if is_header {
        format!(
            "<a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill>",
            hex(colours.act)
        )
    } else {
        "<a:noFill/>".to_owned()
    };
    let none = |side: &str| format!("<a:{side} w=\"0\"><a:noFill/></a:{side}>");
    let rule = format!(
        "<a:lnB w=\"6350\"><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill></a:lnB>",
        hex(colours.rule)
    );
    format!(
        "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{}</a:txBody><a:tcPr marL=\"91440\" marR=\"91440\" marT=\"54864\" marB=\"54864\" anchor=\"t\">{}{}{}{rule}{fill}</a:tcPr></a:tc>",
        paragraph.to_xml(size, language),
        none("lnL"),
        none("lnR"),
        none("lnT")
    )
}
