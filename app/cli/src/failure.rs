//! Why a command did not do what was asked, and the exit status that says so.

use std::io::{self, Write};
use std::process::ExitCode;

/// Why a command ends early.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The input is wrong: a line for each thing, saying where, what, and what to do. Status 1.
    #[error("{}", .0.join("\n"))]
    Input(Vec<String>),
    /// The command line asks for something that does not go together. Status 2.
    #[error("{0}")]
    Usage(String),
    /// All that had to be said was said already. Status 1.
    #[error("")]
    Reported,
    /// Whoever read the output has had enough, which is nothing to complain about.
    #[error("")]
    PipeClosed,
}

impl Failure {
    /// One thing wrong with the input.
    pub(crate) fn input(what: impl Into<String>) -> Self {
        Self::Input(vec![what.into()])
    }

    /// The output could not be written.
    pub(crate) fn output(error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::PipeClosed
        } else {
            Self::input(format!("the output cannot be written: {error}"))
        }
    }

    /// Says it on standard error, each line under the program's name.
    pub(crate) fn report(self) -> ExitCode {
        let (lines, status) = match self {
            Self::Input(lines) => (lines, 1),
            Self::Usage(line) => (vec![line, "try 'assay --help'".to_owned()], 2),
            Self::Reported => (Vec::new(), 1),
            Self::PipeClosed => (Vec::new(), 0),
        };
        print_errors(&lines);
        ExitCode::from(status)
    }
}

/// A text without what could steer a terminal: whoever wrote a file does not command the screen
/// of its reader.
pub(crate) fn strip_control_characters(text: &str) -> String {
    let steers = |character: &char| {
        character.is_control()
            || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars()
        .filter(|character| !steers(character))
        .collect()
}

/// Says something on standard error; if nobody listens, nobody misses it.
pub(crate) fn print_errors(lines: &[String]) {
    let text: String = lines
        .iter()
        .map(|line| format!("assay: {}\n", strip_control_characters(line)))
        .collect();
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Writes to standard output.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .map_err(|error| Failure::output(&error))
}
