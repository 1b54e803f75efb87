//! Completes the folder that Trunk built: minified scripts and style sheets, hashed names of
//! programs, texts and models, the first screen, the Content-Security-Policy, headers for hosts and
//! the service worker. Each step has a file of its own and works on the text of the page or on the
//! folder.
//!
//! The order matters: the policy contains hashes of what the steps before it add to the page, and
//! the service worker lists the files of all steps.

pub mod brand;
pub mod data_files;
pub mod digest;
pub mod embed;
pub mod file_table;
pub mod first_screen;
pub mod headers;
pub mod html;
mod json_file;
mod minify;
pub mod policy;
pub mod programs;
pub mod scripts;
pub mod service_worker;
pub mod short_names;
pub mod styles;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::build_kind::BuildKind;
use crate::checkout::Checkout;
use crate::error::{Context as _, Outcome};
use first_screen::FirstScreens;
use minify::Minifier;

/// Completes the site in `folder`; `screens` are the first screens.
///
/// # Errors
/// If a file cannot be read or written, a text is not JSON, or index.html lacks an element that a
/// step fills.
pub fn finish(
    checkout: &Checkout,
    folder: &Path,
    screens: Option<&FirstScreens>,
    kind: BuildKind,
) -> Outcome {
    let index = folder.join("index.html");
    let page = fs::read_to_string(&index).context(format!("Cannot read {}", index.display()))?;
    let minifier = Minifier::ensure(checkout)?;
    let page = match kind {
        BuildKind::Release => {
            let page = scripts::minify(page, &minifier, folder)?;
            for (wasm, glue) in programs::find_files(folder)? {
                short_names::assign(checkout, &wasm, &glue)?;
            }
            page
        }
        BuildKind::Development => page,
    };
    let mut table = BTreeMap::new();
    let minify = |sheet: &str| minifier.minify_style_sheet(sheet);
    let page = styles::join_sheets(page, folder, &minify, &mut table)?;
    let page = programs::add_hashed_names(page, folder, &mut table)?;
    programs::add_reports_size(folder, kind.brotli_quality(), &mut table)?;
    data_files::add(checkout, folder, &mut table)?;
    if let Some(screens) = screens {
        first_screen::write_files(folder, screens, &mut table)?;
    }
    let page = file_table::insert(page, &table)?;
    let page = first_screen::insert(page, screens);
    let page = policy::insert(page)?;
    write(&index, &page)?;
    embed::write_versioned(folder)?;
    service_worker::write(folder)?;
    headers::write(folder, &page)
}

/// All files below a folder as sorted relative paths with `/`.
///
/// # Errors
/// If a folder cannot be read.
pub fn list_files(folder: &Path) -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    collect_files(folder, "", &mut names)?;
    names.sort();
    Ok(names)
}

fn collect_files(folder: &Path, before: &str, names: &mut Vec<String>) -> Outcome {
    let problem = || format!("Cannot read {}", folder.display());
    for entry in fs::read_dir(folder).context(problem())? {
        let entry = entry.context(problem())?;
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect_files(&entry.path(), &format!("{name}/"), names)?;
        } else {
            names.push(name);
        }
    }
    Ok(())
}

fn write(file: &Path, text: &str) -> Outcome {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).context(format!("Cannot make {}", folder.display()))?;
    }
    fs::write(file, text).context(format!("Cannot write {}", file.display()))
}
