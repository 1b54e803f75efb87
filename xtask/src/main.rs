//! `cargo xtask …`: reads the command line, does it, and ends with a sentence
//! and status 1 where that is not possible.

use std::process::ExitCode;

use xtask::command_line::{self, Task};
use xtask::finish::brand;
use xtask::places::Places;
use xtask::trouble::Outcome;
use xtask::{checks, product, serve, shots, size};

fn main() -> ExitCode {
    let task = match command_line::read(std::env::args_os().skip(1)) {
        Ok(task) => task,
        Err(trouble) => {
            eprintln!("{trouble}\n\n{}", command_line::HELP);
            return ExitCode::from(2);
        }
    };
    match run(task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Outcome {
    let places = Places::of_this_checkout();
    match task {
        Task::Help => {
            println!("{}", command_line::HELP);
            Ok(())
        }
        Task::Serve(wishes) => serve::serve(&places, &wishes),
        Task::Build => product::build_for_hosting(&places),
        Task::Brand { own } => brand::brand_and_say(&places.dist(), own.as_deref()),
        Task::Test(choice) => checks::test(&places, &choice),
        Task::Size => size::report(&places),
        Task::Shots { rest } => shots::take(&places, &rest),
    }
}
