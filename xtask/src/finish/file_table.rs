//! The table in the page from the names of files to their names with a hash, by which the app loads
//! them: `{"models/standard.json": "models/standard-1f….json", …}`.

use std::collections::BTreeMap;

use super::html::{Element, find_elements};
use crate::error::{Context as _, Outcome};

const ID: &str = "assay-files";

/// Fills the table's block of the page, which later scripts read. A page without such a block gets
/// one at the end of its head.
///
/// # Errors
/// If the table cannot be written as JSON.
pub(super) fn insert(mut page: String, table: &BTreeMap<String, String>) -> Outcome<String> {
    let json = serde_json::to_string(table)
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

/// The table of a page; empty if it has none.
///
/// # Errors
/// If the block is no table.
pub fn read(page: &str) -> Outcome<BTreeMap<String, String>> {
    let block = find_elements(page, "script").into_iter().find(is_table);
    block.map_or_else(
        || Ok(BTreeMap::new()),
        |script| serde_json::from_str(script.content).context("The table of files in the page"),
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
        let table = BTreeMap::from([("texts/en.json".to_owned(), "texts/en-12.json".to_owned())]);
        let page = insert("<head></head><body></body>".to_owned(), &table).unwrap();
        assert!(page.starts_with("<head><script "));
        assert_eq!(read(&page).unwrap(), table);
        assert_eq!(read("<head></head>").unwrap(), BTreeMap::new());
        assert!(read(&page.replace("texts/en-12.json\"", "")).is_err());
    }

    #[test]
    fn the_page_s_own_block_is_filled_where_it_is() {
        let table = BTreeMap::from([("a".to_owned(), "b".to_owned())]);
        let page = "<head><script type=\"application/json\" id=\"assay-files\">{}</script><script>1</script></head>";
        let page = insert(page.to_owned(), &table).unwrap();
        assert_eq!(page.matches("assay-files").count(), 1);
        assert!(page.starts_with("<head><script type=\"application/json\" id=\"assay-files\">{\"a\":\"b\"}</script><script>1"));
    }
}
