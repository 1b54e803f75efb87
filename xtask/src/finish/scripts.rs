//! Scripts without what only people read in them: the glue of both programs,
//! and what stands in the page.

use std::fs;
use std::path::Path;

use super::files_in;
use super::html::{Element, elements};
use crate::places::Places;
use crate::process;
use crate::tools;
use crate::trouble::{OrSay as _, Outcome};

/// Shrinks the scripts that Trunk left in `folder`, and the inline ones of the
/// page.
///
/// # Errors
/// If Terser cannot be installed, or fails.
pub fn shrink(mut page: String, places: &Places, folder: &Path) -> Outcome<String> {
    let terser = tools::terser(places)?;
    let scripts = files_in(folder)?;
    for name in scripts.iter().filter(|name| is_only_run(name)) {
        run(&terser, &folder.join(name), true)?;
    }
    let inline: Vec<_> = elements(&page, "script")
        .into_iter()
        .filter(is_classic)
        .map(|script| (script.place, script.content.to_owned()))
        .collect();
    for (place, content) in inline.into_iter().rev() {
        let small = shrunk(&terser, folder, &content)?;
        page.replace_range(place, &format!("<script>{small}</script>"));
    }
    Ok(page)
}

/// Not examples, which are there to be read, too. And what other sites load under a version and a
/// hash must not depend on who built it.
fn is_only_run(name: &str) -> bool {
    name.ends_with(".js") && !name.starts_with("examples/") && !name.starts_with("embed")
}

fn is_classic(script: &Element<'_>) -> bool {
    script.attributes.trim().is_empty() && !script.content.trim().is_empty()
}

/// A script that stands in no file.
fn shrunk(terser: &Path, folder: &Path, script: &str) -> Outcome<String> {
    let file = folder.join("inline.js.tmp");
    super::write(&file, script)?;
    run(terser, &file, false)?;
    let small = fs::read_to_string(&file).or_say("Cannot read the script back")?;
    fs::remove_file(&file).or_say("Cannot remove the script")?;
    Ok(small.trim().to_owned())
}

fn run(terser: &Path, file: &Path, is_module: bool) -> Outcome {
    let mut command = process::command(terser);
    command
        .arg(file)
        .args(["--compress", "passes=2", "--mangle"]);
    if is_module {
        command.arg("--module");
    }
    process::run(command.arg("--output").arg(file), "Terser")
}
