//! Shortens the names between a program's wasm and its glue. Those of wasm-bindgen contain a hash
//! each, which compression cannot reduce.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::checkout::Checkout;
use crate::error::{Context as _, Error, Outcome};
use crate::process;
use crate::tools;

/// The features of wasm that Rust's target uses.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The table that wasm-opt prints: module, old name and new name of each import, old name and new
/// name of each export.
#[derive(Default)]
struct RenameTable {
    imports: Vec<(String, String, String)>,
    exports: Vec<(String, String)>,
}

impl RenameTable {
    fn parse(printed: &[u8]) -> serde_json::Result<Self> {
        let mut lists: BTreeMap<String, Vec<Vec<String>>> = serde_json::from_slice(printed)?;
        let mut renamed = Self::default();
        for entry in lists.remove("imports").unwrap_or_default() {
            if let Ok([module, old, new]) = <[String; 3]>::try_from(entry) {
                renamed.imports.push((module, old, new));
            }
        }
        for entry in lists.remove("exports").unwrap_or_default() {
            if let Ok([old, new]) = <[String; 2]>::try_from(entry) {
                renamed.exports.push((old, new));
            }
        }
        Ok(renamed)
    }
}

/// Shortens the names in both files of a program.
///
/// # Errors
/// If wasm-opt fails, or its table cannot be parsed.
pub fn assign(checkout: &Checkout, wasm: &Path, glue: &Path) -> Outcome {
    let mut command = process::command(tools::wasm_opt_path(checkout));
    command
        .arg("--minify-imports-and-exports-and-modules")
        .args(FEATURES)
        .arg(wasm)
        .arg("--output")
        .arg(wasm);
    let output = command.output().context("Cannot start wasm-opt")?;
    if !output.status.success() {
        let errors = String::from_utf8_lossy(&output.stderr);
        return Err(Error::new(format!("{errors}\nwasm-opt failed.")));
    }
    let renamed =
        RenameTable::parse(&output.stdout).context("What wasm-opt printed is not its table")?;
    let script = fs::read_to_string(glue).context(format!("Cannot read {}", glue.display()))?;
    super::write(glue, &rename_in_glue(&script, &renamed))
}

/// The glue with the new names: imports are keys of an object, exports are read from one.
fn rename_in_glue(script: &str, renamed: &RenameTable) -> String {
    let imports: BTreeMap<&str, &str> = renamed
        .imports
        .iter()
        .map(|(_, old, new)| (&**old, &**new))
        .collect();
    let exports: BTreeMap<&str, &str> = renamed
        .exports
        .iter()
        .map(|(old, new)| (&**old, &**new))
        .collect();
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while !rest.is_empty() {
        let end = rest.find(|c| !is_part_of_name(c)).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let new = match out.ends_with('.') {
            true => exports.get(name),
            false => imports.get(name),
        };
        out += new.unwrap_or(&name);
        let next = after.find(is_part_of_name).unwrap_or(after.len());
        let (between, after) = after.split_at(next);
        out += between;
        rest = after;
    }
    match renamed.imports.first() {
        // All imports come from one module, which wasm-opt names `a`.
        Some((module, _, _)) => out.replace(&format!("\"{module}\""), "\"a\""),
        None => out,
    }
}

fn is_part_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_renamed_as_keys_and_exports_where_they_are_read() {
        let renamed = RenameTable {
            imports: vec![(
                "./x_bg.js".to_owned(),
                "__wbg_go_12".to_owned(),
                "a".to_owned(),
            )],
            exports: vec![("memory".to_owned(), "b".to_owned())],
        };
        let script = "const i={__wbg_go_12:function(){return M.memory.buffer+memory}};f({\"./x_bg.js\":i,__wbg_go_123:1})";
        let expected =
            "const i={a:function(){return M.b.buffer+memory}};f({\"a\":i,__wbg_go_123:1})";
        assert_eq!(rename_in_glue(script, &renamed), expected);
    }
}
