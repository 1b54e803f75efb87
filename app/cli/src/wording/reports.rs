//! Messages about reports.

use std::path::Path;

use super::LocaleBundle;
use crate::chart_picture::PictureError;

impl LocaleBundle {
    /// A folder holds no assessment.
    pub(crate) fn empty_folder(&self, folder: &Path) -> String {
        self.cli_empty_folder(&folder.display().to_string())
    }

    /// A report cannot be written.
    pub(crate) fn unwritable(&self, path: &Path, reason: &dyn std::fmt::Display) -> String {
        self.cli_unwritable(&path.display().to_string(), &reason.to_string())
    }

    /// A chart cannot be drawn as PNG.
    pub(crate) fn undrawable(&self, path: &Path, error: &PictureError) -> String {
        let name = path.display().to_string();
        match error {
            PictureError::NoFonts => self.cli_no_fonts(&name),
            PictureError::MissingCharacters(which) => self.cli_missing_characters(&name, which),
            PictureError::Drawing(reason) => self.cli_unwritable(&name, reason),
        }
    }

    /// Two reports would have the same name.
    pub(crate) fn repeated_report(&self, source: &str, path: &Path) -> String {
        self.cli_repeated_report(source, &path.display().to_string())
    }

    /// A logo cannot be used.
    pub(crate) fn unusable_logo(&self, logo: &Path) -> String {
        self.cli_unusable_logo(&logo.display().to_string())
    }
}
