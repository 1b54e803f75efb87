//! Compiles TypeScript as strictly as it can be.

use xtask::places::Places;
use xtask::{process, tools};

use crate::{Outcome, Trouble};

/// Compiles a file of this checkout without writing anything. A line below `@ts-expect-error` that
/// compiles is an error, too.
///
/// # Errors
/// What the compiler says, or that there is none.
pub fn types_are_sound(file: &str) -> Outcome {
    let places = Places::of_this_checkout();
    let said = |trouble: xtask::trouble::Trouble| Trouble::new(trouble.to_string());
    let compiler = tools::typescript(&places).map_err(said)?;
    let mut command = process::command(&compiler);
    command
        .args(["--strict", "--noEmit", "--exactOptionalPropertyTypes"])
        .args(["--noUncheckedIndexedAccess", "--pretty", "false"])
        .args(["--target", "es2022", "--lib", "es2022,dom,dom.iterable"])
        .args(["--module", "esnext", "--moduleResolution", "bundler"])
        .args(["--types", ""])
        .arg(places.file(file));
    process::run(&mut command, "tsc").map_err(said)
}
