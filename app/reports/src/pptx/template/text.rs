//! The fields in a paragraph, whose runs may divide them.

use std::ops::Range;

use roxmltree::Node;

use super::xml::{DRAWING, Edits, child};
use crate::xml::escape;

/// A paragraph with its text.
pub(super) struct Paragraph<'a, 'd> {
    node: Node<'a, 'd>,
    /// The elements of texts with their ranges in `text`.
    pieces: Vec<(Node<'a, 'd>, Range<usize>)>,
    text: String,
}

impl<'a, 'd> Paragraph<'a, 'd> {
    pub(super) fn new(node: Node<'a, 'd>) -> Self {
        let (mut pieces, mut text) = (Vec::new(), String::new());
        for run in node.children().filter(Node::is_element) {
            // No field goes beyond a line break.
            let Some(piece) = child(run, DRAWING, "t") else {
                if run.has_tag_name((DRAWING, "br")) {
                    text.push('\n');
                }
                continue;
            };
            let start = text.len();
            text.push_str(piece.text().unwrap_or_default());
            pieces.push((piece, start..text.len()));
        }
        Self { node, pieces, text }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn range(&self) -> Range<usize> {
        self.node.range()
    }

    /// The XML of the paragraph with texts in the place of ranges of its text, which are in order.
    /// A text has the format of the run in which its range begins.
    pub(super) fn with_texts(&self, texts: &[(Range<usize>, &str)]) -> String {
        let xml = self.node.document().input_text();
        let mut edits = Edits::default();
        for (node, piece) in &self.pieces {
            let touches = |range: &Range<usize>| range.start < piece.end && range.end > piece.start;
            if !texts.iter().any(|(range, _)| touches(range)) {
                continue;
            }
            let mut text = String::new();
            let mut at = piece.start;
            for (range, replacement) in texts.iter().filter(|(range, _)| touches(range)) {
                text.push_str(self.text.get(at..range.start).unwrap_or_default());
                if range.start >= piece.start {
                    text.push_str(replacement);
                }
                at = range.end;
            }
            text.push_str(self.text.get(at..piece.end).unwrap_or_default());
            let source = xml.get(node.range()).unwrap_or_default();
            let name = source.trim_start_matches('<');
            let end = name.find(|c: char| c.is_whitespace() || c == '>' || c == '/');
            let name = end.and_then(|end| name.get(..end)).unwrap_or(name);
            edits.replace(
                node.range(),
                format!("<{name}>{}</{name}>", one_line(&text)),
            );
        }
        edits.apply(xml, self.node.range())
    }
}

/// A text in XML, in which line ends are spaces.
fn one_line(text: &str) -> String {
    escape(&text.replace(['\r', '\n'], " "))
}

/// The fields of a text: their ranges with the braces, and their names.
pub(super) fn find_fields(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut fields = Vec::new();
    let mut at = 0;
    while let Some((range, name)) = next_field(text, at) {
        at = range.end;
        fields.push((range, name));
    }
    fields
}

fn next_field(text: &str, from: usize) -> Option<(Range<usize>, &str)> {
    let start = from.checked_add(text.get(from..)?.find("{{")?)?;
    let name = text.get(start..)?.strip_prefix("{{")?;
    let length = name.find("}}")?;
    let end = start.checked_add(length)?.checked_add(4)?;
    Some((start..end, name.get(..length)?.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use roxmltree::Document;

    #[test]
    fn fields_are_found_with_their_braces() {
        let found = find_fields("a {{b}}{{ c }} {{d");
        assert_eq!(found, [(2..7, "b"), (7..14, "c")]);
        assert_eq!(find_fields("{{}}}}"), [(0..4, "")]);
        assert_eq!(find_fields("数{{据}}"), [(3..10, "据")]);
    }

    #[test]
    fn a_field_that_runs_divide_has_the_format_of_the_first_one() {
        let xml = format!(
            "<a:p xmlns:a=\"{DRAWING}\"><a:r><a:rPr b=\"1\"/><a:t>x {{</a:t></a:r><a:r><a:t>{{company</a:t></a:r><a:r><a:t>}}}} y</a:t></a:r></a:p>"
        );
        let document = Document::parse(&xml).unwrap();
        let paragraph = Paragraph::new(document.root_element());
        assert_eq!(paragraph.text(), "x {{company}} y");
        let [(range, "company")] = &find_fields(paragraph.text())[..] else {
            panic!("{}", paragraph.text());
        };
        let filled = paragraph.with_texts(&[(range.clone(), "A & B\n")]);
        let expected = "<a:r><a:rPr b=\"1\"/><a:t>x A &amp; B </a:t></a:r><a:r><a:t></a:t></a:r><a:r><a:t> y</a:t></a:r>";
        assert!(filled.contains(expected), "{filled}");
    }
}
