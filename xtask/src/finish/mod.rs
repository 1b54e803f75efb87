//! Completes what Trunk has built: the names of the programs, texts and models,
//! one style sheet, the first screen, the Content-Security-Policy, headers for hosts, and the
//! service worker. Each step is a file here and works on strings or a folder.
//!
//! The order matters: the policy holds hashes of what the steps before it have
//! put into the page, and the service worker lists what all of them have made.

pub mod brand;
pub mod data_files;
pub mod digest;
pub mod embed;
pub mod first_screen;
pub mod headers;
pub mod html;
mod json_file;
mod ordered;
pub mod policy;
pub mod programs;
pub mod scripts;
pub mod service_worker;
pub mod short_names;
pub mod styles;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::places::Places;
use crate::product::Kind;
use crate::trouble::{OrSay as _, Outcome};

/// Completes the site in `folder`; `screen` is the HTML to show before the
/// wasm has arrived.
///
/// # Errors
/// If a file cannot be read or written, a text is not JSON, or index.html
/// lacks a place that a step fills.
pub fn finish(places: &Places, folder: &Path, screen: Option<&str>, kind: Kind) -> Outcome {
    let index = folder.join("index.html");
    let page = fs::read_to_string(&index).or_say(format!("Cannot read {}", index.display()))?;
    let page = match kind {
        Kind::Release => {
            let page = scripts::shrink(page, places, folder)?;
            for (wasm, glue) in programs::files(folder)? {
                short_names::give(places, &wasm, &glue)?;
            }
            page
        }
        Kind::Development => page,
    };
    let mut table = BTreeMap::new();
    let page = styles::bundle(page, folder, &mut table)?;
    let page = programs::name(page, folder, &mut table)?;
    let page = data_files::add(page, places, folder, table)?;
    let page = first_screen::insert(page, screen);
    let page = policy::insert(page)?;
    write(&index, &page)?;
    embed::version(folder)?;
    service_worker::write(folder)?;
    headers::write(folder, &page)
}

/// All files below a folder, named from it with `/`, sorted.
///
/// # Errors
/// If a folder cannot be read.
pub fn files_in(folder: &Path) -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    collect(folder, "", &mut names)?;
    names.sort();
    Ok(names)
}

fn collect(folder: &Path, before: &str, names: &mut Vec<String>) -> Outcome {
    let problem = || format!("Cannot read {}", folder.display());
    for entry in fs::read_dir(folder).or_say(problem())? {
        let entry = entry.or_say(problem())?;
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), names)?;
        } else {
            names.push(name);
        }
    }
    Ok(())
}

fn write(file: &Path, text: &str) -> Outcome {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).or_say(format!("Cannot make {}", folder.display()))?;
    }
    fs::write(file, text).or_say(format!("Cannot write {}", file.display()))
}
