//! `cargo xtask …`: parses the command line and runs the task. An error is printed and ends with
//! status 1, a wrong command line with status 2.

use std::process::ExitCode;

use xtask::checkout::Checkout;
use xtask::command_line::{self, Task};
use xtask::error::Outcome;
use xtask::finish::brand;
use xtask::{checks, product, serve, shots, size};

fn main() -> ExitCode {
    let task = match command_line::parse_arguments(std::env::args_os().skip(1)) {
        Ok(task) => task,
        Err(error) => {
            eprintln!("{error}\n\n{}", command_line::HELP);
            return ExitCode::from(2);
        }
    };
    match run(task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Outcome {
    let checkout = Checkout::current();
    match task {
        Task::Help => {
            println!("{}", command_line::HELP);
            Ok(())
        }
        Task::Serve(options) => serve::serve(&checkout, &options),
        Task::Build => product::build_for_hosting(&checkout),
        Task::Brand { files: own } => {
            brand::apply_brand_and_report(&checkout.dist(), own.as_deref())
        }
        Task::Test(choice) => checks::run_checks(&checkout, &choice),
        Task::Size => size::report(&checkout),
        Task::Shots { arguments: rest } => shots::take_screenshots(&checkout, &rest),
    }
}
