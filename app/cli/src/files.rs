//! Reads files and standard input up to the size limit.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use assay_core::json::MAX_FILE_SIZE;
use assay_core::{Problem, ProblemKind, Problems, decode_text};
use assay_locale::describe_problem;

use crate::failure::Failure;
use crate::wording::LocaleBundle;

/// The file name that stands for standard input.
pub(crate) const STANDARD_INPUT: &str = "-";

/// A file, or standard input.
#[derive(Debug, Clone)]
pub(crate) struct InputSource(PathBuf);

impl InputSource {
    /// The source with this path; `-` is standard input.
    pub(crate) fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// Whether this is standard input.
    pub(crate) fn is_standard_input(&self) -> bool {
        self.0.as_os_str() == STANDARD_INPUT
    }

    /// The name shown in messages.
    pub(crate) fn name(&self, locale: &LocaleBundle) -> String {
        if self.is_standard_input() {
            locale.cli_standard_input().to_owned()
        } else {
            self.0.display().to_string()
        }
    }

    /// Opens the source as a stream.
    pub(crate) fn open(&self, locale: &LocaleBundle) -> Result<Box<dyn Read + Send>, Failure> {
        if self.is_standard_input() {
            Ok(Box::new(io::stdin()))
        } else {
            let file = File::open(&self.0).map_err(|error| self.read_failure(&error, locale))?;
            Ok(Box::new(file))
        }
    }

    /// Reads the whole source as text, up to the size limit of a file.
    pub(crate) fn read_text(&self, locale: &LocaleBundle) -> Result<String, Failure> {
        self.read_text_within(MAX_FILE_SIZE, locale)
    }

    /// Reads the whole source as text of at most `limit` bytes.
    pub(crate) fn read_text_within(
        &self,
        limit: usize,
        locale: &LocaleBundle,
    ) -> Result<String, Failure> {
        let bytes = self.read_bytes_within(limit, locale)?;
        match decode_text(&bytes) {
            Ok(text) => Ok(text.into_owned()),
            Err(kind) => Err(self.problems_failure(&Problems::single(kind).0, locale)),
        }
    }

    /// Reads the whole source, up to the size limit of a file.
    pub(crate) fn read_bytes(&self, locale: &LocaleBundle) -> Result<Vec<u8>, Failure> {
        self.read_bytes_within(MAX_FILE_SIZE, locale)
    }

    /// Reads the whole source, of at most `limit` bytes.
    pub(crate) fn read_bytes_within(
        &self,
        limit: usize,
        locale: &LocaleBundle,
    ) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        self.open(locale)?
            .take(limit as u64 + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| self.read_failure(&error, locale))?;
        if bytes.len() > limit {
            let known = self.0.metadata().map_or(bytes.len() as u64, |of| of.len());
            let problems = Problems::single(ProblemKind::TooLarge {
                bytes: usize::try_from(known)
                    .unwrap_or(usize::MAX)
                    .max(bytes.len()),
                limit,
            });
            return Err(self.problems_failure(&problems.0, locale));
        }
        Ok(bytes)
    }

    /// The failure for problems of `text`, with their positions in it.
    pub(crate) fn invalid_input(
        &self,
        text: &str,
        problems: Problems,
        locale: &LocaleBundle,
    ) -> Failure {
        self.problems_failure(&problems.locate(text).0, locale)
    }

    /// The failure for problems that already have positions.
    fn problems_failure(&self, problems: &[Problem], locale: &LocaleBundle) -> Failure {
        Failure::Input(self.describe_all(problems, locale))
    }

    /// Describes problems, each prefixed with the file name.
    pub(crate) fn describe_all(&self, problems: &[Problem], locale: &LocaleBundle) -> Vec<String> {
        let name = self.name(locale);
        let say = |one: &Problem| format!("{name}: {}", describe_problem(locale, one));
        problems.iter().map(say).collect()
    }

    /// The failure of a read.
    pub(crate) fn read_failure(&self, error: &io::Error, locale: &LocaleBundle) -> Failure {
        Failure::input(locale.unreadable(&self.name(locale), error))
    }
}
