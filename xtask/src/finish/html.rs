//! Finds elements and attributes in pages of the site itself. It is no parser for arbitrary HTML.

use std::ops::Range;

/// An element of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element<'a> {
    /// The text between the name of the tag and its `>`.
    pub attributes: &'a str,
    /// The text between the tags; empty for an element without an end tag.
    pub content: &'a str,
    /// The range in the page, tags included.
    pub range: Range<usize>,
}

impl Element<'_> {
    /// The value of an attribute; empty for an attribute without a value.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        parse_attributes(self.attributes)
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }
}

/// All elements with a name, in their order. Only `script` and `style` have content.
pub fn find_elements<'a>(page: &'a str, name: &str) -> Vec<Element<'a>> {
    let opening = format!("<{name}");
    let closing = format!("</{name}>");
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = find_from(page, at, &opening) {
        let inside = start + opening.len();
        let Some(end) = find_tag_end(page, inside) else {
            break;
        };
        at = end + 1;
        let attributes = page.get(inside..end).unwrap_or_default();
        if !attributes.is_empty() && !attributes.starts_with([' ', '\n', '\t', '\r', '/']) {
            continue;
        }
        let (content, last) = match find_from(page, at, &closing) {
            Some(close) if has_content(name) => (
                page.get(at..close).unwrap_or_default(),
                close + closing.len(),
            ),
            _ => ("", at),
        };
        at = last;
        found.push(Element {
            attributes,
            content,
            range: start..last,
        });
    }
    found
}

fn has_content(name: &str) -> bool {
    matches!(name, "script" | "style")
}

fn find_from(page: &str, from: usize, what: &str) -> Option<usize> {
    page.get(from..)?.find(what).map(|at| from + at)
}

/// The position of a tag's `>`; those in quotation marks are skipped.
fn find_tag_end(page: &str, from: usize) -> Option<usize> {
    let mut quote = None;
    for (at, character) in page.get(from..)?.char_indices() {
        match (quote, character) {
            (None, '>') => return Some(from + at),
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            _ => {}
        }
    }
    None
}

fn parse_attributes(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest
            .trim_start_matches(|character: char| character.is_whitespace() || character == '/');
        if rest.is_empty() {
            return None;
        }
        let end = rest
            .find(|character: char| character.is_whitespace() || character == '=')
            .unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let Some(value) = after.trim_start().strip_prefix('=') else {
            rest = after;
            return Some((name, ""));
        };
        let (value, after) = split_value(value.trim_start());
        rest = after;
        Some((name, value))
    })
}

fn split_value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_found_with_their_content() {
        let page = r#"<p><script type="module" nonce='a>b'>if (a < b) {}</script><scripted><script src=./x.js></script>"#;
        let found = find_elements(page, "script");
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].content, "if (a < b) {}");
        assert_eq!(found[0].attribute("nonce"), Some("a>b"));
        assert_eq!(found[1].attribute("src"), Some("./x.js"));
        assert_eq!(found[1].content, "");
    }

    #[test]
    fn an_attribute_without_a_value_is_there_and_empty() {
        let page = r#"<link rel="stylesheet" crossorigin href="./a.css"/>"#;
        let links = find_elements(page, "link");
        assert_eq!(links[0].attribute("crossorigin"), Some(""));
        assert_eq!(links[0].attribute("href"), Some("./a.css"));
        assert_eq!(links[0].attribute("integrity"), None);
        assert_eq!(links[0].range, 0..page.len());
    }
}
