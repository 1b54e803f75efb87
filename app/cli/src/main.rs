//! `assay`: the method on the command line, with the same core as the web app.
//!
//! [`args`] defines the arguments, [`commands`] has one module per command, [`lines`] scores JSON
//! Lines, [`cohort`] counts companies, [`report`] writes a result for people. Exit status: 0 success, 1 wrong input, 2 wrong
//! usage.

#![forbid(unsafe_code)]

mod args;
mod brand;
mod chart_picture;
mod cohort;
mod commands;
mod declared_format;
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
