//! Bundles an example of a framework with that framework, as its users would.

use std::path::Path;

use xtask::checkout::Checkout;
use xtask::{process, tools};

use crate::{Error, Outcome};

/// Makes one script of `docs/examples/NAME` and the packages of its framework.
///
/// # Errors
/// If these cannot be installed, or the example does not bundle.
pub fn bundle_example(name: &str, into: &Path) -> Outcome {
    let checkout = Checkout::current();
    let said = |error: xtask::error::Error| Error::new(error.to_string());
    let esbuild = tools::ensure_esbuild(&checkout).map_err(said)?;
    let modules = tools::ensure_frameworks(&checkout).map_err(said)?;
    let mut command = process::command(&esbuild);
    command
        .arg(checkout.file("docs/examples").join(name))
        .args(["--bundle", "--minify", "--log-level=warning"])
        .arg("--define:process.env.NODE_ENV=\"production\"")
        // Examples are written as for a build tool; the new way to write elements needs no React in scope.
        .arg("--jsx=automatic")
        .arg("--define:__VUE_OPTIONS_API__=false")
        .arg("--define:__VUE_PROD_DEVTOOLS__=false")
        .arg("--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false")
        .arg(format!("--outfile={}", into.display()))
        .env("NODE_PATH", modules);
    process::run(&mut command, "esbuild").map_err(said)
}
