//! JSON files that a site's owner wrote.

use std::fs;
use std::path::Path;

use assay_core::{Json, Problems, decode_text};

use crate::trouble::{OrSay as _, Outcome, Trouble};

/// What a file holds.
///
/// # Errors
/// If it cannot be read, is in another encoding, or is not JSON: what is wrong, and where.
pub(super) fn read(file: &Path) -> Outcome<Json> {
    let bytes = read_bytes(file)?;
    let text = decode_text(&bytes).map_err(|kind| wrong(file, &Problems::one(kind)))?;
    Json::parse(&text).map_err(|problems| wrong(file, &problems.locate(&text)))
}

/// Whether a file is text that the app reads.
///
/// # Errors
/// If it cannot be read, or is in another encoding: where that shows.
pub(super) fn check_text(file: &Path) -> Outcome {
    let bytes = read_bytes(file)?;
    let checked = decode_text(&bytes).map(drop);
    checked.map_err(|kind| wrong(file, &Problems::one(kind)))
}

fn read_bytes(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).or_say(format!("Cannot read {}", file.display()))
}

fn wrong(file: &Path, problems: &Problems) -> Trouble {
    Trouble::new(format!("{}: {problems}", file.display()))
}
