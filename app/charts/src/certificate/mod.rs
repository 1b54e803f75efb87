//! The certificate as a picture of its own, to be sent or printed: for a chat's preview or on A4.
//!
//! It says what the certificate on the page says. Texts that do not fit are cut with an ellipsis,
//! and whatever stands in a name is text.

mod a4;
mod hallmarks;
mod pen;
mod scale;
mod wide;

use crate::mark::Mark;
use crate::{Bar, Style};
use pen::Pen;

/// What a certificate says, in the reader's language.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Certificate {
    /// What it is: "Certificate of assay".
    pub heading: String,
    /// Whose it is.
    pub name: String,
    /// More about them; may be empty.
    pub detail: String,
    /// The stamps.
    pub hallmarks: Hallmarks,
    /// What was measured: "AI content".
    pub measure: String,
    /// How much, with its unit, or a word for "not yet".
    pub figure: String,
    /// Between what it lies and why.
    pub range: String,
    /// Where it lies among the levels.
    pub scale: Scale,
    /// What that means; only A4 has room for it.
    pub meaning: String,
    /// What it is made of.
    pub sections: Vec<Bar>,
    /// What the path below is: "The path that fits".
    pub path_heading: String,
    /// The recommendation's name.
    pub path: String,
    /// How sure it is; may be empty.
    pub confidence: String,
    /// Who assessed and when, and that nobody verified it.
    pub origin: String,
    /// The questionnaire and its version.
    pub model: String,
}

/// Stamps as on silver; the office's own needs no text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Hallmarks {
    /// At most two letters.
    pub maker: String,
    /// Per mille, or a dash.
    pub fineness: String,
    /// Two digits; empty where the year is not known.
    pub year: String,
}

/// The scale of the measure, all in percent.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scale {
    /// The names of the five levels, each a fifth of the scale.
    pub levels: [String; 5],
    /// Which of them it is.
    pub level: Option<usize>,
    /// The figure itself.
    pub value: Option<f64>,
    /// The range that open answers allow.
    pub possible: Option<(f64, f64)>,
    /// The range in which it plausibly lies.
    pub plausible: Option<(f64, f64)>,
}

/// The shape of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFormat {
    /// As chats and social networks show a link: 1200 by 630.
    Wide,
    /// Paper, upright, at 300 dots an inch.
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

    /// Width and height in the coordinates in which it is drawn. They are whole numbers, so a
    /// small picture is drawn on a finer grid than its pixels.
    #[must_use]
    pub const fn grid(self) -> (u32, u32) {
        match self {
            Self::Wide => (2400, 1260),
            Self::A4 => self.size(),
        }
    }

    /// The width in the units in which its layout is written.
    const fn units(self) -> f64 {
        match self {
            Self::Wide => 1200.0,
            Self::A4 => 794.0,
        }
    }
}

/// The marks of a picture on its grid.
pub(crate) fn marks(sheet: PictureFormat, said: &Certificate, style: &Style) -> Vec<Mark> {
    let mut pen = Pen::new(f64::from(sheet.grid().0) / sheet.units(), style);
    match sheet {
        PictureFormat::Wide => wide::draw(&mut pen, said),
        PictureFormat::A4 => a4::draw(&mut pen, said),
    }
    pen.marks
}
