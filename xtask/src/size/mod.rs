//! The size of the site: of each part, and of what the start page loads.

mod budget;
mod first_load;

use std::fs;
use std::path::Path;

use crate::checkout::Checkout;
use crate::compress::compress;
use crate::error::{Context as _, Error, Outcome};
use crate::finish::{headers, list_files};
use first_load::first_loads;

/// The maximum size of the first load in bytes, compressed with brotli.
pub const FIRST_LOAD_LIMIT: usize = 133_700;

/// A file of the site with its sizes in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct SiteFile {
    name: String,
    raw: usize,
    compressed: usize,
}

/// `cargo xtask size`: prints the size of each file beside its limit, and the first loads.
///
/// # Errors
/// If there is no build, a file or the first load exceeds its limit, or a file has no limit.
pub fn report(checkout: &Checkout) -> Outcome {
    let files = measure_files(&checkout.dist())?;
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
    let too_much = report_first_loads(&checkout.dist(), &measure_files(&checkout.dist())?, false)?;
    if too_much > 0 {
        println!("Note: that is {too_much} bytes too heavy, and cargo xtask test will say so.");
    }
    Ok(())
}

fn measure_files(dist: &Path) -> Outcome<Vec<SiteFile>> {
    if !dist.join("index.html").is_file() {
        return Err(Error::new("There is no dist/ yet: cargo xtask build"));
    }
    let mut files = Vec::new();
    for name in list_files(dist)?
        .into_iter()
        .filter(|name| !headers::is_host_file(name))
    {
        let content = fs::read(dist.join(&name)).context(format!("Cannot read dist/{name}"))?;
        files.push(SiteFile {
            raw: content.len(),
            compressed: compress(&content, 11).len(),
            name,
        });
    }
    Ok(files)
}

/// Prints the first loads, and returns by how many bytes the largest exceeds the limit.
fn report_first_loads(dist: &Path, files: &[SiteFile], in_detail: bool) -> Outcome<usize> {
    let page =
        fs::read_to_string(dist.join("index.html")).context("Cannot read dist/index.html")?;
    let weight = |name: &String| {
        files
            .iter()
            .find(|file| file.name == *name)
            .map_or(0, |file| file.compressed)
    };
    let mut heaviest = 0;
    for load in first_loads(&page)? {
        let total: usize = load.names.iter().map(weight).sum();
        heaviest = heaviest.max(total);
        println!(
            "First load ({}): {total} bytes with brotli, of at most {FIRST_LOAD_LIMIT}",
            load.language
        );
        for name in load.names.iter().filter(|_| in_detail) {
            println!("  {:>8}  {name}", weight(name));
        }
    }
    Ok(heaviest.saturating_sub(FIRST_LOAD_LIMIT))
}
