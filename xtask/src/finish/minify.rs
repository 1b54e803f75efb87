//! Minifies scripts and style sheets with esbuild.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::checkout::Checkout;
use crate::error::Outcome;
use crate::process;
use crate::tools;

/// An installed esbuild.
pub(super) struct Minifier {
    esbuild: PathBuf,
}

impl Minifier {
    /// Installs esbuild if it is missing.
    ///
    /// # Errors
    /// The command that failed.
    pub(super) fn ensure(checkout: &Checkout) -> Outcome<Self> {
        let esbuild = tools::ensure_esbuild(checkout)?;
        Ok(Self { esbuild })
    }

    /// Minifies a JavaScript module in its place.
    ///
    /// # Errors
    /// If the module has a syntax error or cannot be written.
    pub(super) fn minify_module(&self, file: &Path) -> Outcome {
        let mut command = self.command();
        command
            .arg(file)
            .args(["--format=esm", "--allow-overwrite"])
            .arg(format!("--outfile={}", file.display()));
        process::run(&mut command, "esbuild")
    }

    /// Minifies a script that is no module: its top-level names are kept.
    ///
    /// # Errors
    /// If the script has a syntax error.
    pub(super) fn minify_script(&self, script: &str) -> Outcome<String> {
        self.minify_text(script, "js")
    }

    /// Minifies a style sheet.
    ///
    /// # Errors
    /// If esbuild cannot run.
    pub(super) fn minify_style_sheet(&self, sheet: &str) -> Outcome<String> {
        self.minify_text(sheet, "css")
    }

    fn minify_text(&self, text: &str, loader: &str) -> Outcome<String> {
        let mut command = self.command();
        command.arg(format!("--loader={loader}"));
        let small = process::filter(&mut command, text, "esbuild")?;
        Ok(small.trim_end().to_owned())
    }

    fn command(&self) -> Command {
        let mut command = process::command(&self.esbuild);
        command.args(["--minify", "--charset=utf8", "--log-level=warning"]);
        command
    }
}
