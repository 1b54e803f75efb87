//! `assay`: the method in a terminal. The same core as the pages, with files and streams.
//!
//! [`args`] says what can be asked, [`commands`] holds a file for each command, [`lines`] scores
//! assessments by the million, [`report`] writes a result for people. Exit status: 0 done, 1 the
//! input is wrong, 2 wrong usage.

#![forbid(unsafe_code)]

mod args;
mod commands;
mod failure;
mod files;
mod lines;
mod models;
mod report;
mod schema;
mod seal;
mod texts;
mod wording;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let arguments = args::Arguments::parse();
    match commands::run(arguments.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
