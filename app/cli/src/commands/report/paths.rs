//! The files that reports are written from, and the names of those that are written.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::files::InputSource;
use crate::wording::LocaleBundle;

/// The files among the inputs and in the folders among them, those of a folder by name.
pub(super) fn find_assessments(
    paths: &[PathBuf],
    locale: &LocaleBundle,
) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let failure = |error| InputSource::new(path).read_failure(&error, locale);
        let mut found = Vec::new();
        for entry in std::fs::read_dir(path).map_err(failure)? {
            let file = entry.map_err(failure)?.path();
            if file.extension() == Some(OsStr::new("json")) {
                found.push(file);
            }
        }
        if found.is_empty() {
            return Err(Failure::input(locale.empty_folder(path)));
        }
        found.sort();
        files.extend(found);
    }
    Ok(files)
}

/// A file beside another one: `acme-figures.csv` beside `acme.csv`.
pub(super) fn path_beside(path: &Path, addition: &str) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{addition}"));
    if let Some(extension) = path.extension() {
        name.push(".");
        name.push(extension);
    }
    path.with_file_name(name)
}
