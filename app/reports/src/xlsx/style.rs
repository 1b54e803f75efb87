//! Formats of cells.

use assay_config::Colour;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::brand::BrandColours;
use crate::content::ReportContent;

/// Formats in the owner's colours and font.
pub(super) struct Styles {
    pub(super) title: Format,
    pub(super) note: Format,
    pub(super) header: Format,
    pub(super) text: Format,
    pub(super) strong: Format,
    pub(super) input: Format,
    pub(super) number: Format,
    pub(super) percent: Format,
    pub(super) strong_percent: Format,
    pub(super) share: Format,
    pub(super) plain: Format,
}

pub(super) fn colour(colour: Colour) -> Color {
    let Colour(red, green, blue) = colour;
    Color::RGB(u32::from_be_bytes([0, red, green, blue]))
}

impl Styles {
    pub(super) fn new(content: &ReportContent) -> Self {
        let (brand, colours) = (&content.brand, content.brand.colours);
        let base = Format::new()
            .set_font_name(&brand.body_font)
            .set_font_size(10);
        let cell = ruled(&base, colours);
        let wrapped = cell.clone().set_text_wrap();
        let percent = cell.clone().set_num_format("0.0");
        let title = base
            .clone()
            .set_font_name(&brand.heading_font)
            .set_font_size(16)
            .set_bold();
        let header = base
            .clone()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter);
        Self {
            title: title.set_font_color(colour(colours.act)),
            note: base.clone().set_font_color(colour(colours.muted)),
            header: header
                .set_font_color(colour(colours.act_ink))
                .set_background_color(colour(colours.act)),
            strong: strong(&wrapped, colours),
            input: cell
                .clone()
                .set_align(FormatAlign::Center)
                .set_background_color(colour(colours.metal_wash))
                .set_unlocked(),
            number: cell.clone().set_num_format("0.###"),
            strong_percent: strong(&percent, colours),
            percent,
            share: cell.clone().set_num_format("0%"),
            plain: base.set_text_wrap().set_align(FormatAlign::Top),
            text: wrapped,
        }
    }
}

/// The format of a cell at the top of a row that a line ends.
fn ruled(base: &Format, colours: BrandColours) -> Format {
    let format = base.clone().set_align(FormatAlign::Top);
    let format = format.set_border_bottom(FormatBorder::Hair);
    format.set_border_bottom_color(colour(colours.rule))
}

/// The format of a sum.
fn strong(format: &Format, colours: BrandColours) -> Format {
    let format = format.clone().set_bold();
    format.set_background_color(colour(colours.act_wash))
}
