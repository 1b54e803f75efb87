//! The error type of all commands, and their exit status.

use std::io::{self, Write};
use std::process::ExitCode;

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The input is wrong: one line for each problem with place, cause and remedy. Status 1.
    #[error("{}", .0.join("\n"))]
    Input(Vec<String>),
    /// The arguments contradict each other. Status 2.
    #[error("{0}")]
    Usage(String),
    /// The problems are already printed. Status 1.
    #[error("")]
    Reported,
    /// The reader closed the pipe. Status 0, without a message.
    #[error("")]
    PipeClosed,
}

impl Failure {
    /// One problem of the input.
    pub(crate) fn input(what: impl Into<String>) -> Self {
        Self::Input(vec![what.into()])
    }

    /// Standard output could not be written.
    pub(crate) fn output(error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::PipeClosed
        } else {
            Self::input(format!("the output cannot be written: {error}"))
        }
    }

    /// Prints the messages to standard error and returns the exit status.
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

/// The text without control characters and bidirectional controls, so that a file cannot manipulate
/// the reader's terminal.
pub(crate) fn strip_control_characters(text: &str) -> String {
    let steers = |character: &char| {
        character.is_control()
            || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars()
        .filter(|character| !steers(character))
        .collect()
}

/// Prints lines to standard error, each with the program's name. Fails silently if standard error
/// is closed, since no channel is left.
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
