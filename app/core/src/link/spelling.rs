//! Reads the characters of a payload from a text changed by mail or chat programs.

use super::MAX_LENGTH;

/// The minimum length of a line that was broken by a mail program.
const FULL_LINE: usize = 32;
/// The maximum number of trailing `-` and `_` that may belong to the surrounding text, as in
/// `_link_`.
const TRIMMED: usize = 3;

/// The maximum length of a word that follows a payload without a space.
const GLUED: usize = 64;

/// The replacements for an em dash and an en dash.
pub(super) type Dashes = (&'static str, &'static str);
/// Programs replace `--` by an em or en dash, or `-` by an en dash.
pub(super) const DASHES: [Dashes; 4] = [("--", "-"), ("--", "--"), ("-", "-"), ("---", "--")];

/// A possible end of a payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct End {
    /// The length of the payload in characters.
    pub(super) length: usize,
    /// The number of bytes read from the source.
    pub(super) consumed: usize,
}

/// The characters of a payload in a source, up to the first character that cannot belong to one.
#[derive(Debug, Default)]
pub(super) struct Spelling {
    /// The characters of the alphabet, without separators.
    pub(super) text: String,
    /// The possible ends, in ascending order.
    pub(super) ends: Vec<End>,
    /// The end if only full lines were broken.
    pub(super) likely: End,
}

/// The next part of a source, with its length in bytes.
enum Piece {
    /// A line break, including the quotation marks at the beginning of the next line.
    LineBreak(usize),
    Blank(usize),
    /// An invisible character.
    Invisible(usize),
    /// A character of the alphabet.
    Plain(char, usize),
    /// A replacement for characters of the alphabet.
    Instead(&'static str, usize),
    /// A character that cannot belong to a payload.
    Other,
}

impl Spelling {
    /// Reads a source from its beginning.
    pub(super) fn read(source: &str, dashes: Dashes) -> Self {
        let mut spelling = Self::default();
        let (mut consumed, mut line) = (0, Line::default());
        let mut rest = source;
        while spelling.text.len() <= MAX_LENGTH {
            let Some(size) = spelling.add(piece(rest, dashes), consumed, &mut line) else {
                break;
            };
            consumed = consumed.saturating_add(size);
            rest = rest.get(size..).unwrap_or_default();
        }
        spelling.end_before_address(rest, consumed);
        spelling.end_run(consumed);
        spelling.likely = line.likely.unwrap_or_else(|| spelling.here(consumed));
        spelling
    }

    /// Returns the possible ends before a word that follows the payload without a space, in ascending
    /// order.
    pub(super) fn ends_within(&self, source: &str) -> Vec<End> {
        let mut within = Vec::new();
        let mut before = 0;
        for end in &self.ends {
            let first = end.length.saturating_sub(GLUED).max(before);
            for length in first.saturating_add(1)..end.length {
                let consumed = end
                    .consumed
                    .saturating_sub(end.length.saturating_sub(length));
                // A replaced dash in the word has several bytes.
                let is_boundary = source.is_char_boundary(consumed);
                let consumed = if is_boundary { consumed } else { end.consumed };
                within.push(End { length, consumed });
            }
            before = end.length;
        }
        within
    }

    /// Adds the next part and returns its length in bytes; `None` at the end of the payload.
    fn add(&mut self, piece: Piece, consumed: usize, line: &mut Line) -> Option<usize> {
        Some(match piece {
            Piece::LineBreak(size) => {
                self.end_run(consumed);
                line.finish(self.here(consumed));
                size
            }
            Piece::Blank(size) => {
                self.end_run(consumed);
                line.interrupt(self.here(consumed));
                size
            }
            Piece::Invisible(size) => {
                self.end(self.here(consumed));
                size
            }
            Piece::Plain(character, size) => {
                self.text.push(character);
                line.length = line.length.saturating_add(1);
                size
            }
            Piece::Instead(written, size) => {
                self.end_run(consumed);
                self.text.push_str(written);
                line.length = line.length.saturating_add(written.len());
                size
            }
            Piece::Other => return None,
        })
    }

    fn here(&self, consumed: usize) -> End {
        End {
            length: self.text.len(),
            consumed,
        }
    }

    /// Adds the possible ends here, and before trailing punctuation.
    fn end_run(&mut self, consumed: usize) {
        let tail = self.text.bytes().rev().take(TRIMMED);
        let trimmed = tail.take_while(|byte| b"-_".contains(byte)).count();
        for less in (0..=trimmed).rev() {
            self.end(End {
                length: self.text.len().saturating_sub(less),
                consumed,
            });
        }
    }

    /// Adds the possible end before an address that follows without a space.
    fn end_before_address(&mut self, rest: &str, consumed: usize) {
        if !rest.starts_with("://") {
            return;
        }
        let schemes = ["https", "http"];
        let scheme = schemes
            .into_iter()
            .find(|scheme| self.text.ends_with(scheme));
        let less = scheme.unwrap_or_default().len();
        self.end(End {
            length: self.text.len().saturating_sub(less),
            consumed: consumed.saturating_sub(less),
        });
    }

    fn end(&mut self, end: End) {
        if self.ends.last().is_none_or(|last| last.length < end.length) {
            self.ends.push(end);
        }
    }
}

/// The current line, and the likely end if it has been passed.
#[derive(Default)]
struct Line {
    /// The number of payload characters in the line.
    length: usize,
    /// The end of the previous line.
    before: Option<End>,
    likely: Option<End>,
}

impl Line {
    /// Only full lines continue on the next one. Before the first line there is nothing to end.
    fn finish(&mut self, here: End) {
        if self.length < FULL_LINE && here.length > 0 {
            self.likely.get_or_insert(here);
        }
        self.before = Some(here);
        self.length = 0;
    }

    /// A line of several words, except the first, does not belong to the payload.
    fn interrupt(&mut self, here: End) {
        if self.length > 0 {
            self.likely.get_or_insert(self.before.unwrap_or(here));
        }
    }
}

fn piece(rest: &str, (long, middle): Dashes) -> Piece {
    if let Some(size) = line_break(rest) {
        return Piece::LineBreak(size);
    }
    let Some(next) = rest.chars().next() else {
        return Piece::Other;
    };
    let size = next.len_utf8();
    match next {
        '—' | '―' => Piece::Instead(long, size),
        '–' => Piece::Instead(middle, size),
        // Hyphens, the minus sign, and full-width forms of East Asian input.
        '\u{2010}'..='\u{2012}' | '\u{2212}' | '－' => Piece::Instead("-", size),
        '＿' => Piece::Instead("_", size),
        _ if is_plain(next) => Piece::Plain(next, size),
        _ if is_invisible(next) => Piece::Invisible(size),
        _ if next.is_whitespace() => Piece::Blank(size),
        _ => Piece::Other,
    }
}

/// Returns the length of a line break in bytes, including a preceding `=` (quoted-printable) and
/// the quotation marks of the next line.
pub(super) fn line_break(rest: &str) -> Option<usize> {
    let ended = rest.strip_prefix('=').unwrap_or(rest);
    let next = ended.strip_prefix("\r\n");
    let next = next.or_else(|| ended.strip_prefix(['\n', '\r']))?;
    let next = next.trim_start_matches([' ', '\t', '>', '|', '\u{a0}', '\u{3000}']);
    rest.len().checked_sub(next.len())
}

/// Returns whether a character belongs to the alphabet of payloads.
pub(super) fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// Returns whether a character is invisible: soft hyphens, zero-width spaces, joiners and direction
/// marks.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::{DASHES, Spelling};

    fn read(source: &str) -> Spelling {
        Spelling::read(source, DASHES[0])
    }

    #[test]
    fn separators_between_the_characters_are_skipped() {
        for source in [
            "AQAB",
            "AQ AB",
            "AQ\r\n> AB",
            "AQ\n>> AB",
            "AQ=\nAB",
            "AQ\u{200b}A\u{a0}B",
            "\nAQAB",
        ] {
            assert_eq!(read(source).text, "AQAB", "{source:?}");
        }
        assert_eq!(read("A\u{2014}B\u{2011}C").text, "A--B-C");
    }

    #[test]
    fn it_ends_before_what_no_payload_has() {
        for source in ["AQAB.", "AQAB…", "AQAB，", "AQAB%3E", "AQAB\"", "AQAB/x"] {
            let read = read(source);
            assert_eq!((read.text.as_str(), read.likely.length), ("AQAB", 4));
        }
    }

    #[test]
    fn every_end_of_a_word_may_be_the_end() {
        let lengths =
            |source| -> Vec<usize> { read(source).ends.iter().map(|end| end.length).collect() };
        assert_eq!(lengths("AQAB and more."), [4, 7, 11]);
        assert_eq!(lengths("AQAB__"), [4, 5, 6]);
    }

    #[test]
    fn a_full_line_continues_and_a_short_one_ends() {
        let full = "A".repeat(40);
        let likely = |source: &str| read(source).likely.length;
        assert_eq!(likely(&format!("{full}\nAB\nRegards")), 42);
        assert_eq!(likely(&format!("{full}\nsee you soon")), 40);
        assert_eq!(likely(&format!("{full} and more")), 40);
        assert_eq!(likely(&format!("\n{full}\n{full}\n\nAnn")), 80);
    }
}
