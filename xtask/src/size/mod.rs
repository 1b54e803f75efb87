//! The size of the site: of each part, and of what the start page loads.

mod budget;
mod first_load;

use std::fs;
use std::path::Path;

use crate::checkout::Checkout;
use crate::compress::compress;
use crate::error::{Context as _, Error, Outcome};
use crate::finish::{digest, headers, list_files};
use first_load::first_loads;

/// The maximum size of the first load in bytes, compressed with brotli.
pub const FIRST_LOAD_LIMIT: usize = 129_700;

/// How many bytes more the first load in a language may have that is fetched by choice: its first
/// screen, which the page lacks, and its texts, which may be longer.
const CHOSEN_LANGUAGE_LIMIT: usize = 4_600;

/// The settings of a site's owner.
const SETTINGS: &str = "config.json";

/// The size of the settings that the build begins with, in bytes, at most.
const SETTINGS_LIMIT: usize = 50;

/// A file of the site with its sizes in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct SiteFile {
    name: String,
    raw: usize,
    compressed: usize,
    origin: Origin,
}

/// Who decides on the size of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// It is part of the program.
    Program,
    /// It is a firm's own: `config.json`, and what `cargo xtask brand` adds or replaces.
    Firm,
}

impl Origin {
    /// Tells them apart by the name and the `content`: a file of the program has a hash in its name,
    /// is made by the build or is the one in `public`.
    fn of_file(name: &str, content: &[u8], public: &Path) -> Self {
        let is_built = digest::is_hashed(name) || matches!(name, "index.html" | "sw.js");
        let is_replaced = || match name {
            SETTINGS => true,
            // The build copies it unchanged.
            "icon.svg" => fs::read(public.join(name)).is_ok_and(|original| original != content),
            _ => !public.join(name).is_file(),
        };
        match !is_built && is_replaced() {
            true => Self::Firm,
            false => Self::Program,
        }
    }
}

/// `cargo xtask size`: prints the size of each file beside its limit, and the first loads.
///
/// # Errors
/// If there is no build, a file or the first load exceeds its limit, or a file has no limit.
pub fn report(checkout: &Checkout) -> Outcome {
    let files = measure_files(checkout)?;
    println!(
        "{:<48} {:>9} {:>9} {:>9}",
        "file", "bytes", "brotli", "limit"
    );
    let usages = budget::measure(&files);
    for usage in &usages {
        println!("{usage}");
    }
    let mut faults = budget::find_faults(&usages);
    let too_much = report_first_loads(&checkout.dist(), &files, true)?;
    if too_much > 0 {
        faults.push(format!("The first load is {too_much} bytes too heavy."));
    }
    if faults.is_empty() {
        return Ok(());
    }
    Err(Error::new(faults.join("\n")))
}

/// Prints the size of the first load in each language, with a note if it exceeds the limit.
///
/// # Errors
/// If there is no build.
pub fn summarize(checkout: &Checkout) -> Outcome {
    let too_much = report_first_loads(&checkout.dist(), &measure_files(checkout)?, false)?;
    if too_much > 0 {
        println!("Note: that is {too_much} bytes too heavy, and cargo xtask test will say so.");
    }
    Ok(())
}

fn measure_files(checkout: &Checkout) -> Outcome<Vec<SiteFile>> {
    let (dist, public) = (checkout.dist(), checkout.file("public"));
    if !dist.join("index.html").is_file() {
        return Err(Error::new("There is no dist/ yet: cargo xtask build"));
    }
    let mut files = Vec::new();
    for name in list_files(&dist)?
        .into_iter()
        .filter(|name| !headers::is_host_file(name))
    {
        let content = fs::read(dist.join(&name)).context(format!("Cannot read dist/{name}"))?;
        files.push(SiteFile {
            raw: content.len(),
            compressed: compress(&content, 11).len(),
            origin: Origin::of_file(&name, &content, &public),
            name,
        });
    }
    Ok(files)
}

/// Prints the first loads, and returns by how many bytes one exceeds its limit at most. A firm's
/// settings count as those that the build begins with.
fn report_first_loads(dist: &Path, files: &[SiteFile], in_detail: bool) -> Outcome<usize> {
    let page =
        fs::read_to_string(dist.join("index.html")).context("Cannot read dist/index.html")?;
    let weight = |name: &String| {
        files
            .iter()
            .find(|file| file.name == *name)
            .map_or(0, |file| file.compressed)
    };
    let mut excess = 0;
    for load in first_loads(&page)? {
        let total: usize = load.names.iter().map(weight).sum();
        let settings = weight(&SETTINGS.to_owned()).saturating_sub(SETTINGS_LIMIT);
        let limit = match load.is_by_choice() {
            true => FIRST_LOAD_LIMIT.saturating_add(CHOSEN_LANGUAGE_LIMIT),
            false => FIRST_LOAD_LIMIT,
        };
        excess = excess.max(total.saturating_sub(settings).saturating_sub(limit));
        println!(
            "First load ({}): {total} bytes with brotli, of at most {limit}",
            load.language
        );
        for name in load.names.iter().filter(|_| in_detail) {
            println!("  {:>8}  {name}", weight(name));
        }
    }
    Ok(excess)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_the_program_are_told_from_those_of_a_firm() {
        let checkout = Checkout::current();
        let public = checkout.file("public");
        let icon = fs::read(public.join("icon.svg")).unwrap();
        let origin = |name: &str, content: &[u8]| Origin::of_file(name, content, &public);
        for name in [
            "index.html",
            "sw.js",
            "embed.js",
            "examples/plain/index.html",
            "assay-full-0123456789abcdef.js",
        ] {
            assert_eq!(origin(name, b"built"), Origin::Program, "{name}");
        }
        assert_eq!(origin("icon.svg", &icon), Origin::Program);
        assert_eq!(origin("icon.svg", b"<svg/>"), Origin::Firm);
        for name in [
            "config.json",
            "models/ours.json",
            "logo.png",
            "fonts/a.woff2",
        ] {
            assert_eq!(origin(name, b"own"), Origin::Firm, "{name}");
        }
    }
}
