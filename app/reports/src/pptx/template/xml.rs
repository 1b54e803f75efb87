//! Changes to the XML of a part that leave the rest of its bytes as they are.

use std::ops::Range;

use roxmltree::{Document, Node, ParsingOptions};

use super::TemplateFault;

/// Namespaces of drawings, presentations and packages.
pub(super) const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
pub(super) const PRESENTATION: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";

/// Greatest number of nodes in a part.
const MAX_NODES: u32 = 500_000;

/// Parses a part. A document type, by which a small file could grow, is refused.
///
/// # Errors
/// The part is damaged.
pub(super) fn parse<'x>(part: &str, xml: &'x str) -> Result<Document<'x>, TemplateFault> {
    let options = ParsingOptions {
        nodes_limit: MAX_NODES,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(xml, options).map_err(|_| damaged(part))
}

pub(super) fn damaged(part: &str) -> TemplateFault {
    TemplateFault::Damaged {
        part: part.to_owned(),
    }
}

/// Texts that replace ranges of bytes.
#[derive(Debug, Default)]
pub(super) struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    pub(super) fn replace(&mut self, range: Range<usize>, text: String) {
        self.0.push((range, text));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Applies the edits to the bytes `within` of a text. An edit inside of another one is dropped.
    pub(super) fn apply(mut self, text: &str, within: Range<usize>) -> String {
        self.0.sort_by_key(|(range, _)| range.start);
        let mut edited = String::new();
        let mut at = within.start;
        for (range, replacement) in self.0 {
            if range.start < at || range.end > within.end {
                continue;
            }
            edited.push_str(text.get(at..range.start).unwrap_or_default());
            edited.push_str(&replacement);
            at = range.end;
        }
        edited.push_str(text.get(at..within.end).unwrap_or_default());
        edited
    }
}

/// The XML of a document with an addition at the end of its root; `None` if the root has no end tag.
pub(super) fn append_to_root(document: &Document<'_>, addition: &str) -> Option<String> {
    let xml = document.input_text();
    let root = document.root_element().range();
    let end = xml.get(root.clone())?.rfind("</")?;
    let at = root.start.checked_add(end)?;
    Some([xml.get(..at)?, addition, xml.get(at..)?].concat())
}

pub(super) fn child<'a, 'd>(
    node: Node<'a, 'd>,
    namespace: &str,
    name: &str,
) -> Option<Node<'a, 'd>> {
    let mut children = node.children();
    children.find(|node| node.has_tag_name((namespace, name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_keep_the_bytes_between_them_and_never_overlap() {
        let mut edits = Edits::default();
        edits.replace(4..5, "E".to_owned());
        edits.replace(1..3, "-".to_owned());
        edits.replace(2..4, "x".to_owned());
        edits.replace(5..9, "y".to_owned());
        assert_eq!(edits.apply("abcdefghi", 0..7), "a-dEfg");
    }

    #[test]
    fn an_addition_stands_before_the_end_tag_of_the_root() {
        let document = Document::parse("<a><b/></a><!-- </a> -->").unwrap();
        let appended = append_to_root(&document, "<c/>");
        assert_eq!(appended.unwrap(), "<a><b/><c/></a><!-- </a> -->");
        assert_eq!(
            append_to_root(&Document::parse("<a/>").unwrap(), "<c/>"),
            None
        );
    }

    #[test]
    fn deep_and_large_xml_is_read_or_refused() {
        let deep = ["<a>".repeat(400_000), "</a>".repeat(400_000)].concat();
        assert!(parse("x", &deep).is_ok());
        let large = format!("<a>{}</a>", "<b/>".repeat(600_000));
        assert_eq!(parse("x", &large).unwrap_err(), damaged("x"));
        let entities = "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>";
        assert_eq!(parse("x", entities).unwrap_err(), damaged("x"));
    }
}
