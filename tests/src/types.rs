//! Compiles TypeScript with the strictest options.

use xtask::checkout::Checkout;
use xtask::{process, tools};

use crate::Outcome;

/// Compiles a file of this checkout without output. A line below `@ts-expect-error` that compiles
/// is an error too.
///
/// # Errors
/// If the file does not compile, or the compiler cannot be installed.
pub fn check_types(file: &str) -> Outcome {
    let checkout = Checkout::current();
    let compiler = tools::ensure_typescript(&checkout)?;
    let mut command = process::command(&compiler);
    command
        .args(["--strict", "--noEmit", "--exactOptionalPropertyTypes"])
        .args(["--noUncheckedIndexedAccess", "--pretty", "false"])
        .args(["--target", "es2022", "--lib", "es2022,dom,dom.iterable"])
        .args(["--module", "esnext", "--moduleResolution", "bundler"])
        .args(["--types", ""])
        .arg(checkout.file(file));
    process::run(&mut command, "tsc")
}
