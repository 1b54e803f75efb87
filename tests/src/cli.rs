//! Runs the command line tool.

use std::io::Write as _;
use std::process::{Command, Stdio};

use xtask::checkout::Checkout;

use crate::{Error, Outcome};

/// Runs `assay` of this checkout with `input` as its standard input, and returns its standard
/// output without surrounding white space.
///
/// # Errors
/// The error output, if the status is not 0.
pub fn run_assay(arguments: &[&str], input: &str) -> Outcome<String> {
    let mut child = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--offline", "-p", "assay-cli", "--"])
        .args(arguments)
        .current_dir(Checkout::current().file("."))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input.as_bytes())?;
    }
    let ran = child.wait_with_output()?;
    if ran.status.success() {
        Ok(String::from_utf8_lossy(&ran.stdout).trim().to_owned())
    } else {
        Err(Error::new(String::from_utf8_lossy(&ran.stderr)))
    }
}
