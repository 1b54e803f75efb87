//! Shapes of a slide: texts, rectangles, tables and charts.

use assay_config::Colour;
use assay_locale::Language;

use crate::drawing::hex;
use crate::fit::{FitParagraph, fit, height};
use crate::xml::escape;

/// English Metric Units of an inch, of which a slide is 13.333 wide and 7.5 high.
const INCH: f64 = 914_400.0;
/// Points of an inch.
const POINTS: f64 = 72.0;

/// Serifs are wider than the plain font, bold letters than light ones.
const HEADING_STRETCH: f64 = 1.15;
const BOLD_STRETCH: f64 = 1.06;

/// A rectangle in inches.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// A rectangle from its left, top, width and height in inches.
pub(super) const fn area(left: f64, top: f64, width: f64, height: f64) -> Area {
    Area {
        left,
        top,
        width,
        height,
    }
}

/// A rectangle from its left, top, width and height in English Metric Units.
pub(super) fn area_of_emu(left: i32, top: i32, width: i32, height: i32) -> Area {
    let [left, top, width, height] = [left, top, width, height].map(|side| f64::from(side) / INCH);
    area(left, top, width, height)
}

/// Inches in English Metric Units.
pub(super) fn emu(inches: f64) -> i64 {
    (inches * INCH).round() as i64
}

impl Area {
    pub(super) fn transform(self, element: &str) -> String {
        format!(
            "<{element}><a:off x=\"{}\" y=\"{}\"/><a:ext cx=\"{}\" cy=\"{}\"/></{element}>",
            emu(self.left),
            emu(self.top),
            emu(self.width),
            emu(self.height)
        )
    }

    /// Width and height in points.
    fn points(self) -> (f64, f64) {
        (self.width * POINTS, self.height * POINTS)
    }
}

/// A paragraph.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    pub(super) text: String,
    /// Factor of the box's font size.
    pub(super) scale: f64,
    /// Space after it, as a multiple of its font size.
    pub(super) after: f64,
    pub(super) colour: Colour,
    pub(super) bold: bool,
    pub(super) bullet: bool,
    /// Whether the font is that of headings.
    pub(super) heading: bool,
    pub(super) align: &'static str,
}

impl Paragraph {
    pub(super) fn new(text: impl Into<String>, colour: Colour) -> Self {
        Self {
            text: text.into(),
            scale: 1.0,
            after: 0.45,
            colour,
            bold: false,
            bullet: false,
            heading: false,
            align: "l",
        }
    }

    pub(super) fn bold(mut self) -> Self {
        self.bold = true;
        self
    }

    pub(super) fn bullet(mut self) -> Self {
        self.bullet = true;
        self
    }

    pub(super) fn heading(mut self) -> Self {
        self.heading = true;
        self
    }

    pub(super) fn scale(mut self, scale: f64) -> Self {
        self.scale = scale;
        self
    }

    pub(super) fn after(mut self, after: f64) -> Self {
        self.after = after;
        self
    }

    pub(super) fn centred(mut self) -> Self {
        self.align = "ctr";
        self
    }

    fn to_fit(&self) -> FitParagraph<'_> {
        FitParagraph {
            text: &self.text,
            scale: self.scale,
            after: self.after,
            bullet: self.bullet,
            stretch: if self.heading { HEADING_STRETCH } else { 1.0 }
                * if self.bold { BOLD_STRETCH } else { 1.0 },
        }
    }

    /// The paragraph at a font size in points.
    pub(super) fn to_xml(&self, size: u32, language: Language) -> String {
        let size = (f64::from(size) * self.scale * 100.0).round();
        let bullet = if self.bullet {
            "<a:buFont typeface=\"Arial\"/><a:buChar char=\"•\"/>"
        } else {
            "<a:buNone/>"
        };
        let indent = if self.bullet {
            let indent = (size / 100.0 * 0.9 * 12_700.0).round();
            format!(" marL=\"{indent}\" indent=\"-{indent}\"")
        } else {
            " marL=\"0\" indent=\"0\"".to_owned()
        };
        let after = (size * self.after).round();
        let bold = u8::from(self.bold);
        let fonts = if self.heading {
            "<a:latin typeface=\"+mj-lt\"/><a:ea typeface=\"+mj-ea\"/>"
        } else {
            "<a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/>"
        };
        let run = format!(
            "<a:rPr lang=\"{}\" altLang=\"en-US\" sz=\"{size}\" b=\"{bold}\" dirty=\"0\"><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill>{fonts}</a:rPr>",
            language.office_tag(),
            hex(self.colour)
        );
        let lines: Vec<String> = self
            .text
            .split('\n')
            .map(|line| format!("<a:r>{run}<a:t>{}</a:t></a:r>", escape(line)))
            .collect();
        format!(
            "<a:p><a:pPr algn=\"{}\"{indent}><a:spcBef><a:spcPts val=\"0\"/></a:spcBef><a:spcAft><a:spcPts val=\"{after}\"/></a:spcAft>{bullet}</a:pPr>{}</a:p>",
            self.align,
            lines.join("<a:br/>")
        )
    }
}

/// The font size at which paragraphs fit an area; `None` if they do not fit at `least`.
pub(super) fn fit_size(paragraphs: &[Paragraph], area: Area, most: u32, least: u32) -> Option<u32> {
    let paragraphs: Vec<FitParagraph<'_>> = paragraphs.iter().map(Paragraph::to_fit).collect();
    fit(&paragraphs, area.points(), most, least)
}

/// Height of paragraphs in inches at a font size, in a box of `width` inches.
pub(super) fn text_height(paragraphs: &[Paragraph], width: f64, size: u32) -> f64 {
    let paragraphs: Vec<FitParagraph<'_>> = paragraphs.iter().map(Paragraph::to_fit).collect();
    height(&paragraphs, width * POINTS, size) / POINTS
}
