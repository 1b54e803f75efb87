//! Tools that are built from crates: Trunk, the wasm-bindgen program, cargo-deny, cargo-fuzz,
//! geckodriver.

use std::fs;
use std::path::PathBuf;

use super::{has_version, install, installed_path, lock, program_path};
use crate::checkout::Checkout;
use crate::error::{Error, Outcome};
use crate::process;

/// A tool and the options of its build.
struct CargoTool<'a> {
    package: &'a str,
    program: &'a str,
    version: &'a str,
    purpose: &'a str,
    duration_hint: &'a str,
    /// The optimization level. A tool that runs for a second only is built faster at level 0.
    opt_level: &'a str,
    /// Further arguments of `cargo install`.
    arguments: &'a [&'a str],
}

/// Trunk, which assembles the wasm, its glue, styles and files. It is always called with
/// `--offline`, so TLS, a default feature that takes long to build, is left out.
pub(super) fn ensure_trunk(checkout: &Checkout) -> Outcome {
    CargoTool {
        package: "trunk",
        program: "trunk",
        version: "0.21.14",
        purpose: "puts the web app together",
        duration_hint: "about 3 minutes",
        opt_level: "0",
        arguments: &["--locked", "--no-default-features"],
    }
    .ensure(checkout)
}

/// The wasm-bindgen program in exactly the version of the crate.
///
/// Not `--locked`: the lockfile of 0.2.130 contains webpki-roots 1.0.11, which is not in the
/// registry. Its other dependencies may be as new as their requirements allow.
pub(super) fn ensure_wasm_bindgen(checkout: &Checkout) -> Outcome {
    CargoTool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: &lock::locked_version(checkout, "wasm-bindgen")?,
        purpose: "connects wasm and JavaScript",
        duration_hint: "about 2 minutes",
        opt_level: "1",
        arguments: &[],
    }
    .ensure(checkout)
}

/// cargo-deny, which checks licences, sources and advisories of crates.
///
/// # Errors
/// If it cannot be installed: the command that failed.
pub fn ensure_cargo_deny(checkout: &Checkout) -> Outcome<PathBuf> {
    CargoTool {
        package: "cargo-deny",
        program: "cargo-deny",
        version: "0.20.2",
        purpose: "judges licences, sources and advisories of the crates used here",
        duration_hint: "about 2 minutes",
        opt_level: "0",
        arguments: &["--locked"],
    }
    .ensure(checkout)?;
    Ok(program_path(checkout, "cargo-deny"))
}

/// cargo-fuzz, for `test --full`.
///
/// # Errors
/// If it cannot be installed: the command that failed.
pub fn ensure_cargo_fuzz(checkout: &Checkout) -> Outcome {
    CargoTool {
        package: "cargo-fuzz",
        program: "cargo-fuzz",
        version: "0.13.2",
        purpose: "searches for inputs that break the readers of files and links",
        duration_hint: "about 2 minutes",
        opt_level: "0",
        arguments: &["--locked"],
    }
    .ensure(checkout)
}

/// geckodriver, which controls Firefox; Debian has no package of it.
pub(super) fn ensure_geckodriver(checkout: &Checkout) -> Outcome {
    CargoTool {
        package: "geckodriver",
        program: "geckodriver",
        version: "0.37.1",
        purpose: "controls Firefox",
        duration_hint: "about 2 minutes",
        opt_level: "0",
        arguments: &["--locked"],
    }
    .ensure(checkout)
}

impl CargoTool<'_> {
    fn ensure(&self, checkout: &Checkout) -> Outcome {
        if has_version(&installed_path(checkout, self.program), self.version) {
            return Ok(());
        }
        if process::find_program(self.program)
            .is_some_and(|found| has_version(&found, self.version))
        {
            return Ok(());
        }
        let what = format!("{} {} ({})", self.package, self.version, self.purpose);
        install(&what, self.duration_hint, || self.build(checkout))
    }

    /// Builds in a folder of its own, so that a second try continues an interrupted build. Cargo
    /// installs programs only when all are built.
    fn build(&self, checkout: &Checkout) -> Outcome {
        let half_built = checkout.tools().join("build").join(self.package);
        let mut command = process::command("cargo");
        command
            .args([
                "install",
                self.package,
                "--version",
                self.version,
                "--force",
                "--root",
            ])
            .arg(checkout.tools())
            .arg("--target-dir")
            .arg(&half_built)
            .args(self.arguments)
            // The time to build a tool matters more than the second or two that it runs.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.opt_level)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "false")
            // Outside of the workspace, whose settings do not apply to the tools.
            .current_dir(std::env::temp_dir());
        process::run_logged(
            &mut command,
            &format!("Building {}", self.package),
            &checkout.log(self.package),
        )
        .map_err(|error| {
            Error::new(format!(
                "{error}\nBy hand: cargo install {} --version {} {}",
                self.package,
                self.version,
                self.arguments.join(" ")
            ))
        })?;
        // If this fails, only space is wasted.
        let _ = fs::remove_dir_all(half_built);
        Ok(())
    }
}
