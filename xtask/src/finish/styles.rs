//! Joins the style sheets, in the order of index.html: the inline ones into one `<style>`, so that
//! the policy names one hash, and the linked ones into one file for the full app. Fewer files mean
//! fewer requests before the first paint.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::html::{Element, find_elements};
use super::{digest, programs};
use crate::error::{Context as _, Error, Outcome};

/// Minifies one style sheet.
type Minify<'a> = &'a dyn Fn(&str) -> Outcome<String>;

/// Joins and minifies the sheets that the page contains and those that it links. The file of the
/// linked ones is noted in `table`: the app loads it together with the full program.
///
/// # Errors
/// If a sheet cannot be read, minified or written.
pub(super) fn join_sheets(
    page: String,
    folder: &Path,
    minify: Minify<'_>,
    table: &mut BTreeMap<String, String>,
) -> Outcome<String> {
    extract_linked(join_inline(page, minify)?, folder, minify, table)
}

fn join_inline(mut page: String, minify: Minify<'_>) -> Outcome<String> {
    let sheets: Vec<_> = find_elements(&page, "style")
        .into_iter()
        .filter(|style| style.attributes.trim().is_empty())
        .collect();
    let Some(first) = sheets.first().map(|sheet| sheet.range.start) else {
        return Ok(page);
    };
    let css: Vec<&str> = sheets.iter().map(|sheet| sheet.content).collect();
    let css = minify(&css.join("\n"))?;
    let ranges: Vec<_> = sheets.into_iter().map(|sheet| sheet.range).collect();
    for range in ranges.into_iter().rev() {
        page.replace_range(range, "");
    }
    page.insert_str(first, &format!("<style>{css}</style>"));
    Ok(page)
}

/// Replaces the links by one file that contains all their sheets. Sheets for some media only, and
/// those of other hosts, stay.
fn extract_linked(
    mut page: String,
    folder: &Path,
    minify: Minify<'_>,
    table: &mut BTreeMap<String, String>,
) -> Outcome<String> {
    let mut css = String::new();
    let mut parts = Vec::new();
    for sheet in find_elements(&page, "link")
        .into_iter()
        .filter(is_local_sheet)
    {
        let address = sheet.attribute("href").unwrap_or_default();
        let file = folder.join(address.trim_start_matches("./"));
        css += &fs::read_to_string(&file).context(format!("Cannot read {}", file.display()))?;
        css.push('\n');
        parts.push((file, sheet.range));
    }
    if parts.is_empty() {
        return Ok(page);
    }
    for (file, range) in parts.into_iter().rev() {
        page.replace_range(range, "");
        remove_file(&file)?;
    }
    let css = minify(&css)?;
    let plain = format!("{}.css", programs::FULL);
    let name = digest::hashed_name(&plain, css.as_bytes());
    super::write(&folder.join(&name), &css)?;
    table.insert(plain, name);
    Ok(page)
}

/// A sheet that is linked twice is removed once.
fn remove_file(file: &Path) -> Outcome {
    match fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            let file = file.display();
            Err(Error::new(format!("Cannot remove {file}: {error}")))
        }
        _ => Ok(()),
    }
}

fn is_local_sheet(link: &Element<'_>) -> bool {
    let is_local = link
        .attribute("href")
        .is_some_and(|address| !address.contains("//"));
    link.attribute("rel") == Some("stylesheet") && is_local && link.attribute("media").is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_sheets_become_one_in_their_order() {
        let page = "<head><style>@layer a, b;</style> <style>.x { top: 0 }</style></head>";
        let joined = join_inline(page.to_owned(), &|css| Ok(css.replace('\n', "|"))).unwrap();
        assert_eq!(
            joined,
            "<head><style>@layer a, b;|.x { top: 0 }</style> </head>"
        );
    }

    #[test]
    fn linked_sheets_become_one_file_for_the_full_program() {
        let folder = std::env::temp_dir().join(format!("assay-styles-{}", std::process::id()));
        for (name, css) in [("a.css", "a{}"), ("b.css", "b{}")] {
            super::super::write(&folder.join(name), css).unwrap();
        }
        let page = "<link rel=\"stylesheet\" href=\"./a.css\"><link rel=\"icon\" href=\"./icon.svg\">\
            <link rel=\"stylesheet\" href=\"./b.css\"><link rel=\"stylesheet\" href=\"./a.css\">";
        let mut table = BTreeMap::new();
        let minify = |css: &str| Ok(css.replace('\n', ""));
        let page = extract_linked(page.to_owned(), &folder, &minify, &mut table).unwrap();
        assert_eq!(page, "<link rel=\"icon\" href=\"./icon.svg\">");
        let name = table.get("assay-full.css").unwrap();
        assert_eq!(fs::read_to_string(folder.join(name)).unwrap(), "a{}b{}a{}");
        assert!(!folder.join("a.css").exists());
        fs::remove_dir_all(folder).unwrap();
    }
}
