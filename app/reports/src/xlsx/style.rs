//! Formats of cells.

use assay_config::Colour;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

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
        let cell = base
            .clone()
            .set_align(FormatAlign::Top)
            .set_border_bottom(FormatBorder::Hair)
            .set_border_bottom_color(colour(colours.rule));
        let wrapped = cell.clone().set_text_wrap();
        let wash = colour(colours.act_wash);
        Self {
            title: base
                .clone()
                .set_font_name(&brand.heading_font)
                .set_font_size(16)
                .set_bold()
                .set_font_color(colour(colours.act)),
            note: base.clone().set_font_color(colour(colours.muted)),
            header: base
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_font_color(colour(colours.act_ink))
                .set_background_color(colour(colours.act)),
            strong: wrapped.clone().set_bold().set_background_color(wash),
            input: cell
                .clone()
                .set_align(FormatAlign::Center)
                .set_background_color(colour(colours.metal_wash))
                .set_unlocked(),
            number: cell.clone().set_num_format("0.###"),
            percent: cell.clone().set_num_format("0.0"),
            strong_percent: cell
                .clone()
                .set_num_format("0.0")
                .set_bold()
                .set_background_color(wash),
            share: cell.clone().set_num_format("0%"),
            plain: base.set_text_wrap().set_align(FormatAlign::Top),
            text: wrapped,
        }
    }
}
