//! The command-line arguments.

mod files;
mod links;
mod reports;
mod score;
mod values;

pub(crate) use files::{Adapt, Check, Completions, Format, Schema};
pub(crate) use links::{Link, Open};
pub(crate) use reports::{Import, Report, ReportFormat};
pub(crate) use score::{Cohort, Score};

use clap::{Parser, Subcommand};

/// Compute how much of a company is AI, and what to do about it.
///
/// Reads assessments (assay.assessment/1), computes results (assay.result/1), checks
/// questionnaires (assay.model/1), writes and reads result links. The standard questionnaire is
/// built in. Nothing is sent anywhere.
#[derive(Debug, Parser)]
#[command(
    name = "assay",
    version,
    max_term_width = 80,
    after_help = "Exit status: 0 done; 1 the input is wrong, nothing was written to standard \
output; 2 wrong usage.\n\nFor examples: assay COMMAND --help"
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Score(Score),
    Cohort(Cohort),
    Check(Check),
    Adapt(Adapt),
    Schema(Schema),
    Link(Link),
    Open(Open),
    Report(Report),
    Import(Import),
    Completions(Completions),
}
