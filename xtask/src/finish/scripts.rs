//! Scripts without what only people read in them: the glue of both programs,
//! and what stands in the page.

use std::fs;
use std::path::Path;

use super::html::{Element, find_elements};
use super::list_files;
use crate::checkout::Checkout;
use crate::error::{Context as _, Outcome};
use crate::process;
use crate::tools;

/// Shrinks the scripts that Trunk left in `folder`, and the inline ones of the
/// page.
///
/// # Errors
/// If Terser cannot be installed, or fails.
pub fn minify(mut page: String, checkout: &Checkout, folder: &Path) -> Outcome<String> {
    let terser = tools::ensure_terser(checkout)?;
    let scripts = list_files(folder)?;
    for name in scripts.iter().filter(|name| is_minified(name)) {
        run_terser(&terser, &folder.join(name), true)?;
    }
    let inline: Vec<_> = find_elements(&page, "script")
        .into_iter()
        .filter(is_inline_classic)
        .map(|script| (script.range, script.content.to_owned()))
        .collect();
    for (place, content) in inline.into_iter().rev() {
        let small = minify_inline(&terser, folder, &content)?;
        page.replace_range(place, &format!("<script>{small}</script>"));
    }
    Ok(page)
}

/// Not examples, which are there to be read, too. And what other sites load under a version and a
/// hash must not depend on who built it.
fn is_minified(name: &str) -> bool {
    name.ends_with(".js") && !name.starts_with("examples/") && !name.starts_with("embed")
}

fn is_inline_classic(script: &Element<'_>) -> bool {
    script.attributes.trim().is_empty() && !script.content.trim().is_empty()
}

/// A script that stands in no file.
fn minify_inline(terser: &Path, folder: &Path, script: &str) -> Outcome<String> {
    let file = folder.join("inline.js.tmp");
    super::write(&file, script)?;
    run_terser(terser, &file, false)?;
    let small = fs::read_to_string(&file).context("Cannot read the script back")?;
    fs::remove_file(&file).context("Cannot remove the script")?;
    Ok(small.trim().to_owned())
}

fn run_terser(terser: &Path, file: &Path, is_module: bool) -> Outcome {
    let mut command = process::command(terser);
    command
        .arg(file)
        .args(["--compress", "passes=2", "--mangle"]);
    if is_module {
        command.arg("--module");
    }
    process::run(command.arg("--output").arg(file), "Terser")
}
