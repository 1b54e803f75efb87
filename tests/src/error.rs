//! The one error of a journey: a sentence that says what was seen.

use std::fmt::{self, Debug, Display};

/// Why a journey could not go on.
pub struct Error(String);

/// The result of everything that can fail here.
pub type Outcome<T = ()> = Result<T, Error>;

impl Error {
    /// An error that says `sentence`.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// The same, with `more` after it.
    #[must_use]
    pub fn append(self, more: impl Display) -> Self {
        Self(format!("{}\n{more}", self.0))
    }
}

impl Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Test harnesses print errors this way; escapes would make them unreadable.
impl Debug for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl<E: std::error::Error> From<E> for Error {
    fn from(error: E) -> Self {
        // The driver adds where in its own program it noticed.
        let said = error.to_string();
        let useful = said.split("Stacktrace:").next().unwrap_or_default();
        Self(useful.trim_end().to_owned())
    }
}
