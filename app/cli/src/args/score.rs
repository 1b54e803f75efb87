//! Arguments of `assay score` and `assay cohort`.

use std::path::PathBuf;

use assay_core::Stance;
use assay_locale::Language;
use clap::Args;

use super::values::{parse_draws, parse_language, stance_parser};

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
    /// Write reports and messages in this language, by its tag such as en or zh-CN.
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
    /// Write messages in this language, by its tag such as en or zh-CN.
    #[arg(long, value_name = "LANG", value_parser = parse_language)]
    pub(crate) lang: Option<Language>,
    /// The files; "-" reads standard input, as --lines does without a file.
    #[arg(value_name = "FILE", required_unless_present = "lines")]
    pub(crate) files: Vec<PathBuf>,
}
