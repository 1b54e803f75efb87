//! Arguments of the commands on files and their formats: check, adapt, schema, completions.

use std::path::PathBuf;

use assay_locale::Language;
use clap::{Args, ValueEnum};

use super::values::parse_language;

/// Report everything that is wrong with a questionnaire, an assessment or a config.json.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  assay check acme.json
  assay check ours.json
  assay check --model ours.json acme.json
  assay check config.json

Every error is told with its place. What is odd about a file but no reason to
refuse it is told as a warning, and the exit status stays 0.")]
pub(crate) struct Check {
    /// Check an assessment against the questionnaire in this file, not the standard one.
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<PathBuf>,
    /// Write messages in this language, by its tag such as en or zh-CN.
    #[arg(long, value_name = "LANG", value_parser = parse_language)]
    pub(crate) lang: Option<Language>,
    /// The questionnaire, assessment or configuration; "-" reads standard input.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}

/// Copy an assessment to another version of its questionnaire.
///
/// Prints the copy. Answers and notes follow the ids of their questions and the changes of ids and
/// levels that the questionnaire declares; what the copy loses is reported on standard error.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  assay adapt acme-2025.json > acme-2026.json
  assay adapt --model ours.json acme.json | assay score --model ours.json -")]
pub(crate) struct Adapt {
    /// Copy to the questionnaire in this file, not to the standard one.
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<PathBuf>,
    /// Report losses in this language, by its tag such as en or zh-CN.
    #[arg(long, value_name = "LANG", value_parser = parse_language)]
    pub(crate) lang: Option<Language>,
    /// The assessment; "-" reads standard input.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}

/// Print the JSON Schema of a file format, for editors and validators.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  assay schema model > assay.model.schema.json
  assay schema result | jq '.properties | keys'")]
pub(crate) struct Schema {
    /// The format.
    #[arg(value_enum)]
    pub(crate) format: Format,
}

/// A file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A questionnaire, assay.model/1.
    Model,
    /// A company's answers, assay.assessment/1.
    Assessment,
    /// What follows from them, assay.result/1.
    Result,
}

/// Print a script that completes commands and options in a shell.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  assay completions bash > ~/.local/share/bash-completion/completions/assay
  assay completions zsh > ~/.zfunc/_assay
  assay completions fish > ~/.config/fish/completions/assay.fish")]
pub(crate) struct Completions {
    /// The shell.
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}
