//! Tools that are built from crates: Trunk, the wasm-bindgen program, cargo-deny, cargo-fuzz.

use std::fs;
use std::path::PathBuf;

use super::{has_version, install, installed, lock, program};
use crate::places::Places;
use crate::process;
use crate::trouble::{Outcome, Trouble};

/// A tool, and how to get it.
struct Tool<'a> {
    package: &'a str,
    program: &'a str,
    version: &'a str,
    purpose: &'a str,
    roughly: &'a str,
    /// How far the compiler optimizes it. What runs for a second is built faster without.
    optimized: &'a str,
    /// Further arguments of `cargo install`.
    arguments: &'a [&'a str],
}

/// Trunk: puts the wasm, its JavaScript, styles and files together. Without
/// its default features it has no TLS, which takes long to build: it is only
/// ever called with `--offline`.
pub(super) fn trunk(places: &Places) -> Outcome {
    Tool {
        package: "trunk",
        program: "trunk",
        version: "0.21.14",
        purpose: "puts the web app together",
        roughly: "about 3 minutes",
        optimized: "0",
        arguments: &["--locked", "--no-default-features"],
    }
    .ready(places)
}

/// The wasm-bindgen program, of exactly the version of the crate.
///
/// Not `--locked`: the lock that 0.2.130 was published with names webpki-roots 1.0.11, which the
/// registry does not have. Its other dependencies are as new as they may be.
pub(super) fn wasm_bindgen(places: &Places) -> Outcome {
    Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: &lock::version_of(places, "wasm-bindgen")?,
        purpose: "connects wasm and JavaScript",
        roughly: "about 2 minutes",
        optimized: "1",
        arguments: &[],
    }
    .ready(places)
}

/// cargo-deny.
///
/// # Errors
/// Says the command that failed.
pub fn cargo_deny(places: &Places) -> Outcome<PathBuf> {
    Tool {
        package: "cargo-deny",
        program: "cargo-deny",
        version: "0.20.2",
        purpose: "judges licences, sources and advisories of the crates used here",
        roughly: "about 2 minutes",
        optimized: "0",
        arguments: &["--locked"],
    }
    .ready(places)?;
    Ok(program(places, "cargo-deny"))
}

/// cargo-fuzz, for `test --full`.
///
/// # Errors
/// Says the command that failed.
pub fn cargo_fuzz(places: &Places) -> Outcome {
    Tool {
        package: "cargo-fuzz",
        program: "cargo-fuzz",
        version: "0.13.2",
        purpose: "searches for inputs that break the readers of files and links",
        roughly: "about 2 minutes",
        optimized: "0",
        arguments: &["--locked"],
    }
    .ready(places)
}

impl Tool<'_> {
    fn ready(&self, places: &Places) -> Outcome {
        if has_version(&installed(places, self.program), self.version) {
            return Ok(());
        }
        if process::find(self.program).is_some_and(|found| has_version(&found, self.version)) {
            return Ok(());
        }
        let what = format!("{} {} ({})", self.package, self.version, self.purpose);
        install(&what, self.roughly, || self.build(places))
    }

    /// Cargo moves programs into place only when all is built; what it has
    /// built so far stays in a folder of its own, so that a second try after
    /// an interruption goes on from there.
    fn build(&self, places: &Places) -> Outcome {
        let half_built = places.tools().join("build").join(self.package);
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
            .arg(places.tools())
            .arg("--target-dir")
            .arg(&half_built)
            .args(self.arguments)
            // Tools run for a second or two: building them fast matters more.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.optimized)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "false")
            // Outside the workspace, whose settings are not theirs.
            .current_dir(std::env::temp_dir());
        process::run_quietly(
            &mut command,
            &format!("Building {}", self.package),
            &places.log(self.package),
        )
        .map_err(|trouble| {
            Trouble::new(format!(
                "{trouble}\nBy hand: cargo install {} --version {} {}",
                self.package,
                self.version,
                self.arguments.join(" ")
            ))
        })?;
        // Only a cache of the build.
        let _ = fs::remove_dir_all(half_built);
        Ok(())
    }
}
