//! JSON files that a site's owner wrote.

use std::fs;
use std::path::Path;

use assay_core::{Json, Problems, decode_text};

use crate::error::{Context as _, Error, Outcome};

/// What a file holds.
///
/// # Errors
/// If it cannot be read, is in another encoding, or is not JSON: what is wrong, and where.
pub(super) fn read(file: &Path) -> Outcome<Json> {
    let bytes = read_bytes(file)?;
    let text =
        decode_text(&bytes).map_err(|kind| describe_problems(file, &Problems::single(kind)))?;
    Json::parse(&text).map_err(|problems| describe_problems(file, &problems.locate(&text)))
}

/// Whether a file is text that the app reads.
///
/// # Errors
/// If it cannot be read, or is in another encoding: where that shows.
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
