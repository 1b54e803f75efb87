//! Fuzzing, a part of `test --full`: runs each target in `fuzz/` for a limited time.

use std::fs;

use crate::checkout::Checkout;
use crate::error::{Context as _, Outcome};
use crate::process;
use crate::tools;

const SECONDS_PER_TARGET: u32 = 60;

/// Runs all targets, or prints that there are none.
///
/// # Errors
/// If cargo-fuzz cannot be installed, or an input breaks a target.
pub fn run(checkout: &Checkout) -> Outcome {
    let manifest = checkout.file("fuzz/Cargo.toml");
    if !manifest.is_file() {
        println!("There is no fuzz/Cargo.toml: nothing is fuzzed.");
        return Ok(());
    }
    let text =
        fs::read_to_string(&manifest).context(format!("Cannot read {}", manifest.display()))?;
    tools::ensure_cargo_fuzz(checkout)?;
    for target in parse_targets(&text) {
        println!("Fuzzing {target} for {SECONDS_PER_TARGET} s");
        let found = checkout.file(&format!("fuzz/corpus/{target}"));
        fs::create_dir_all(&found).context(format!("Cannot make {}", found.display()))?;
        let mut command = process::command("cargo");
        command
            .current_dir(checkout.root())
            .args(["fuzz", "run", target])
            // Fuzzing starts from the inputs in both folders and adds new ones to the first.
            .arg(found)
            .arg(checkout.file(&format!("fuzz/seeds/{target}")))
            .arg("--")
            .arg(format!("-max_total_time={SECONDS_PER_TARGET}"))
            .args(["-timeout=10", "-verbosity=0", "-print_final_stats=1"])
            // Permits the address sanitizer with a stable compiler.
            .env("RUSTC_BOOTSTRAP", "1")
            .env(
                "PATH",
                process::prepend_to_path(&[checkout.tool_programs()]),
            );
        process::run(&mut command, &format!("Fuzzing {target}"))?;
    }
    Ok(())
}

/// The names in the `[[bin]]` tables of a manifest.
fn parse_targets(manifest: &str) -> Vec<&str> {
    let mut in_target = false;
    let mut names = Vec::new();
    for line in manifest.lines().map(str::trim) {
        if line.starts_with('[') {
            in_target = line == "[[bin]]";
        } else if let Some(name) = line.strip_prefix("name").filter(|_| in_target) {
            names.push(name.trim_start_matches([' ', '=']).trim_matches('"'));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    #[test]
    fn targets_are_the_programs_of_the_fuzz_package() {
        let manifest = "[package]\nname = \"fuzz\"\n[[bin]]\nname = \"link\"\npath = \"a.rs\"\n[dependencies.x]\nname = \"y\"\n[[bin]]\nname=\"model\"\n";
        assert_eq!(super::parse_targets(manifest), ["link", "model"]);
    }
}
