//! Reads JSON files and checks the files of a site's owner.

use std::fs;
use std::path::Path;

use assay_core::{Json, Problems, decode_text};

use crate::error::{Context as _, Error, Outcome};

/// The content of a file.
///
/// # Errors
/// If the file cannot be read, is not UTF-8 or UTF-16 with a byte order mark, or is not JSON: what
/// is wrong, and where.
pub(super) fn read(file: &Path) -> Outcome<Json> {
    let bytes = read_bytes(file)?;
    let text =
        decode_text(&bytes).map_err(|kind| describe_problems(file, &Problems::single(kind)))?;
    Json::parse(&text).map_err(|problems| describe_problems(file, &problems.locate(&text)))
}

/// Checks whether a file is text in an encoding that the app reads.
///
/// # Errors
/// If the file cannot be read or is in another encoding: the first position that shows it.
pub(super) fn check_text(file: &Path) -> Outcome {
    let bytes = read_bytes(file)?;
    let checked = decode_text(&bytes).map(drop);
    checked.map_err(|kind| describe_problems(file, &Problems::single(kind)))
}

fn read_bytes(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).context(format!("Cannot read {}", file.display()))
}

fn describe_problems(file: &Path, problems: &Problems) -> Error {
    Error::new(format!("{}: {problems}", file.display()))
}
