//! Scans nested values.

use std::fmt::Write as _;

use super::letters::is_typographic_quote;
use super::{Fault, Opened, Scanner, SyntaxFault};
use crate::json::MAX_DEPTH;
use crate::syntax::write_key;

/// A key or a value with its byte offset.
#[derive(Clone, Copy)]
pub(in crate::json) enum EntryOffset {
    /// The key of the value at the place.
    Key(usize),
    /// The value at the place.
    Value(usize),
}

/// The FNV-1a hash of a formatted place. It avoids the allocation of a string for every value of a
/// file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::json) struct PlaceHash {
    hash: u64,
    top: bool,
}

impl PlaceHash {
    const TOP: Self = Self {
        hash: 0xcbf2_9ce4_8422_2325,
        top: true,
    };

    /// Returns the hash of a place in the format of [`Problem::place`](crate::Problem::place).
    pub(in crate::json) fn of(place: &str) -> Self {
        let mut hash = Self::TOP;
        hash.add(place);
        hash
    }

    fn key(self, key: &str) -> Self {
        let mut hash = self;
        // Writing to the hash cannot fail.
        let _ = write_key(&mut hash, self.top, key);
        hash
    }

    fn index(self, index: usize) -> Self {
        let mut hash = self;
        let _ = write!(hash, "[{index}]");
        hash
    }

    fn add(&mut self, text: &str) {
        const PRIME: u64 = 0x0100_0000_01b3;
        for byte in text.bytes() {
            self.hash = (self.hash ^ u64::from(byte)).wrapping_mul(PRIME);
            self.top = false;
        }
    }
}

impl std::fmt::Write for PlaceHash {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.add(text);
        Ok(())
    }
}

impl Scanner<'_, '_> {
    /// Scans the whole text.
    pub(super) fn document(&mut self) -> Result<(), Fault> {
        match self.next()? {
            None => return self.fault(SyntaxFault::Empty),
            Some('<') => return self.fault(SyntaxFault::Markup),
            Some(first) => self.value(first, PlaceHash::TOP, 0)?,
        }
        match self.next()? {
            None => Ok(()),
            Some(_) => self.fault(SyntaxFault::TrailingText),
        }
    }

    /// Scans the value that begins with `first`.
    fn value(&mut self, first: char, place: PlaceHash, depth: usize) -> Result<(), Fault> {
        (self.see)(place, EntryOffset::Value(self.at));
        match first {
            '{' | '[' if depth >= MAX_DEPTH => self.fault(SyntaxFault::Unspecified),
            '{' => self.object(place, depth.saturating_add(1)),
            '[' => self.list(place, depth.saturating_add(1)),
            '"' => self.quoted().map(drop),
            '0'..='9' | '-' | '+' | '.' => self.number(),
            ',' | ':' | '}' | ']' => self.fault(SyntaxFault::MissingValue),
            _ if first.is_alphanumeric() || first == '_' || first == '$' => self.known_word(),
            found => self.fault(SyntaxFault::Unexpected { found }),
        }
    }

    fn open(&mut self, bracket: char, closing: char) -> Opened {
        let at = self.at;
        self.skip(bracket);
        Opened {
            at,
            bracket,
            closing,
        }
    }

    fn object(&mut self, place: PlaceHash, depth: usize) -> Result<(), Fault> {
        let opened = self.open('{', '}');
        let mut comma = None;
        loop {
            let key_at = match self.next()? {
                Some('"') => self.at,
                Some('}') => return self.close(comma, opened),
                other => return self.no_key(other, comma, opened),
            };
            let raw = self.quoted()?;
            let escaped = raw.contains('\\');
            let key = escaped.then(|| serde_json::from_str(&format!("\"{raw}\"")).ok());
            let key: Option<String> = key.flatten();
            let inside = place.key(key.as_deref().unwrap_or(raw));
            (self.see)(inside, EntryOffset::Key(key_at));
            self.colon(key_at, raw, opened)?;
            match self.next()? {
                Some(first) => self.value(first, inside, depth)?,
                None => return self.unclosed(opened),
            }
            comma = match self.comma(opened)? {
                Some(at) => Some(at),
                None => return Ok(()),
            };
        }
    }

    fn list(&mut self, place: PlaceHash, depth: usize) -> Result<(), Fault> {
        let opened = self.open('[', ']');
        let mut comma = None;
        for index in 0_usize.. {
            match self.next()? {
                None => return self.unclosed(opened),
                Some(']') => return self.close(comma, opened),
                Some('}') => return self.wrong_bracket('}', opened),
                Some(first) => self.value(first, place.index(index), depth)?,
            }
            comma = match self.comma(opened)? {
                Some(at) => Some(at),
                None => return Ok(()),
            };
        }
        Ok(())
    }

    /// Scans a closing bracket; reports a comma before it.
    fn close(&mut self, comma: Option<usize>, opened: Opened) -> Result<(), Fault> {
        if let Some(at) = comma {
            let what = SyntaxFault::TrailingComma;
            return Err(Fault { at, what });
        }
        self.skip(opened.closing);
        Ok(())
    }

    /// Reports a character where a key is expected.
    fn no_key(
        &self,
        found: Option<char>,
        comma: Option<usize>,
        opened: Opened,
    ) -> Result<(), Fault> {
        let Some(found) = found else {
            return self.unclosed(opened);
        };
        let beside = comma.is_some_and(|comma| comma.saturating_add(1) == self.at);
        match found {
            ']' => self.wrong_bracket(']', opened),
            ',' => self.fault(SyntaxFault::MissingValue),
            '0'..='9' if beside => Err(Fault {
                at: comma.unwrap_or_default(),
                what: SyntaxFault::DecimalComma,
            }),
            _ if found.is_alphanumeric() || found == '_' || found == '$' => {
                let found = self.word().to_owned();
                self.fault(SyntaxFault::BareWord { found })
            }
            _ => self.fault(SyntaxFault::Unexpected { found }),
        }
    }

    /// Scans the colon after a key.
    fn colon(&mut self, key_at: usize, key: &str, opened: Opened) -> Result<(), Fault> {
        match self.next()? {
            Some(':') => {
                self.skip(':');
                Ok(())
            }
            None => self.unclosed(opened),
            // The key ended with a typographic quotation mark, so that its text extends to the next
            // string.
            Some(_) => match key.char_indices().find(|(_, c)| is_typographic_quote(*c)) {
                Some((offset, found)) => Err(Fault {
                    at: key_at.saturating_add(1).saturating_add(offset),
                    what: SyntaxFault::TypographicQuote { found },
                }),
                None => self.fault(SyntaxFault::MissingColon),
            },
        }
    }

    /// Scans the comma after a value and returns its offset; scans a closing bracket and returns
    /// `None`.
    fn comma(&mut self, opened: Opened) -> Result<Option<usize>, Fault> {
        match self.next()? {
            Some(',') => {
                let at = self.at;
                self.skip(',');
                Ok(Some(at))
            }
            Some(found) if found == opened.closing => {
                self.skip(found);
                Ok(None)
            }
            Some(found @ ('}' | ']')) => self.wrong_bracket(found, opened),
            Some(found) if begins_a_value(found) => self.fault(SyntaxFault::MissingComma),
            Some(found) => self.fault(SyntaxFault::Unexpected { found }),
            None => self.unclosed(opened),
        }
    }
}

fn begins_a_value(letter: char) -> bool {
    letter.is_alphanumeric() || "\"{[-_".contains(letter)
}
