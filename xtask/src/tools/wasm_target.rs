//! The compiler for wasm: the one on `PATH` if it has the source of the standard library or rustup
//! can add it, otherwise Debian's.
//!
//! The standard library is built from source, so that a panic in it is a trap without a message:
//! messages and their formatting are 7 % of the starter. The failure page shows after a trap too.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use super::folder::folder_bytes;
use super::library_source;
use super::system::{self, SystemDependency};
use crate::checkout::Checkout;
use crate::error::{Context as _, Error, Outcome};
use crate::process;

/// Rust's name of the target for browsers.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// rustup is ended when nothing arrives for this time: behind some networks it waits for ever.
const RUSTUP_TIMEOUT: Duration = Duration::from_secs(20);

/// Cargo's settings for a standard library of the app's own. They are unstable, so that the compiler
/// is told to take unstable ones.
const OWN_STANDARD_LIBRARY: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT", "true"),
    ("CARGO_PROFILE_RELEASE_PANIC", "immediate-abort"),
];

/// The compiler that builds for the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toolchain {
    /// The compiler on `PATH`.
    OnPath,
    /// Debian's compiler in `/usr/bin`.
    Debian,
}

impl Toolchain {
    /// Finds a compiler for wasm, or installs one.
    ///
    /// # Errors
    /// If none can be installed: the command that installs one.
    pub fn ensure(checkout: &Checkout) -> Outcome<Self> {
        let chosen = std::env::var("ASSAY_WASM_COMPILER").unwrap_or_default();
        if chosen != "debian"
            && (library_source::is_installed("rustc") || add_source_with_rustup(checkout)?)
        {
            return Ok(Self::OnPath);
        }
        if process::find_program("apt-get").is_none() {
            return Err(Error::new(
                "The source of Rust's standard library is missing: rustup component add rust-src",
            ));
        }
        system::ensure(checkout, &[SystemDependency::DebianCompiler])?;
        Ok(Self::Debian)
    }

    /// Sets the environment of a build for wasm; the folders `first` come before all others on
    /// `PATH`.
    pub(super) fn set_environment(self, command: &mut Command, first: &[PathBuf]) {
        let mut path = first.to_vec();
        if self == Self::Debian {
            // Trunk runs `cargo` by its mere name.
            path.push(PathBuf::from("/usr/bin"));
            command
                .env("RUSTC", "/usr/bin/rustc")
                .env("CARGO", "/usr/bin/cargo")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-19");
        }
        command
            .envs(OWN_STANDARD_LIBRARY)
            .env("PATH", process::prepend_to_path(&path))
            .env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
                path_remapping_flags(),
            );
    }

    /// The cargo of this compiler.
    pub(super) fn cargo(self) -> Command {
        process::command(match self {
            Self::OnPath => "cargo",
            Self::Debian => "/usr/bin/cargo",
        })
    }

    /// Downloads the crates of a build for wasm and those of the standard library, since Trunk is
    /// called offline.
    ///
    /// # Errors
    /// If crates cannot be downloaded.
    pub(super) fn fetch_crates(self, checkout: &Checkout) -> Outcome {
        let mut command = self.cargo();
        self.set_environment(&mut command, &[]);
        command
            .current_dir(checkout.root())
            .args(["fetch", "--quiet", "--target", WASM_TARGET]);
        process::run(&mut command, "Downloading crates")
    }
}

/// Adds the source with rustup. After a failure it is not tried again until `target/tools` is
/// deleted.
fn add_source_with_rustup(checkout: &Checkout) -> Outcome<bool> {
    let note = checkout.tools().join("rustup-has-no-source");
    if note.exists() || process::find_program("rustup").is_none() {
        return Ok(false);
    }
    println!("Installing the source of Rust's standard library (with rustup), about 10 seconds.");
    let mut command = process::command("rustup");
    command.args(["component", "add", "rust-src"]);
    let added =
        process::run_while_progressing(&mut command, RUSTUP_TIMEOUT, rustup_downloaded_bytes)
            && library_source::is_installed("rustc");
    println!(
        "{}",
        if added {
            "  installed"
        } else {
            "  rustup cannot get it here"
        }
    );
    if !added {
        fs::create_dir_all(checkout.tools())
            .and_then(|()| fs::write(&note, "Delete this file to ask rustup again.\n"))
            .context(format!("Cannot write {}", note.display()))?;
    }
    Ok(added)
}

/// The bytes that rustup has downloaded and unpacked so far.
fn rustup_downloaded_bytes() -> u64 {
    let home = std::env::var_os("RUSTUP_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".rustup")));
    let Some(home) = home else { return 0 };
    ["downloads", "tmp"]
        .iter()
        .map(|folder| folder_bytes(&home.join(folder), 6))
        .sum()
}

/// Compiler flags that keep the paths of this machine out of the build: messages of panics would
/// contain the folder in which cargo keeps crates.
fn path_remapping_flags() -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let registries = home.and_then(|home| std::fs::read_dir(home.join("registry/src")).ok());
    let folders = registries.into_iter().flatten().flatten();
    let flags: Vec<String> = folders
        .map(|folder| format!("--remap-path-prefix={}=", folder.path().display()))
        .collect();
    flags.join(" ")
}
