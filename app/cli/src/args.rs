//! The command-line arguments.

use std::path::PathBuf;

use assay_core::{Day, Stance};
use assay_locale::Language;
use clap::{Args, Parser, Subcommand, ValueEnum};

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

/// Compute the result of an assessment.
///
/// Without options the result is JSON, the same numbers on every machine.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  assay score acme.json
  assay score --text --lang zh-CN acme.json
  assay score --full acme.json | jq .roadmap
  assay score --model ours.json --draws 0 - < acme.json
  assay score --lines --draws 100 < companies.jsonl > results.jsonl

With --lines each line of the input is an assessment and each line of the output
its result, in the same order; a field \"ref\" is given back. A line that is no
assessment becomes {\"error\":\"…\",\"line\":7}, the rest goes on, and the exit status
is 1 at the end.")]
pub(crate) struct Score {
    /// Use the questionnaire in this file instead of the standard one.
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<PathBuf>,
    /// Look at the company from this side, whatever its profile says.
    #[arg(long, value_name = "SIDE", value_parser = stance_parser())]
    pub(crate) stance: Option<Stance>,
    /// Number of simulation draws for the confidence; 0 for none.
    #[arg(long, value_name = "N", default_value_t = assay_core::DEFAULT_DRAWS, value_parser = parse_draws)]
    pub(crate) draws: usize,
    /// Add what to ask next, what would change the result, and a roadmap.
    #[arg(long)]
    pub(crate) full: bool,
    /// Write a report for people instead of JSON.
    #[arg(long, conflicts_with = "lines")]
    pub(crate) text: bool,
    /// Write reports and messages in this language: en or zh-CN.
    ///
    /// Without it a report is in the language of the assessment, messages are in English.
    #[arg(long, value_name = "LANG", value_parser = parse_language)]
    pub(crate) lang: Option<Language>,
    /// Read one assessment per line (JSON Lines), on all cores, in constant memory.
    #[arg(long)]
    pub(crate) lines: bool,
    /// Number of threads for --lines; 0 for one per core.
    #[arg(
        long,
        value_name = "N",
        default_value_t = 0,
        requires = "lines",
        hide_default_value = true
    )]
    pub(crate) threads: usize,
    /// The assessment; "-" reads standard input, as --lines does without a file.
    #[arg(value_name = "FILE", required_unless_present = "lines")]
    pub(crate) file: Option<PathBuf>,
}

/// Count the results of many companies in fixed bins, without names: a benchmark.
///
/// Reads assessments and results and prints a cohort (assay.cohort/1) on one line: how AI content,
/// section scores, levels and paths are distributed, by stance, industry and size. Fewer than ten
/// companies, in all or of a stance, are refused, and industries and sizes of fewer are left out.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  assay cohort clients/*.json > benchmark.json
  assay cohort --lines < companies.jsonl > benchmark.json
  assay cohort --lines --partial part.00.jsonl > part.00.cohort
  assay cohort --add part.*.cohort > benchmark.json
  cat part.*.cohort | assay cohort --add --lines > benchmark.json

Partial cohorts hold groups of any size, so that they add up exactly: the sum has
the same bytes as one run over all companies, in any order and any split. They
are not opened as a benchmark. With --lines a line that is no assessment or
result is reported, the rest is counted, and the exit status is 1 at the end.")]
pub(crate) struct Cohort {
    /// Use the questionnaire in this file instead of the standard one.
    #[arg(long, value_name = "FILE", conflicts_with = "add")]
    pub(crate) model: Option<PathBuf>,
    /// Add cohorts of disjoint sets of companies.
    #[arg(long)]
    pub(crate) add: bool,
    /// Count only companies of this stance: provide or adopt.
    #[arg(long, value_name = "STANCE", conflicts_with = "add", value_parser = stance_parser())]
    pub(crate) stance: Option<Stance>,
    /// Write a partial cohort, which holds groups of any size, to be added to others.
    #[arg(long)]
    pub(crate) partial: bool,
    /// Read one assessment, result or (with --add) cohort per line, in constant memory.
    #[arg(long)]
    pub(crate) lines: bool,
    /// Number of threads for --lines; 0 for one per core.
    #[arg(
        long,
        value_name = "N",
        default_value_t = 0,
        requires = "lines",
        conflicts_with = "add",
        hide_default_value = true
    )]
    pub(crate) threads: usize,
    /// Write messages in this language: en or zh-CN.
    #[arg(long, value_name = "LANG", value_parser = parse_language)]
    pub(crate) lang: Option<Language>,
    /// The files; "-" reads standard input, as --lines does without a file.
    #[arg(value_name = "FILE", required_unless_present = "lines")]
    pub(crate) files: Vec<PathBuf>,
}

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
    /// Write messages in this language: en or zh-CN.
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
    /// Report losses in this language: en or zh-CN.
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

/// Pack an assessment into a result link.
///
/// Prints the part of the link after "#/r/". Whoever has the link can read what is in it; it
/// cannot be recalled.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  assay link acme.json
  echo \"https://example.org/assay/#/r/$(assay link --without-name acme.json)\"
  assay link --scores-only acme.json
  assay link --passphrase-stdin acme.json < passphrase.txt")]
pub(crate) struct Link {
    /// Use the questionnaire in this file instead of the standard one.
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<PathBuf>,
    /// Leave out name, industry and size.
    #[arg(long)]
    pub(crate) without_name: bool,
    /// Include the notes.
    #[arg(long, conflicts_with = "scores_only")]
    pub(crate) notes: bool,
    /// Include the result only, no answers.
    #[arg(long)]
    pub(crate) scores_only: bool,
    /// Encrypt it with the passphrase on the first line of standard input.
    #[arg(long)]
    pub(crate) passphrase_stdin: bool,
    /// The assessment; "-" reads standard input.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}

/// Print the content of a result link.
///
/// The assessment as a file; for a link with scores only, the result without answers; for an
/// invitation, what it asks for. For an encrypted link, the passphrase is read from the first line
/// of standard input.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  assay open ASABBtYTAflbGp6tbxMA4G6z78lIs4EXeTMp
  assay open 'https://example.org/assay/#/r/ASABBtYTAflbGp6tbxMA4G6z78lIs4EXeTMp'
  assay open PAYLOAD | assay score --text -
  assay open PAYLOAD < passphrase.txt")]
pub(crate) struct Open {
    /// Accept links of the questionnaire in this file, too.
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<PathBuf>,
    /// The link, or the part of it after "#/r/".
    #[arg(value_name = "PAYLOAD", allow_hyphen_values = true)]
    pub(crate) payload: String,
}

/// Write reports that other programs open: Excel, PowerPoint, Word, Markdown, CSV, SVG.
///
/// One report per assessment, with the charts as native charts that can be edited.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  assay report --format pptx --output acme.pptx acme.json
  assay report --format docx --lang zh-CN --config config.json --output reports/ acme.json
  assay report --format xlsx --output reports/ clients/

A folder among the inputs stands for every .json file in it. With several inputs
the output is a folder, which is made; each report is named like its assessment.
The format csv writes two files: the answers, and NAME-figures.csv. The format
svg writes the bars of the sections, NAME-paths.svg and NAME-radar.svg. An input that
is no assessment is reported, the others are written, and the exit status is 1.")]
pub(crate) struct Report {
    /// The format.
    #[arg(long, value_enum)]
    pub(crate) format: ReportFormat,
    /// The file to write, or a folder.
    #[arg(long, visible_alias = "out", value_name = "PATH")]
    pub(crate) output: PathBuf,
    /// Take name, logo, colours and fonts from this config.json.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Use the questionnaire in this file instead of the standard one.
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<PathBuf>,
    /// Look at the company from this side, whatever its profile says.
    #[arg(long, value_name = "SIDE", value_parser = stance_parser())]
    pub(crate) stance: Option<Stance>,
    /// Number of simulation draws for the confidence; 0 for none.
    #[arg(long, value_name = "N", default_value_t = assay_core::DEFAULT_DRAWS, value_parser = parse_draws)]
    pub(crate) draws: usize,
    /// Write the reports and messages in this language: en or zh-CN.
    ///
    /// Without it a report is in the language of its assessment.
    #[arg(long, visible_alias = "locale", value_name = "LANG", value_parser = parse_language)]
    pub(crate) lang: Option<Language>,
    /// The day of the report, as 2026-11-28. Without it the report has no day of its own.
    #[arg(long, value_name = "DAY", value_parser = parse_day)]
    pub(crate) day: Option<Day>,
    /// The assessments, or folders of them; "-" reads standard input.
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
}

/// Read answers back from a table that a report wrote.
///
/// Prints the assessment with the answers and notes of a CSV file or workbook; what changes is
/// reported on standard error, or alone with --preview. A table with a fault is refused with every
/// fault and its row.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  assay import --preview --into acme.json acme.xlsx
  assay import --into acme.json acme.csv > acme-new.json")]
pub(crate) struct Import {
    /// The assessment that gets the answers.
    #[arg(long, value_name = "FILE")]
    pub(crate) into: PathBuf,
    /// Print only what would change.
    #[arg(long)]
    pub(crate) preview: bool,
    /// Use the questionnaire in this file instead of the standard one.
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<PathBuf>,
    /// Write messages in this language: en or zh-CN.
    #[arg(long, value_name = "LANG", value_parser = parse_language)]
    pub(crate) lang: Option<Language>,
    /// The table, .csv or .xlsx; "-" reads standard input.
    #[arg(value_name = "TABLE")]
    pub(crate) table: PathBuf,
}

/// The format of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// An Excel workbook whose figures follow the answers.
    Xlsx,
    /// A PowerPoint presentation.
    Pptx,
    /// A Word document.
    Docx,
    /// Markdown.
    Md,
    /// CSV files of answers and figures.
    Csv,
    /// The charts as SVG pictures.
    Svg,
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

/// Greatest number of draws: about a minute, and more add no precision.
const MAX_DRAWS: usize = 10_000_000;

fn parse_draws(text: &str) -> Result<usize, String> {
    let number = text.parse().ok().filter(|draws| *draws <= MAX_DRAWS);
    number.ok_or_else(|| format!("give a whole number from 0 to {MAX_DRAWS}"))
}

fn parse_day(text: &str) -> Result<Day, String> {
    let day = Day::parse(text).filter(|day| day.to_string() == text);
    day.ok_or_else(|| "give a day from 2020 on, such as 2026-11-28".to_owned())
}

fn parse_language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| "give en or zh-CN".to_owned())
}

fn stance_parser() -> impl clap::builder::TypedValueParser<Value = Stance> {
    use clap::builder::{PossibleValuesParser, TypedValueParser};
    PossibleValuesParser::new(Stance::WORDS).try_map(|word| word.parse::<Stance>())
}
