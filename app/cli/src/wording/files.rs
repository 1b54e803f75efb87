//! Messages about files and lines that cannot be read.

use std::io;
use std::path::Path;

use super::LocaleBundle;

impl LocaleBundle {
    /// Why a file cannot be read, and the remedy.
    pub(crate) fn unreadable(&self, name: &str, error: &io::Error) -> String {
        match error.kind() {
            io::ErrorKind::NotFound => self.cli_unreadable_not_found(name),
            io::ErrorKind::PermissionDenied => self.cli_unreadable_permission(name),
            io::ErrorKind::IsADirectory => self.cli_unreadable_folder(name),
            _ => self.cli_unreadable_unknown(name, &error.to_string()),
        }
    }

    /// A wording file is missing.
    pub(crate) fn missing_texts_file(&self, model: &Path, tag: &str, texts: &Path) -> String {
        let (model, texts) = (model.display().to_string(), texts.display().to_string());
        self.cli_missing_texts_file(&model, tag, &texts)
    }

    /// The wording in a language is unusable; another language or ids are used.
    pub(crate) fn fallback_wording(&self, model: &str, wanted: &str, used: Option<&str>) -> String {
        match used {
            Some(used) => self.cli_fallback_wording(model, wanted, used),
            None => self.cli_no_wording(model),
        }
    }

    /// A wording file is in another folder.
    pub(crate) fn not_beside(&self, model: &Path, name: &str) -> String {
        self.cli_not_beside(&model.display().to_string(), &format!("{name:?}"))
    }

    /// A line is longer than any assessment.
    pub(crate) fn line_too_long(&self, bytes: u64, limit: usize) -> String {
        self.cli_line_too_long(&bytes.to_string(), &limit.to_string())
    }

    /// How many lines are not assessments.
    pub(crate) fn invalid_lines(&self, name: &str, bad: u64, lines: u64) -> String {
        self.cli_invalid_lines(name, count(bad), &lines.to_string())
    }

    /// The name of a line in messages.
    pub(crate) fn line_name(&self, name: &str, line: u64) -> String {
        self.cli_line_name(name, &line.to_string())
    }

    /// How many lines a cohort does not count.
    pub(crate) fn uncounted_lines(&self, name: &str, bad: u64, lines: u64) -> String {
        self.cli_uncounted_lines(name, count(bad), &lines.to_string())
    }
}

fn count(lines: u64) -> usize {
    usize::try_from(lines).unwrap_or(usize::MAX)
}
