//! Bundles the examples for frameworks.

use std::path::Path;

use xtask::checkout::Checkout;
use xtask::{process, tools};

use crate::Outcome;

/// Bundles `docs/examples/NAME` with the packages of its framework into one script.
///
/// # Errors
/// If the packages cannot be installed, or the example cannot be bundled.
pub fn bundle_example(name: &str, into: &Path) -> Outcome {
    let checkout = Checkout::current();
    let esbuild = tools::ensure_esbuild(&checkout)?;
    let modules = tools::ensure_frameworks(&checkout)?;
    let mut command = process::command(&esbuild);
    command
        .arg(checkout.file("docs/examples").join(name))
        .args(["--bundle", "--minify", "--log-level=warning"])
        .arg("--define:process.env.NODE_ENV=\"production\"")
        // The examples are written for build tools: the automatic JSX runtime needs no React in
        // scope.
        .arg("--jsx=automatic")
        .arg("--define:__VUE_OPTIONS_API__=false")
        .arg("--define:__VUE_PROD_DEVTOOLS__=false")
        .arg("--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false")
        .arg(format!("--outfile={}", into.display()))
        .env("NODE_PATH", modules);
    process::run(&mut command, "esbuild")
}
