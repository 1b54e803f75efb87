//! The first screen as HTML, which is painted before the wasm arrives: part of the page in some
//! languages, a file of its own in each other one.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::digest;
use crate::checkout::Checkout;
use crate::error::{Context as _, Error, Outcome};
use crate::process;
use crate::tools;

/// The comment in index.html that the first screen replaces.
pub const PLACEHOLDER: &str = "<!--first-screen-->";

/// The folder of the first screens that are files.
pub const FOLDER: &str = "first-screen";

/// The first screens.
#[derive(Debug, Deserialize)]
pub struct FirstScreens {
    /// Those in the page.
    page: String,
    /// The others by language tag.
    files: BTreeMap<String, String>,
}

/// An example that needs few crates.
const EXAMPLE: &str = "samples";

/// Whether the app has a program that prints its first screen.
#[must_use]
pub fn has_prerender(checkout: &Checkout) -> bool {
    let manifest = fs::read_to_string(checkout.file("app/web/Cargo.toml")).unwrap_or_default();
    checkout.file("app/web/src/bin/prerender.rs").is_file()
        || manifest.contains("name = \"prerender\"")
}

/// Builds and runs that program. `None` if there is none.
///
/// It is built for the same packages as the native tests and with an example, since cargo enables
/// the features of development dependencies only beside one. So both share all libraries.
///
/// # Errors
/// If the program cannot be built, or fails.
pub fn render(checkout: &Checkout) -> Outcome<Option<FirstScreens>> {
    if !has_prerender(checkout) {
        println!("Note: there is no program `prerender`, so index.html has no first screen.");
        return Ok(None);
    }
    let mut build = tools::cargo(checkout);
    build.args([
        "build",
        "--quiet",
        "--workspace",
        "--exclude",
        "assay-journeys",
        "--bin",
        "prerender",
        "--example",
        EXAMPLE,
        "--features",
        "assay-web/ssr",
    ]);
    process::run(&mut build, "Building the first screen")?;
    let program = checkout
        .native_target()
        .join("debug")
        .join(format!("prerender{}", std::env::consts::EXE_SUFFIX));
    let output = process::command(&program)
        .output()
        .context(format!("Cannot start {}", program.display()))?;
    if !output.status.success() {
        let errors = String::from_utf8_lossy(&output.stderr);
        return Err(Error::new(format!(
            "{errors}\nprerender failed ({}).",
            output.status
        )));
    }
    serde_json::from_slice(&output.stdout)
        .map(Some)
        .context("prerender printed")
}

/// Writes the first screens that are files, and their names into `table`.
///
/// # Errors
/// If a file cannot be written.
pub fn write_files(
    folder: &Path,
    screens: &FirstScreens,
    table: &mut BTreeMap<String, String>,
) -> Outcome {
    for (tag, html) in &screens.files {
        let plain = format!("{FOLDER}/{tag}.html");
        let hashed = digest::hashed_name(&plain, html.as_bytes());
        super::write(&folder.join(&hashed), html)?;
        table.insert(plain, hashed);
    }
    Ok(())
}

/// Replaces the comment in the page by the first screens of the page.
#[must_use]
pub fn insert(page: String, screens: Option<&FirstScreens>) -> String {
    let Some(screens) = screens else { return page };
    if !page.contains(PLACEHOLDER) {
        println!("Note: index.html has no {PLACEHOLDER}, so the first screen is left out.");
    }
    page.replacen(PLACEHOLDER, &screens.page, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_screen_replaces_the_comment() {
        let page = format!("<body>{PLACEHOLDER}</body>");
        let screens = FirstScreens {
            page: "<h1>A</h1>".to_owned(),
            files: BTreeMap::new(),
        };
        assert_eq!(
            insert(page.clone(), Some(&screens)),
            "<body><h1>A</h1></body>"
        );
        assert_eq!(insert(page.clone(), None), page);
    }
}
