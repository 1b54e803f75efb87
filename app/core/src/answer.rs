//! Levels and answers to single questions.

/// An answer level from 0 (absent) to 4 (measured and improved).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(u8);

impl Level {
    /// All levels in ascending order.
    pub const ALL: [Self; 5] = [Self(0), Self(1), Self(2), Self(3), Self(4)];
    /// The lowest level, 0.
    pub const LOWEST: Self = Self(0);
    /// The highest level, 4.
    pub const HIGHEST: Self = Self(4);

    /// Returns the level with this number, or `None` unless it is between 0 and 4.
    #[must_use]
    pub const fn new(level: u8) -> Option<Self> {
        if level <= 4 { Some(Self(level)) } else { None }
    }

    /// Returns the level for a number in a file. The number must be a whole one from 0 to 4; `3.0`
    /// is accepted as 3.
    pub(crate) fn from_number(number: f64) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|level| f64::from(level.0) == number)
    }

    /// Returns the level as a number from 0 to 4.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// Returns the value of the level in weighted means: its number divided by 4, from 0 to 1.
    #[must_use]
    pub fn fraction(self) -> f64 {
        f64::from(self.0) / 4.0
    }

    /// Returns the next higher level, or `None` for level 4.
    #[must_use]
    pub const fn next_higher(self) -> Option<Self> {
        Self::new(self.0.saturating_add(1))
    }

    /// Returns the next lower level, or `None` for level 0.
    #[must_use]
    pub const fn next_lower(self) -> Option<Self> {
        match self.0.checked_sub(1) {
            Some(lower) => Self::new(lower),
            None => None,
        }
    }
}

/// The answer to one question. A missing answer is represented as `None` of `Option<Answer>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// A known answer: one of the five levels.
    Level(Level),
    /// "Don't know". Treated like a missing answer in every computation.
    Unknown,
    /// Excludes the question from all computations. Accepted only where the model allows it.
    NotApplicable,
}

impl Answer {
    /// Returns the form value of the answer: `0` to `4`, `unknown` or `not_applicable`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Level(Level(0)) => "0",
            Self::Level(Level(1)) => "1",
            Self::Level(Level(2)) => "2",
            Self::Level(Level(3)) => "3",
            Self::Level(Level(_)) => "4",
            Self::Unknown => "unknown",
            Self::NotApplicable => "not_applicable",
        }
    }

    /// Parses the output of [`Self::as_str`]; `None` for any other text.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "0" => Some(Self::Level(Level(0))),
            "1" => Some(Self::Level(Level(1))),
            "2" => Some(Self::Level(Level(2))),
            "3" => Some(Self::Level(Level(3))),
            "4" => Some(Self::Level(Level(4))),
            "unknown" => Some(Self::Unknown),
            "not_applicable" => Some(Self::NotApplicable),
            _ => None,
        }
    }

    /// Returns the level of a known answer, or `None` for the other two kinds.
    #[must_use]
    pub const fn level(self) -> Option<Level> {
        match self {
            Self::Level(level) => Some(level),
            Self::Unknown | Self::NotApplicable => None,
        }
    }
}
