//! Programs that the tasks need. Each is used if it is there in the right version, otherwise it is
//! installed under `target/tools`.
//!
//! An installer works in a folder of its own and moves the result at the end: an interrupted
//! installation leaves nothing that looks complete.

pub mod advisories;
pub mod browser;
mod cargo_tools;
mod debian_compiler;
mod folder;
mod library_source;
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
    ensure_axe, ensure_esbuild, ensure_frameworks, ensure_lighthouse, ensure_typescript,
};

/// The installed tools that build the app for the browser.
#[derive(Debug, Clone, Copy)]
pub struct WebTools {
    toolchain: Toolchain,
}

impl WebTools {
    /// Finds or installs the compiler for wasm, Trunk, wasm-bindgen and wasm-opt.
    ///
    /// # Errors
    /// If one cannot be installed: the command that installs it.
    pub fn ensure(checkout: &Checkout) -> Outcome<Self> {
        let toolchain = Toolchain::ensure(checkout)?;
        cargo_tools::ensure_trunk(checkout)?;
        cargo_tools::ensure_wasm_bindgen(checkout)?;
        npm::ensure_wasm_opt(checkout)?;
        Ok(Self { toolchain })
    }

    /// Downloads the crates of a build, since Trunk is called offline.
    ///
    /// # Errors
    /// If a crate cannot be downloaded.
    pub fn fetch_crates(&self, checkout: &Checkout) -> Outcome {
        self.toolchain.fetch_crates(checkout)
    }

    /// Trunk, in an environment that contains the other tools.
    #[must_use]
    pub fn trunk(&self, checkout: &Checkout) -> Command {
        self.prepare(process::command(program_path(checkout, "trunk")), checkout)
    }

    /// Cargo, building for the browser into the target folder that Trunk uses.
    #[must_use]
    pub fn cargo(&self, checkout: &Checkout) -> Command {
        self.prepare(self.toolchain.cargo(), checkout)
    }

    /// Sets the environment, the working directory and the target folder of a build for the browser.
    fn prepare(&self, mut command: Command, checkout: &Checkout) -> Command {
        self.toolchain
            .set_environment(&mut command, &[checkout.tool_programs()]);
        command
            .current_dir(checkout.root())
            .env("CARGO_TARGET_DIR", checkout.wasm_target());
        command
    }
}

/// Cargo, building for this machine into the `target` folder of the checkout.
#[must_use]
pub fn cargo(checkout: &Checkout) -> Command {
    let mut command = process::command("cargo");
    command
        .current_dir(checkout.root())
        .env("CARGO_TARGET_DIR", checkout.native_target());
    command
}

/// The path of a program that was installed here, or its mere name if the one on `PATH` is used.
fn program_path(checkout: &Checkout, name: &str) -> PathBuf {
    let ours = installed_path(checkout, name);
    if ours.is_file() {
        ours
    } else {
        PathBuf::from(name)
    }
}

/// The path of wasm-opt, after a call of [`WebTools::ensure`].
#[must_use]
pub fn wasm_opt_path(checkout: &Checkout) -> PathBuf {
    program_path(checkout, "wasm-opt")
}

fn installed_path(checkout: &Checkout, name: &str) -> PathBuf {
    checkout
        .tool_programs()
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// Runs an installation and prints what is installed and how long it took.
fn install(what: &str, roughly: &str, work: impl FnOnce() -> Outcome) -> Outcome {
    println!("Installing {what}, {roughly}.");
    let start = Instant::now();
    work()?;
    println!("  installed in {}", format_duration(start.elapsed()));
    Ok(())
}

/// Whether the output of `program --version` contains exactly this version.
fn has_version(program: &Path, version: &str) -> bool {
    process::capture_stdout(process::command(program).arg("--version"))
        .is_some_and(|output| output.split_whitespace().any(|word| word == version))
}
