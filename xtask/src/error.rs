//! The one kind of error here: a sentence for the person at the terminal.

use std::fmt::{self, Display};

/// What went wrong, and what to do about it, as whole sentences.
#[derive(Debug)]
pub struct Error(String);

/// The result of everything that can fail here.
pub type Outcome<T = ()> = Result<T, Error>;

impl Error {
    /// An error that says `sentence`.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

/// Puts words before an error of the system.
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
