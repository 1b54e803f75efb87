//! DrawingML that presentations and text documents share: charts with their workbooks, colours and
//! fonts, and tags of languages.

mod chart;
mod theme;
mod workbook;

pub(crate) use chart::add_chart;
pub(crate) use theme::theme_xml;

use assay_config::Colour;
use assay_locale::Language;

/// English Metric Units of a centimetre.
pub(crate) const CENTIMETRE: i64 = 360_000;

/// The colour as in `srgbClr`.
pub(crate) fn hex(colour: Colour) -> String {
    let Colour(red, green, blue) = colour;
    format!("{red:02X}{green:02X}{blue:02X}")
}

/// The tag of a language that office programs know.
pub(crate) fn language_tag(language: Language) -> &'static str {
    match language {
        Language::English => "en-US",
        Language::Chinese => "zh-CN",
    }
}
