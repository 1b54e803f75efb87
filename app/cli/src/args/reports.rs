//! Arguments of `assay report` and `assay import`.

use std::path::PathBuf;

use assay_core::{Day, Stance};
use assay_locale::Language;
use clap::{Args, ValueEnum};

use super::values::{parse_day, parse_draws, parse_language, stance_parser};

/// Write reports that other programs open: Excel, PowerPoint, Word, Markdown, CSV, SVG, PNG.
///
/// One report per assessment, with the charts as native charts that can be edited.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  assay report --format pptx --output acme.pptx acme.json
  assay report --format pptx --template firm.pptx --output acme.pptx acme.json
  assay report --format docx --lang zh-CN --config config.json --output reports/ acme.json
  assay report --format xlsx --output reports/ clients/

A folder among the inputs stands for every .json file in it. With several inputs
the output is a folder, which is made; each report is named like its assessment.
The format csv writes two files: the answers, and NAME-figures.csv. The format
svg writes the bars of the sections, NAME-paths.svg and NAME-radar.svg; png writes
the same charts with the fonts of this computer. The format ics writes the due dates
of the roadmap's actions. An input that is no assessment is reported, the others are
written, and the exit status is 1.")]
pub(crate) struct Report {
    /// The format.
    #[arg(long, value_enum)]
    pub(crate) format: ReportFormat,
    /// The file to write, or a folder.
    #[arg(long, visible_alias = "out", value_name = "PATH")]
    pub(crate) output: PathBuf,
    /// Fill the fields of this presentation (.pptx or .potx), such as {{company}}.
    ///
    /// With the format pptx alone. docs/reports.md lists the fields.
    #[arg(long, value_name = "FILE")]
    pub(crate) template: Option<PathBuf>,
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
    /// Write the reports and messages in this language, by its tag such as en or zh-CN.
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
    /// The charts as PNG pictures of 1,920 pixels, with the fonts of this computer.
    Png,
    /// A calendar of the roadmap's actions that have a due date.
    Ics,
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
    /// Write messages in this language, by its tag such as en or zh-CN.
    #[arg(long, value_name = "LANG", value_parser = parse_language)]
    pub(crate) lang: Option<Language>,
    /// The table, .csv or .xlsx; "-" reads standard input.
    #[arg(value_name = "TABLE")]
    pub(crate) table: PathBuf,
}
