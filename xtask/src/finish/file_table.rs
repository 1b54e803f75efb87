//! The table in the page from the names of files to their names with a hash, by which the app loads
//! them. An entry is a name with a hash, from which `boot.js` derives the one without, or a name and
//! its value: `["models/standard-1f….json", "assay-reports.size 600000", …]`.

use std::collections::BTreeMap;

use super::digest;
use super::html::{Element, find_elements};
use crate::error::{Context as _, Outcome};

const ID: &str = "assay-files";

/// Fills the table's block of the page, which later scripts read. A page without such a block gets
/// one at the end of its head.
///
/// # Errors
/// If the table cannot be written as JSON.
pub(super) fn insert(mut page: String, table: &BTreeMap<String, String>) -> Outcome<String> {
    let entries: Vec<String> = table
        .iter()
        .map(|(plain, value)| entry(plain, value))
        .collect();
    let json = serde_json::to_string(&entries)
        .context("The table of files")?
        .replace('<', "\\u003c");
    let block = format!("<script type=\"application/json\" id=\"{ID}\">{json}</script>");
    let existing = find_elements(&page, "script")
        .into_iter()
        .find(is_table)
        .map(|script| script.range);
    let end = page.find("</head>").unwrap_or(page.len());
    page.replace_range(existing.unwrap_or(end..end), &block);
    Ok(page)
}

fn entry(plain: &str, value: &str) -> String {
    match digest::plain_name(value) == plain {
        true => value.to_owned(),
        false => format!("{plain} {value}"),
    }
}

fn parse_entry(entry: String) -> (String, String) {
    match entry.split_once(' ') {
        Some((plain, value)) => (plain.to_owned(), value.to_owned()),
        None => (digest::plain_name(&entry), entry),
    }
}

/// The table of a page; empty if it has none.
///
/// # Errors
/// If the block is no table.
pub fn read(page: &str) -> Outcome<BTreeMap<String, String>> {
    let block = find_elements(page, "script").into_iter().find(is_table);
    block.map_or_else(
        || Ok(BTreeMap::new()),
        |script| {
            let entries: Vec<String> =
                serde_json::from_str(script.content).context("The table of files in the page")?;
            Ok(entries.into_iter().map(parse_entry).collect())
        },
    )
}

fn is_table(script: &Element<'_>) -> bool {
    script.attribute("id") == Some(ID)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_can_be_read_back_from_the_page() {
        let table = BTreeMap::from([
            (
                "texts/zh-CN.own.json".to_owned(),
                digest::hashed_name("texts/zh-CN.own.json", b"x"),
            ),
            ("assay-reports.size".to_owned(), "600000".to_owned()),
        ]);
        let page = insert("<head></head><body></body>".to_owned(), &table).unwrap();
        assert!(page.starts_with("<head><script "));
        assert!(
            page.contains("[\"assay-reports.size 600000\",\"texts/zh-CN.own-"),
            "{page}"
        );
        assert_eq!(read(&page).unwrap(), table);
        assert_eq!(read("<head></head>").unwrap(), BTreeMap::new());
        assert!(read(&page.replace("600000\"", "")).is_err());
    }

    #[test]
    fn the_page_s_own_block_is_filled_where_it_is() {
        let table = BTreeMap::from([("a".to_owned(), "b".to_owned())]);
        let page = "<head><script type=\"application/json\" id=\"assay-files\">[]</script><script>1</script></head>";
        let page = insert(page.to_owned(), &table).unwrap();
        assert_eq!(page.matches("assay-files").count(), 1);
        assert!(page.starts_with(
            "<head><script type=\"application/json\" id=\"assay-files\">[\"a b\"]</script><script>1"
        ));
    }
}
