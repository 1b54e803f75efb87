//! A JSON scanner that classifies syntax errors and records the place of each key and value.
//!
//! `serde_json` does the parsing; this scanner provides precise and translatable messages with line
//! and column.

mod letters;
mod number;
mod text;
mod walk;

use crate::syntax::{Position, SyntaxFault};
use letters::{is_invisible, is_typographic_quote, plain_of_full_width};

pub(super) use walk::{EntryOffset, PlaceHash};

/// Returns the first syntax error and its position; `None` for valid JSON.
pub(super) fn find_fault(text: &str) -> Option<(Position, SyntaxFault)> {
    let fault = Scanner::new(text, &mut |_, _| ()).document().err()?;
    Some((Position::at_offset(text, fault.at), fault.what))
}

/// Calls `see` for every key and value up to the first syntax error, in text order.
pub(super) fn visit(text: &str, see: &mut dyn FnMut(PlaceHash, EntryOffset)) {
    // Syntax errors are reported by the parser.
    drop(Scanner::new(text, see).document());
}

/// A syntax error at a byte offset.
#[derive(Debug)]
struct Fault {
    at: usize,
    what: SyntaxFault,
}

/// An open bracket.
#[derive(Clone, Copy)]
struct Opened {
    at: usize,
    bracket: char,
    closing: char,
}

struct Scanner<'t, 's> {
    text: &'t str,
    at: usize,
    see: &'s mut dyn FnMut(PlaceHash, EntryOffset),
}

impl<'t, 's> Scanner<'t, 's> {
    fn new(text: &'t str, see: &'s mut dyn FnMut(PlaceHash, EntryOffset)) -> Self {
        Self { text, at: 0, see }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip(&mut self, letter: char) {
        self.at = self.at.saturating_add(letter.len_utf8());
    }

    fn fault<T>(&self, what: SyntaxFault) -> Result<T, Fault> {
        Err(Fault { at: self.at, what })
    }

    /// Skips whitespace and returns the next character, if it is allowed outside of strings.
    fn next(&mut self) -> Result<Option<char>, Fault> {
        let rest = self.rest();
        let rest = rest.trim_start_matches([' ', '\t', '\r', '\n']);
        self.at = self.text.len().saturating_sub(rest.len());
        let Some(letter) = rest.chars().next() else {
            return Ok(None);
        };
        if letter == '#' || letter == '/' {
            return self.fault(SyntaxFault::Comment);
        }
        if letter == '\'' {
            return self.fault(SyntaxFault::SingleQuote);
        }
        if is_typographic_quote(letter) {
            return self.fault(SyntaxFault::TypographicQuote { found: letter });
        }
        if let Some(plain) = plain_of_full_width(letter) {
            let found = letter;
            return self.fault(SyntaxFault::FullWidth { found, plain });
        }
        if is_invisible(letter) {
            return self.fault(SyntaxFault::InvisibleCharacter { found: letter });
        }
        Ok(Some(letter))
    }

    /// Reports the end of the text inside an open bracket.
    fn unclosed<T>(&self, opened: Opened) -> Result<T, Fault> {
        self.fault(SyntaxFault::Unclosed {
            bracket: opened.bracket,
            opened: Position::at_offset(self.text, opened.at),
        })
    }

    fn wrong_bracket<T>(&self, found: char, opened: Opened) -> Result<T, Fault> {
        self.fault(SyntaxFault::WrongBracket {
            found,
            needed: opened.closing,
            opened: Position::at_offset(self.text, opened.at),
        })
    }

    /// Returns the word or number at the current offset, shortened for messages.
    fn word(&self) -> &'t str {
        const LONGEST: usize = 40;
        let rest = self.rest();
        let ends = |letter: char| !(letter.is_alphanumeric() || "_$.+-".contains(letter));
        let end = rest.find(ends).unwrap_or(rest.len());
        let word = rest.get(..end).unwrap_or_default();
        let short = word.char_indices().nth(LONGEST);
        word.get(..short.map_or(word.len(), |(at, _)| at))
            .unwrap_or_default()
    }
}
