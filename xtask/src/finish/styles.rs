//! One style sheet instead of one for each component: fewer requests before
//! the first paint, and one hash in the policy. The order of the sheets in
//! index.html is kept; linked and inline ones stay apart.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::html::{Element, find_elements};
use super::{digest, programs};
use crate::error::{Context as _, Outcome};

/// Joins the sheets that index.html holds, and those that it links: the latter
/// are for the full app, which fetches them by the table.
///
/// # Errors
/// If a sheet cannot be read, or the new one not written.
pub fn join_sheets(
    page: String,
    folder: &Path,
    table: &mut BTreeMap<String, String>,
) -> Outcome<String> {
    extract_linked(join_inline(page), folder, table)
}

fn join_inline(mut page: String) -> String {
    let sheets: Vec<_> = find_elements(&page, "style")
        .into_iter()
        .filter(|style| style.attributes.trim().is_empty())
        .collect();
    let Some(first) = sheets.first().map(|sheet| sheet.range.start) else {
        return page;
    };
    let css: Vec<String> = sheets.iter().map(|sheet| minify(sheet.content)).collect();
    let places: Vec<_> = sheets.into_iter().map(|sheet| sheet.range).collect();
    for place in places.into_iter().rev() {
        page.replace_range(place, "");
    }
    page.insert_str(first, &format!("<style>{}</style>", css.concat()));
    page
}

/// Takes the links out of the page and notes the one file that holds all their
/// sheets. Sheets for some media only, and those of other hosts, stay.
fn extract_linked(
    mut page: String,
    folder: &Path,
    table: &mut BTreeMap<String, String>,
) -> Outcome<String> {
    let sheets = find_elements(&page, "link")
        .into_iter()
        .filter(is_local_sheet);
    let mut css = String::new();
    let mut parts = Vec::new();
    for sheet in sheets {
        let address = sheet.attribute("href").unwrap_or_default();
        let file = folder.join(address.trim_start_matches("./"));
        css +=
            &minify(&fs::read_to_string(&file).context(format!("Cannot read {}", file.display()))?);
        parts.push((file, sheet.range));
    }
    if parts.is_empty() {
        return Ok(page);
    }
    for (file, place) in parts.into_iter().rev() {
        page.replace_range(place, "");
        // A sheet may be linked twice.
        let _ = fs::remove_file(file);
    }
    let plain = format!("{}.css", programs::FULL);
    let name = digest::hashed_name(&plain, css.as_bytes());
    super::write(&folder.join(&name), &css)?;
    table.insert(plain, name);
    Ok(page)
}

fn is_local_sheet(link: &Element<'_>) -> bool {
    let here = link
        .attribute("href")
        .is_some_and(|address| !address.contains("//"));
    link.attribute("rel") == Some("stylesheet") && here && link.attribute("media").is_none()
}

/// Without comments, and with single spaces outside of strings.
fn minify(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(next) = rest.chars().next() {
        let after = rest.get(next.len_utf8()..).unwrap_or_default();
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        } else if next == '"' || next == '\'' {
            let end = find_string_end(after, next);
            out.push(next);
            out += after.get(..end).unwrap_or(after);
            rest = after.get(end..).unwrap_or_default();
        } else if next.is_whitespace() {
            if !out.ends_with([' ', '{', '}', ';', ',']) && !out.is_empty() {
                out.push(' ');
            }
            rest = after;
        } else {
            if matches!(next, '{' | '}' | ';' | ',') && out.ends_with(' ') {
                out.pop();
            }
            if next == '}' && out.ends_with(';') {
                out.pop();
            }
            out.push(next);
            rest = after;
        }
    }
    out.trim_end().to_owned()
}

/// Where a string ends, behind its closing quote.
fn find_string_end(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, character) in text.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if character == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_spaces_go_but_meaning_stays() {
        let css = "/* a */\n@layer a, b;\n.x  .y > p {\n  margin: calc(1px + 2px) 0;\n  content: \"/* {  } */\\\"\";\n}\n";
        assert_eq!(
            minify(css),
            "@layer a,b;.x .y > p{margin: calc(1px + 2px) 0;content: \"/* {  } */\\\"\"}"
        );
    }

    #[test]
    fn inline_sheets_become_one_in_their_order() {
        let page =
            "<head><style>@layer a, b;</style> <style>\n.x { top: 0 }\n</style></head>".to_owned();
        assert_eq!(
            join_inline(page),
            "<head><style>@layer a,b;.x{top: 0}</style> </head>"
        );
    }

    #[test]
    fn a_comment_between_selectors_keeps_them_apart() {
        assert_eq!(minify("a /* x */ b{}"), "a b{}");
    }
}
