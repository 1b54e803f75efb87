//! The programs that the build needs: found if they are there in the right
//! version, installed under `target/tools` if not.
//!
//! An installer works in a folder of its own and moves the result into place
//! at the end, so that an interrupted one leaves nothing that looks installed.

pub mod advisories;
pub mod browser;
mod cargo_tools;
mod debian_compiler;
mod folder;
mod lock;
mod npm;
pub mod system;
pub mod wasm_target;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::checkout::Checkout;
use crate::error::Outcome;
use crate::process::{self, format_duration};
use wasm_target::Toolchain;

pub use cargo_tools::{ensure_cargo_deny, ensure_cargo_fuzz};
pub use npm::{
    ensure_axe, ensure_esbuild, ensure_frameworks, ensure_lighthouse, ensure_terser,
    ensure_typescript,
};

/// A machine that can build the app for the browser.
#[derive(Debug, Clone, Copy)]
pub struct WebTools {
    toolchain: Toolchain,
}

impl WebTools {
    /// Finds or installs the compiler for wasm, Trunk, wasm-bindgen, wasm-opt.
    ///
    /// # Errors
    /// Says what cannot be installed, and the command that would do it.
    pub fn ensure(checkout: &Checkout) -> Outcome<Self> {
        let toolchain = Toolchain::ensure(checkout)?;
        cargo_tools::ensure_trunk(checkout)?;
        cargo_tools::ensure_wasm_bindgen(checkout)?;
        npm::ensure_wasm_opt(checkout)?;
        Ok(Self { toolchain })
    }

    /// Downloads the crates that a build needs: Trunk is called offline.
    ///
    /// # Errors
    /// If one cannot be downloaded.
    pub fn fetch_crates(&self, checkout: &Checkout) -> Outcome {
        self.toolchain.fetch_crates(checkout)
    }

    /// Trunk, with everything that it calls.
    #[must_use]
    pub fn trunk(&self, checkout: &Checkout) -> Command {
        let mut command = process::command(program_path(checkout, "trunk"));
        self.toolchain
            .set_environment(&mut command, &[checkout.tool_programs()]);
        command
            .current_dir(checkout.root())
            .env("CARGO_TARGET_DIR", checkout.wasm_target());
        command
    }

    /// Cargo, building for the browser next to what Trunk builds.
    #[must_use]
    pub fn cargo(&self, checkout: &Checkout) -> Command {
        let mut command = self.toolchain.cargo();
        self.toolchain
            .set_environment(&mut command, &[checkout.tool_programs()]);
        command
            .current_dir(checkout.root())
            .env("CARGO_TARGET_DIR", checkout.wasm_target());
        command
    }

    /// Clippy for the browser's part of the code.
    #[must_use]
    pub fn clippy(&self, checkout: &Checkout) -> Command {
        let mut command = self.toolchain.clippy();
        self.toolchain
            .set_environment(&mut command, &[checkout.tool_programs()]);
        command
            .current_dir(checkout.root())
            .env("CARGO_TARGET_DIR", checkout.wasm_target());
        command.args(["clippy", "--quiet", "--target", wasm_target::WASM_TARGET]);
        command
    }
}

/// Cargo for this machine, building into the checkout's `target`.
#[must_use]
pub fn cargo(checkout: &Checkout) -> Command {
    let mut command = process::command("cargo");
    command
        .current_dir(checkout.root())
        .env("CARGO_TARGET_DIR", checkout.native_target());
    command
}

/// The path of a program that was installed here, or just its name where the
/// one on `PATH` is used.
fn program_path(checkout: &Checkout, name: &str) -> PathBuf {
    let ours = installed_path(checkout, name);
    if ours.is_file() {
        ours
    } else {
        PathBuf::from(name)
    }
}

/// Where wasm-opt is, once [`WebTools::ensure`] has been called.
#[must_use]
pub fn wasm_opt_path(checkout: &Checkout) -> PathBuf {
    program_path(checkout, "wasm-opt")
}

fn installed_path(checkout: &Checkout, name: &str) -> PathBuf {
    checkout
        .tool_programs()
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// Announces an installation, does it, and says how long it took.
fn install(what: &str, roughly: &str, work: impl FnOnce() -> Outcome) -> Outcome {
    println!("Installing {what}, {roughly}.");
    let start = Instant::now();
    work()?;
    println!("  installed in {}", format_duration(start.elapsed()));
    Ok(())
}

/// True if `program --version` mentions exactly this version.
fn has_version(program: &Path, version: &str) -> bool {
    process::capture_stdout(process::command(program).arg("--version"))
        .is_some_and(|said| said.split_whitespace().any(|word| word == version))
}
