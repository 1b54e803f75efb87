//! The error of the tasks and of the journeys: a text for the person at the terminal.

use std::fmt::{self, Debug, Display};

/// What went wrong and what to do about it, as whole sentences.
pub struct Error(String);

/// The result of a task or of a step of a journey.
pub type Outcome<T = ()> = Result<T, Error>;

impl Error {
    /// An error with the text `sentence`.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// The same error with `more` on a further line.
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

/// Test harnesses print errors with `Debug`; escaped line ends would make them unreadable.
impl Debug for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl<E: std::error::Error> From<E> for Error {
    fn from(error: E) -> Self {
        // A browser's driver appends the stack of its own program.
        let text = error.to_string();
        let useful = text.split("Stacktrace:").next().unwrap_or_default();
        Self(useful.trim_end().to_owned())
    }
}

/// Adds to an error what was tried.
pub trait Context<T> {
    /// Turns an error into "`what`: the error".
    ///
    /// # Errors
    /// The same error, with `what` before it.
    fn context(self, what: impl Display) -> Outcome<T>;
}

impl<T, E: Display> Context<T> for Result<T, E> {
    fn context(self, what: impl Display) -> Outcome<T> {
        self.map_err(|error| Error(format!("{what}: {error}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_of_the_system_becomes_its_text_without_a_foreign_stack() {
        let error = std::io::Error::other("no such window\n  Stacktrace:\n#0 0x55");
        assert_eq!(Error::from(error).to_string(), "no such window");
    }

    #[test]
    fn context_precedes_an_error_and_details_follow_it() {
        let error: Result<(), _> = Err("refused");
        let error = error.context("Cannot write a.json").unwrap_err();
        let error = error.append("Seen then: a page");
        assert_eq!(
            format!("{error:?}"),
            "Cannot write a.json: refused\nSeen then: a page"
        );
    }
}
