//! The size of the site: of each part, and of what the start page loads.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::checkout::Checkout;
use crate::compress::compress;
use crate::error::{Context as _, Error, Outcome};
use crate::finish::{file_table, headers, html, list_files, programs};

/// The maximum size of the first load in bytes, compressed with brotli.
pub const FIRST_LOAD_LIMIT: usize = 133_700;

/// The maximum size of the program for reports in bytes, compressed with brotli. It is fetched at its
/// first use.
pub const REPORTS_LIMIT: usize = 600_000;

/// A file of the site with its sizes in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct SiteFile {
    name: String,
    raw: usize,
    compressed: usize,
}

/// The files that the start page loads in one language.
#[derive(Debug, PartialEq, Eq)]
struct FirstLoad {
    language: String,
    names: Vec<String>,
}

/// `cargo xtask size`: prints the sizes of all parts and of the first load.
///
/// # Errors
/// If there is no build, its first load exceeds [`FIRST_LOAD_LIMIT`], or the program for reports
/// exceeds [`REPORTS_LIMIT`].
pub fn report(checkout: &Checkout) -> Outcome {
    let files = measure_files(&checkout.dist())?;
    println!("{:<12} {:>10} {:>10}", "part", "bytes", "brotli");
    let mut parts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for file in &files {
        let sum = parts.entry(part_of(&file.name)).or_default();
        *sum = (sum.0 + file.raw, sum.1 + file.compressed);
    }
    for (part, (raw, packed)) in parts {
        println!("{part:<12} {raw:>10} {packed:>10}");
    }
    let too_much = report_first_loads(&checkout.dist(), &files, true)?;
    if too_much > 0 {
        return Err(Error::new(format!(
            "The first load is {too_much} bytes too heavy."
        )));
    }
    check_reports(&files)
}

/// Prints the size of the program for reports.
fn check_reports(files: &[SiteFile]) -> Outcome {
    let parts = files
        .iter()
        .filter(|file| file.name.starts_with(programs::REPORTS));
    let total: usize = parts.map(|file| file.compressed).sum();
    println!(
        "Reports, loaded at their first use: {total} bytes with brotli, of at most {REPORTS_LIMIT}"
    );
    if total > REPORTS_LIMIT {
        let too_much = total - REPORTS_LIMIT;
        return Err(Error::new(format!(
            "The program for reports is {too_much} bytes too heavy."
        )));
    }
    Ok(())
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

fn part_of(name: &str) -> &str {
    match name.split_once('/') {
        Some((folder, _)) => folder,
        None => name.rsplit_once('.').map_or("other", |(_, ending)| ending),
    }
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

/// For each language that has texts: the page, the files that it names, and from its table the
/// starter app with the texts and the model of the language.
fn first_loads(page: &str) -> Outcome<Vec<FirstLoad>> {
    let (named, table) = (named_files(page), file_table::read(page)?);
    let languages: Vec<&str> = table
        .keys()
        .filter_map(|name| name.strip_prefix("texts/")?.strip_suffix(".starter.json"))
        .collect();
    let load = |language: &str| {
        let others = languages.iter().filter(|other| **other != language);
        let of_others: Vec<String> = others
            .map(|other| format!("{other}.starter.json"))
            .collect();
        let ours = table
            .iter()
            .filter(|(plain, _)| !is_loaded_later(plain))
            .filter(|(plain, _)| !of_others.iter().any(|other| plain.ends_with(other)));
        let mut names = named.clone();
        names.extend(
            ours.map(|(_, hashed)| hashed.clone())
                .filter(|name| !named.contains(name)),
        );
        FirstLoad {
            language: language.to_owned(),
            names,
        }
    };
    Ok(if languages.is_empty() {
        vec![load("no texts")]
    } else {
        languages.iter().map(|language| load(language)).collect()
    })
}

/// The page, the configuration, and the files of the site that the page names, sorted.
fn named_files(page: &str) -> Vec<String> {
    let mut named = vec!["index.html".to_owned(), "config.json".to_owned()];
    let links = html::find_elements(page, "link")
        .into_iter()
        .filter(|link| link.attribute("rel") != Some("canonical"));
    let addresses = links.map(|link| link.attribute("href").map(str::to_owned));
    let scripts = html::find_elements(page, "script")
        .into_iter()
        .map(|script| script.attribute("src").map(str::to_owned));
    named.extend(
        addresses
            .chain(scripts)
            .flatten()
            .filter(|address| !address.contains(':'))
            .map(|address| address.trim_start_matches("./").to_owned()),
    );
    named.sort();
    named.dedup();
    named
}

/// Whether boot.js loads the file together with the full app.
fn is_loaded_later(plain: &str) -> bool {
    let is_starter = plain.starts_with(programs::STARTER) || plain.ends_with(".starter.json");
    !is_starter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_load_is_the_page_what_it_names_and_one_language() {
        let page = r#"<head><link rel="stylesheet" href="./a.css"><link rel="preload" href="./b.wasm">
            <script type="application/json" id="assay-files">{"models/m.starter.json":"models/m.starter-1.json",
            "models/m.json":"models/m-1.json","models/m.en.starter.json":"models/m.en.starter-1.json",
            "models/m.zh-CN.starter.json":"models/m.zh-CN.starter-1.json",
            "texts/en.starter.json":"texts/en.starter-1.json","texts/zh-CN.starter.json":"texts/zh-CN.starter-1.json",
            "texts/en.json":"texts/en-1.json","assay-full.wasm":"assay-full-1.wasm"}</script></head>"#;
        let loads = first_loads(page).unwrap();
        assert_eq!(loads.len(), 2);
        assert_eq!(loads[0].language, "en");
        let expected = [
            "a.css",
            "b.wasm",
            "config.json",
            "index.html",
            "models/m.en.starter-1.json",
            "models/m.starter-1.json",
            "texts/en.starter-1.json",
        ];
        assert_eq!(loads[0].names, expected);
    }

    #[test]
    fn a_program_for_reports_above_its_limit_is_refused() {
        let file = |compressed| SiteFile {
            name: "assay-reports-0123456789abcdef.wasm".to_owned(),
            raw: compressed,
            compressed,
        };
        assert!(check_reports(&[file(REPORTS_LIMIT)]).is_ok());
        assert!(check_reports(&[file(REPORTS_LIMIT), file(1)]).is_err());
    }
}
