//! Compares a thousand results of a native and of a wasm build of the core digit by digit: the app
//! and the command line must compute the same.

use std::process::{Command, Stdio};

use crate::checkout::Checkout;
use crate::error::{Context as _, Error, Outcome};
use crate::process;
use crate::tools::system::{self, SystemDependency};
use crate::tools::{self, WebTools, wasm_target};

const PACKAGE: &str = "assay-parity";

/// The number of results that the package computes. It is checked, since two empty outputs would be
/// equal.
const RESULT_COUNT: usize = 1_000;

/// The number of characters shown before and after the first difference of two lines.
const CONTEXT_CHARS: usize = 60;

/// Builds and runs both, and compares their output line by line.
///
/// # Errors
/// If something cannot be installed, built or run, or at the first difference.
pub fn run(checkout: &Checkout) -> Outcome {
    // Only node is needed here, not npm.
    if process::find_program("node").is_none() {
        system::ensure(checkout, &[SystemDependency::Node])?;
    }
    let native = native_results(checkout)?;
    let wasm = wasm_results(checkout, &WebTools::ensure(checkout)?)?;
    compare(&native, &wasm)?;
    println!(
        "{RESULT_COUNT} results, {} bytes, are the same in both builds.",
        native.len()
    );
    Ok(())
}

/// Optimized like the command line tool, without the options that take long to build.
fn native_results(checkout: &Checkout) -> Outcome<String> {
    let mut command = tools::cargo(checkout);
    command
        .args(["run", "--quiet", "--package", PACKAGE, "--profile", "fast"])
        .args(["--config", "profile.fast.lto='off'"])
        .args(["--config", "profile.fast.codegen-units=16"]);
    capture_output(&mut command, "The native build of the results")
}

/// Built like the app and in the same target folder, so that libraries are shared.
fn wasm_results(checkout: &Checkout, tools: &WebTools) -> Outcome<String> {
    let mut command = tools.cargo(checkout);
    command.args(["build", "--quiet", "--package", PACKAGE, "--release"]);
    command.args(["--target", wasm_target::WASM_TARGET]);
    process::run(&mut command, "The wasm build of the results")?;
    let module = checkout
        .wasm_target()
        .join(wasm_target::WASM_TARGET)
        .join(format!("release/{PACKAGE}.wasm"));
    let mut node = process::command("node");
    node.arg(checkout.file("tests/parity/run.mjs")).arg(module);
    capture_output(&mut node, "Running the wasm build of the results")
}

/// The standard output of a command. Its error output is shown.
fn capture_output(command: &mut Command, what: &str) -> Outcome<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .context(format!("{what} could not start"))?;
    if !output.status.success() {
        return Err(Error::new(format!("{what} failed ({}).", output.status)));
    }
    String::from_utf8(output.stdout).context(format!("{what} gave no text"))
}

fn compare(native: &str, wasm: &str) -> Outcome {
    for (name, text) in [("native", native), ("wasm", wasm)] {
        let count = text.lines().count();
        if count != RESULT_COUNT {
            return Err(Error::new(format!(
                "The {name} build gave {count} results instead of {RESULT_COUNT}."
            )));
        }
    }
    let mut pairs = native.lines().zip(wasm.lines()).enumerate();
    match pairs.find(|(_, (native, wasm))| native != wasm) {
        None => Ok(()),
        Some((number, (native, wasm))) => Err(Error::new(difference(number, native, wasm))),
    }
}

/// Describes the first difference of two lines, with an excerpt of each.
fn difference(number: usize, native: &str, wasm: &str) -> String {
    let same = native
        .chars()
        .zip(wasm.chars())
        .take_while(|(native, wasm)| native == wasm)
        .count();
    let excerpt = |line: &str| -> String {
        let from = same.saturating_sub(CONTEXT_CHARS);
        line.chars().skip(from).take(2 * CONTEXT_CHARS).collect()
    };
    format!(
        "Company {number} differs (line {}, column {}):\n  native …{}…\n  wasm   …{}…",
        number + 1,
        same + 1,
        excerpt(native),
        excerpt(wasm)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(odd: &str) -> String {
        let line = |n| if n == 7 { odd } else { "{\"a\":0.1}" };
        (0..RESULT_COUNT)
            .map(|n| format!("{}\n", line(n)))
            .collect()
    }

    #[test]
    fn one_digit_that_differs_is_found_and_shown() {
        let (native, wasm) = (lines("{\"a\":0.25}"), lines("{\"a\":0.26}"));
        assert!(compare(&native, &native).is_ok());
        let error = compare(&native, &wasm).unwrap_err().to_string();
        assert!(
            error.contains("Company 7 differs (line 8, column 9)"),
            "{error}"
        );
        assert!(
            error.contains("0.25}") && error.contains("0.26}"),
            "{error}"
        );
    }

    #[test]
    fn results_that_are_missing_are_not_the_same() {
        assert!(compare("", "").is_err());
        assert!(compare(&lines("{}"), "{}\n").is_err());
    }
}
