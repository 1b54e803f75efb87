//! One module per command.

mod adapt;
mod check;
mod cohort;
mod completions;
mod import;
mod link;
mod open;
mod report;
mod schema;
mod score;

use crate::args::Command;
use crate::failure::Failure;

/// Runs a command.
pub(crate) fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Score(arguments) => score::run(&arguments),
        Command::Cohort(arguments) => cohort::run(&arguments),
        Command::Adapt(arguments) => adapt::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Link(arguments) => link::run(&arguments),
        Command::Open(arguments) => open::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Report(arguments) => report::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
    }
}
