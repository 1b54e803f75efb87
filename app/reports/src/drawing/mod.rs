//! DrawingML that presentations and text documents share: charts with their workbooks, colours and
//! fonts.

mod chart;
mod theme;
mod workbook;

pub(crate) use chart::add_chart;
pub(crate) use theme::theme_xml;

use assay_config::Colour;

/// English Metric Units of a centimetre.
pub(crate) const CENTIMETRE: i64 = 360_000;

/// The colour as in `srgbClr`.
pub(crate) fn hex(colour: Colour) -> String {
    let Colour(red, green, blue) = colour;
    format!("{red:02X}{green:02X}{blue:02X}")
}
