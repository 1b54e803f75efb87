//! What can be wrong with a config, each with its place. Data; [`crate::fault`] says it.

use assay_core::json::Position;
use assay_core::{Problem, ProblemKind, Problems};

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// Where in the file: `brand.colours.light.act`; empty for the file as a whole.
    pub place: String,
    /// Its line and column, where they are known.
    pub position: Option<Position>,
    /// What it is.
    pub kind: FaultKind,
}

/// Everything that is wrong with a config; never empty.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("config.json has {} faults", .0.len())]
pub struct Faults(pub Vec<Fault>);

impl Faults {
    /// What can be wrong with any file.
    pub(crate) fn from_problems(problems: Problems) -> Self {
        let fault = |problem: Problem| Fault {
            place: problem.place,
            position: problem.position,
            kind: FaultKind::File(problem.kind),
        };
        Self(problems.0.into_iter().map(fault).collect())
    }
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Theme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// Its name in the file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq)]
#[allow(
    missing_docs,
    reason = "the fields are what the sentence of the variant names"
)]
pub enum FaultKind {
    /// What can be wrong with any file: its syntax, a shape, a field or word that is not allowed.
    File(ProblemKind),
    /// Not `#rgb` or `#rrggbb`.
    NotAColour { found: String },
    /// Two colours that cannot be told apart well enough.
    LowContrast {
        colour: &'static str,
        ground: &'static str,
        theme: Theme,
        ratio: f64,
        needed: f64,
    },
    /// Too few or too many characters.
    Length {
        found: usize,
        low: usize,
        high: usize,
    },
    /// More entries than there may be, or none where one is needed.
    Count {
        found: usize,
        low: usize,
        high: usize,
    },
    /// An entry that stands there twice.
    Repeated { found: String },
    /// Not a list of font families.
    NotFonts { found: String },
    /// Not the address of a file of the same site.
    NotSiteFile { found: String },
    /// Not an SVG or PNG.
    NotAPicture { found: String },
    /// Not an address that a visitor can be sent to.
    NotAnAddress { found: String },
    /// Not an origin as browsers write it.
    NotAnOrigin { found: String },
    /// A text of the interface that does not exist.
    UnknownText { key: String },
    /// A text that must say the same everywhere.
    FixedText { key: String },
    /// Other placeholders than the text needs.
    Placeholders {
        found: Vec<String>,
        needed: Vec<String>,
    },
    /// A language of the site without its text.
    MissingLanguage { language: &'static str },
}
