//! The certificate as a standalone picture: a chat preview or an A4 page.
//!
//! It has the same content as the certificate on the page. Texts that do not fit are truncated with
//! an ellipsis; names are always drawn as text, never as markup.

mod a4;
mod hallmarks;
mod pen;
mod scale;
mod wide;

use crate::mark::Mark;
use crate::{Bar, Style};
use pen::Pen;

/// Content of a certificate, in the reader's language.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Certificate {
    /// Heading: "Certificate of assay".
    pub heading: String,
    /// Name of the assessed company.
    pub name: String,
    /// Industry and size; may be empty.
    pub detail: String,
    /// The hallmarks.
    pub hallmarks: Hallmarks,
    /// Name of the measure: "AI content".
    pub measure: String,
    /// The value with its unit, or a phrase if there is none.
    pub figure: String,
    /// The range of the value and its reason.
    pub range: String,
    /// Position on the scale of levels.
    pub scale: Scale,
    /// Meaning of the value; drawn on A4 only.
    pub meaning: String,
    /// The section scores.
    pub sections: Vec<Bar>,
    /// Heading of the path: "The path that fits".
    pub path_heading: String,
    /// Name of the recommendation.
    pub path: String,
    /// Confidence of the recommendation; may be empty.
    pub confidence: String,
    /// Assessor and date, and that the result is not verified.
    pub origin: String,
    /// Questionnaire id and version.
    pub model: String,
}

/// The texts in the hallmarks. The mark of the assay office, the letter A, has no text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Hallmarks {
    /// Initials, at most two letters; empty if there is no name.
    pub maker: String,
    /// AI content in per mille, or a dash.
    pub fineness: String,
    /// Last two digits of the year; empty if the year is unknown.
    pub year: String,
}

/// The scale of the AI content; all values in percent.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scale {
    /// Names of the five levels, each a fifth of the scale.
    pub levels: [String; 5],
    /// Index of the reached level.
    pub level: Option<usize>,
    /// The value.
    pub value: Option<f64>,
    /// The possible range: all open answers at their worst and best.
    pub possible: Option<(f64, f64)>,
    /// The plausible range: the middle nine tenths of the draws.
    pub plausible: Option<(f64, f64)>,
}

/// Format of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFormat {
    /// Link preview of chats and social networks: 1200 by 630 pixels.
    Wide,
    /// A4 portrait at 300 dots per inch.
    A4,
}

impl PictureFormat {
    /// Width and height in pixels.
    #[must_use]
    pub const fn size(self) -> (u32, u32) {
        match self {
            Self::Wide => (1200, 630),
            Self::A4 => (2480, 3508),
        }
    }

    /// Width and height of the drawing grid. Backend coordinates are integers, so a small picture
    /// is drawn on a grid finer than its pixels.
    #[must_use]
    pub const fn grid(self) -> (u32, u32) {
        match self {
            Self::Wide => (2400, 1260),
            Self::A4 => self.size(),
        }
    }

    /// Width in layout units.
    const fn layout_width(self) -> f64 {
        match self {
            Self::Wide => 1200.0,
            Self::A4 => 794.0,
        }
    }
}

/// The marks of a picture on its grid.
pub(crate) fn marks(sheet: PictureFormat, content: &Certificate, style: &Style) -> Vec<Mark> {
    let mut pen = Pen::new(f64::from(sheet.grid().0) / sheet.layout_width(), style);
    match sheet {
        PictureFormat::Wide => wide::draw(&mut pen, content),
        PictureFormat::A4 => a4::draw(&mut pen, content),
    }
    pen.marks
}
