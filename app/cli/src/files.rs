//! Reading files and standard input, with a bound on how much.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use assay_core::json::MAX_FILE_SIZE;
use assay_core::{Problem, ProblemKind, Problems, decode_text};
use assay_locale::describe_problem;

use crate::failure::Failure;
use crate::wording::LocaleBundle;

/// What stands for standard input.
pub(crate) const STANDARD_INPUT: &str = "-";

/// A file to read, or standard input.
#[derive(Debug, Clone)]
pub(crate) struct InputSource(PathBuf);

impl InputSource {
    /// The file of this name; `-` is standard input.
    pub(crate) fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// Whether it is standard input.
    pub(crate) fn is_standard_input(&self) -> bool {
        self.0.as_os_str() == STANDARD_INPUT
    }

    /// What messages call it.
    pub(crate) fn name(&self, speech: &LocaleBundle) -> String {
        if self.is_standard_input() {
            speech.standard_input().to_owned()
        } else {
            self.0.display().to_string()
        }
    }

    /// Opens it to be read bit by bit.
    pub(crate) fn open(&self, speech: &LocaleBundle) -> Result<Box<dyn Read + Send>, Failure> {
        if self.is_standard_input() {
            Ok(Box::new(io::stdin()))
        } else {
            let file = File::open(&self.0).map_err(|error| self.read_failure(&error, speech))?;
            Ok(Box::new(file))
        }
    }

    /// All of it as text; no more is read than a file may hold.
    pub(crate) fn read_text(&self, speech: &LocaleBundle) -> Result<String, Failure> {
        let mut bytes = Vec::new();
        self.open(speech)?
            .take(MAX_FILE_SIZE as u64 + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| self.read_failure(&error, speech))?;
        if bytes.len() > MAX_FILE_SIZE {
            let known = self.0.metadata().map_or(bytes.len() as u64, |of| of.len());
            let problems = Problems::single(ProblemKind::TooLarge {
                bytes: usize::try_from(known)
                    .unwrap_or(usize::MAX)
                    .max(bytes.len()),
                limit: MAX_FILE_SIZE,
            });
            return Err(self.wrong(&problems.0, speech));
        }
        match decode_text(&bytes) {
            Ok(text) => Ok(text.into_owned()),
            Err(kind) => Err(self.wrong(&Problems::single(kind).0, speech)),
        }
    }

    /// What is wrong with the text that it holds, a line for each problem with its place.
    pub(crate) fn invalid_input(
        &self,
        text: &str,
        problems: Problems,
        speech: &LocaleBundle,
    ) -> Failure {
        self.wrong(&problems.locate(text).0, speech)
    }

    /// What is wrong with what it holds, a line for each problem.
    fn wrong(&self, problems: &[Problem], speech: &LocaleBundle) -> Failure {
        Failure::Input(self.describe_all(problems, speech))
    }

    /// The problems in words, each under the name of the file.
    pub(crate) fn describe_all(&self, problems: &[Problem], speech: &LocaleBundle) -> Vec<String> {
        let name = self.name(speech);
        let say = |one: &Problem| format!("{name}: {}", describe_problem(speech, one));
        problems.iter().map(say).collect()
    }

    /// It could not be read.
    pub(crate) fn read_failure(&self, error: &io::Error, speech: &LocaleBundle) -> Failure {
        Failure::input(speech.unreadable(&self.name(speech), error))
    }
}
