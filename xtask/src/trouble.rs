//! The one kind of error here: a sentence for the person at the terminal.

use std::fmt::{self, Display};

/// What went wrong, and what to do about it, as whole sentences.
#[derive(Debug)]
pub struct Trouble(String);

/// The result of everything that can fail here.
pub type Outcome<T = ()> = Result<T, Trouble>;

impl Trouble {
    /// An error that says `sentence`.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Trouble {}

/// Puts words before an error of the system.
pub trait OrSay<T> {
    /// Turns an error into "`what`: the error".
    ///
    /// # Errors
    /// The same error, with `what` before it.
    fn or_say(self, what: impl Display) -> Outcome<T>;
}

impl<T, E: Display> OrSay<T> for Result<T, E> {
    fn or_say(self, what: impl Display) -> Outcome<T> {
        self.map_err(|error| Trouble(format!("{what}: {error}")))
    }
}
