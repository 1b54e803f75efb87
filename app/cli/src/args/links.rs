//! Arguments of `assay link` and `assay open`.

use std::path::PathBuf;

use clap::Args;

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
