//! Compiles TypeScript as strictly as it can be.

use xtask::checkout::Checkout;
use xtask::{process, tools};

use crate::{Error, Outcome};

/// Compiles a file of this checkout without writing anything. A line below `@ts-expect-error` that
/// compiles is an error, too.
///
/// # Errors
/// What the compiler says, or that there is none.
pub fn check_types(file: &str) -> Outcome {
    let checkout = Checkout::current();
    let said = |error: xtask::error::Error| Error::new(error.to_string());
    let compiler = tools::ensure_typescript(&checkout).map_err(said)?;
    let mut command = process::command(&compiler);
    command
        .args(["--strict", "--noEmit", "--exactOptionalPropertyTypes"])
        .args(["--noUncheckedIndexedAccess", "--pretty", "false"])
        .args(["--target", "es2022", "--lib", "es2022,dom,dom.iterable"])
        .args(["--module", "esnext", "--moduleResolution", "bundler"])
        .args(["--types", ""])
        .arg(checkout.file(file));
    process::run(&mut command, "tsc").map_err(said)
}
