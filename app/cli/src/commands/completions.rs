//! `assay completions`: prints a shell completion script.

use clap::CommandFactory;

use crate::args::{Arguments, Completions};
use crate::failure::{Failure, print};

pub(super) fn run(arguments: &Completions) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(
        arguments.shell,
        &mut Arguments::command(),
        "assay",
        &mut script,
    );
    print(&String::from_utf8_lossy(&script))
}
