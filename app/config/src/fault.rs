//! The faults of a configuration, each with its place. Data only; [`crate::describe_fault`]
//! describes them.

use assay_core::json::Position;
use assay_core::{Problem, ProblemKind, Problems};

/// A fault of a configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// Place in the file: `brand.colours.light.act`; empty for the file as a whole.
    pub place: String,
    /// Line and column, if known.
    pub position: Option<Position>,
    /// Kind of fault.
    pub kind: FaultKind,
}

/// All faults of a configuration; never empty.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("config.json has {} faults", .0.len())]
pub struct Faults(pub Vec<Fault>);

impl Faults {
    /// The faults of a file that is not valid JSON.
    pub(crate) fn from_problems(problems: Problems) -> Self {
        let fault = |problem: Problem| Fault {
            place: problem.place,
            position: problem.position,
            kind: FaultKind::File(problem.kind),
        };
        Self(problems.0.into_iter().map(fault).collect())
    }
}

/// Colour theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark text on a light background.
    Light,
    /// Light text on a dark background.
    Dark,
}

impl Theme {
    /// Both themes.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// Name in the file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Kind of fault.
#[derive(Debug, Clone, PartialEq)]
#[allow(
    missing_docs,
    reason = "the fields are what the sentence of the variant names"
)]
pub enum FaultKind {
    /// A fault of any file: syntax, a wrong type, an unknown field or word.
    File(ProblemKind),
    /// Not `#rgb` or `#rrggbb`.
    NotAColour { found: String },
    /// Two colours with too little contrast.
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
    /// Too few or too many entries.
    Count {
        found: usize,
        low: usize,
        high: usize,
    },
    /// A repeated entry.
    Repeated { found: String },
    /// Not a list of font families.
    NotFonts { found: String },
    /// Not the address of a file on the same site.
    NotSiteFile { found: String },
    /// Not an SVG or PNG.
    NotAPicture { found: String },
    /// Not an address that a link may have.
    NotAnAddress { found: String },
    /// Not an origin in the notation of browsers.
    NotAnOrigin { found: String },
    /// An interface text that does not exist.
    UnknownText { key: String },
    /// An interface text that must not be changed.
    FixedText { key: String },
    /// Placeholders other than those of the text.
    Placeholders {
        found: Vec<String>,
        needed: Vec<String>,
    },
    /// A text is missing in a language of the site.
    MissingLanguage { language: &'static str },
}
