//! Line and column positions in a text.

use std::fmt;

/// A position in a text, as editors count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl Position {
    /// The start of a text.
    pub const START: Self = Self { line: 1, column: 1 };

    /// Returns the position of a byte offset; of the end for offsets beyond it.
    #[must_use]
    pub fn at_offset(text: &str, offset: usize) -> Self {
        let mut cursor = Cursor::new(text);
        cursor.advance(offset)
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// Converts ascending offsets to positions in one pass.
pub(crate) struct Cursor<'t> {
    rest: &'t str,
    offset: usize,
    position: Position,
}

impl<'t> Cursor<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self {
            rest: text,
            offset: 0,
            position: Position::START,
        }
    }

    /// Returns the position of an offset that is not less than the previous one.
    pub(crate) fn advance(&mut self, offset: usize) -> Position {
        let step = offset.saturating_sub(self.offset).min(self.rest.len());
        let (passed, rest) = self.rest.split_at_checked(step).unwrap_or((self.rest, ""));
        let lines = passed.bytes().filter(|&byte| byte == b'\n').count();
        let last = passed.rsplit('\n').next().unwrap_or_default();
        let columns = last.chars().count();
        let before = if lines > 0 { 1 } else { self.position.column };
        self.position = Position {
            line: self.position.line.saturating_add(lines),
            column: before.saturating_add(columns),
        };
        self.offset = self.offset.saturating_add(passed.len());
        self.rest = rest;
        self.position
    }
}

#[cfg(test)]
mod tests {
    use super::{Cursor, Position};

    #[test]
    fn columns_are_characters() {
        let text = "ab\r\n明 x\n";
        for (offset, line, column) in [
            (0, 1, 1),
            (2, 1, 3),
            (4, 2, 1),
            (7, 2, 2),
            (8, 2, 3),
            (10, 3, 1),
        ] {
            assert_eq!(
                Position::at_offset(text, offset),
                Position { line, column },
                "{offset}"
            );
        }
        assert_eq!(
            Position::at_offset(text, 99),
            Position { line: 3, column: 1 }
        );
        let mut cursor = Cursor::new(text);
        for (offset, line, column) in [(2, 1, 3), (7, 2, 2), (7, 2, 2), (8, 2, 3)] {
            assert_eq!(
                cursor.advance(offset),
                Position { line, column },
                "{offset}"
            );
        }
    }
}
