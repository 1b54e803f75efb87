//! Scans strings.

use super::letters::is_typographic_quote;
use super::{Fault, Scanner, SyntaxFault};

impl<'t> Scanner<'t, '_> {
    /// Scans a string and returns its content, with escapes.
    pub(super) fn quoted(&mut self) -> Result<&'t str, Fault> {
        let start = self.at;
        self.skip('"');
        let inside = self.at;
        loop {
            let stops = |letter: char| matches!(letter, '"' | '\\') || u32::from(letter) < 0x20;
            let Some(offset) = self.rest().find(stops) else {
                self.at = self.text.len();
                return Err(unclosed(start));
            };
            self.at = self.at.saturating_add(offset);
            match self.rest().chars().next() {
                Some('"') => {
                    let text = self.text.get(inside..self.at).unwrap_or_default();
                    self.skip('"');
                    return Ok(text);
                }
                Some('\\') => self.escape()?,
                Some('\n' | '\r') => return Err(self.unclosed_line(start)),
                _ => return self.fault(SyntaxFault::ControlCharacter),
            }
        }
    }

    /// Reports a line end inside a string. The usual cause is a typographic quotation mark at the
    /// end of the string.
    fn unclosed_line(&self, start: usize) -> Fault {
        let line = self.text.get(start..self.at).unwrap_or_default();
        let line = line.trim_end_matches([',', ':', ']', '}', ' ', '\t']);
        match line.char_indices().next_back() {
            Some((offset, found)) if is_typographic_quote(found) => Fault {
                at: start.saturating_add(offset),
                what: SyntaxFault::TypographicQuote { found },
            },
            _ => unclosed(start),
        }
    }

    /// Scans an escape sequence.
    fn escape(&mut self) -> Result<(), Fault> {
        let rest = self.rest();
        let length = match rest.as_bytes().get(1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Some(2),
            Some(b'u') => escaped_letter(rest),
            _ => None,
        };
        let Some(length) = length else {
            let found = rest.chars().take(6).collect();
            return self.fault(SyntaxFault::BadEscape { found });
        };
        self.at = self.at.saturating_add(length);
        Ok(())
    }
}

fn unclosed(at: usize) -> Fault {
    let what = SyntaxFault::UnclosedText;
    Fault { at, what }
}

/// Returns the length of an escape such as `\u0041` or of a surrogate pair.
fn escaped_letter(text: &str) -> Option<usize> {
    const LENGTH: usize = 6;
    let unit = |text: &str| {
        let digits = text.strip_prefix("\\u")?.get(..4)?;
        let hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        u16::from_str_radix(digits, 16).ok().filter(|_| hexadecimal)
    };
    match unit(text)? {
        0xd800..=0xdbff => {
            let second = unit(text.get(LENGTH..)?)?;
            (0xdc00..=0xdfff).contains(&second).then_some(2 * LENGTH)
        }
        0xdc00..=0xdfff => None,
        _ => Some(LENGTH),
    }
}
