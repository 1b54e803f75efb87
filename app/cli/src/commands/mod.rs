//! One module per command.

mod adapt;
mod check;
mod completions;
mod link;
mod open;
mod schema;
mod score;

use crate::args::Command;
use crate::failure::Failure;

/// Runs a command.
pub(crate) fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Score(asked) => score::run(&asked),
        Command::Adapt(asked) => adapt::run(&asked),
        Command::Check(asked) => check::run(&asked),
        Command::Schema(asked) => schema::run(&asked),
        Command::Link(asked) => link::run(&asked),
        Command::Open(asked) => open::run(&asked),
        Command::Completions(asked) => completions::run(&asked),
    }
}
