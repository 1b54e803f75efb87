//! Prints the thousand results of the native build.

use std::io::{self, Write as _};
use std::process::ExitCode;

fn main() -> ExitCode {
    let lines = match assay_parity::result_lines() {
        Ok(lines) => lines,
        Err(problems) => {
            eprintln!("The standard model is broken: {problems}");
            return ExitCode::FAILURE;
        }
    };
    match io::stdout().write_all(lines.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Cannot write the results: {error}");
            ExitCode::FAILURE
        }
    }
}
